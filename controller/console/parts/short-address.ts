/** The short address of a saved slide: what its board's QR code says. */
import { SHORT_CODE_LENGTH } from '../../../shared/content/short-link.ts';
import type { SlideScans } from '../../../shared/protocol/http/scans.ts';
import type { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';

/** The scans of a slide that has a short link; undefined for any other. */
export function scansOf(desk: Desk, slideId: string | undefined): Resource<SlideScans> | undefined {
  const view = desk.slides.value?.find(({ slide }) => slide.id === slideId);
  return view?.slide.shortLink ? desk.scans(view.slide.id) : undefined;
}

/** As far as it is known: from the first board's plan, or because the scans were read. */
export function knownShortUrl(desk: Desk, slideId: string | undefined): string | undefined {
  const first = desk.screens.value?.[0];
  const planned = first && desk.manifest(first.screen.id).value?.slides;
  return (
    planned?.find(({ id }) => id === slideId)?.shortUrl ??
    scansOf(desk, slideId)?.value?.shortUrl ??
    undefined
  );
}

/** For people to read: the code holds it in capitals. */
export function readableAddress(shortUrl: string): string {
  const codeAt = shortUrl.length - SHORT_CODE_LENGTH;
  return shortUrl.slice(0, codeAt).toLowerCase() + shortUrl.slice(codeAt);
}
