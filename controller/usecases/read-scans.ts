import { shortUrlOf } from '../../shared/content/short-link.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import type { SlideScans } from '../../shared/protocol/http/scans.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

/** The short link of a slide, and how often it was followed on each day. */
export async function readScans(
  { store, now }: Context,
  slideId: string,
  publicUrl: string | null,
): Promise<SlideScans> {
  const { slides, scans, screens } = store.records;
  const { shortLink } = await findOrRefuse(slides, slideId, '슬라이드를');
  return {
    shortUrl: shortLink && publicUrl !== null ? shortUrlOf(publicUrl, shortLink.code) : null,
    today: dateInZone(zoneOf(await screens.all()), now()),
    days: [...(await scans.ofSlide(slideId))],
  };
}
