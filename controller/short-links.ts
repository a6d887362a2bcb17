/** When a slide gets its short link, and when that leads somewhere else. */
import { SHORT_CODE_LENGTH, type ShortLink } from '../shared/content/short-link.ts';
import { linkOf, type Slide, type SlideContent } from '../shared/content/slide.ts';
import { readableCode } from './people/readable-code.ts';
import type { Records } from './store/store.ts';

type Linked = Pick<Slide, 'shortLink'>;

/** What becomes of a slide's short link when `content` is written: made with the first link, and kept from then on. */
export async function linkWritten(
  records: Pick<Records, 'slides'>,
  { shortLink }: Linked,
  content: SlideContent,
): Promise<Linked> {
  if (shortLink || !linkOf(content)) return {};
  let code = readableCode(SHORT_CODE_LENGTH);
  while (await records.slides.byShortCode(code)) code = readableCode(SHORT_CODE_LENGTH);
  return { shortLink: { code, url: null } };
}

/** What becomes of it when `content` is approved: it leads there, or where it led before if that has no link. */
export function linkApproved(shortLink: ShortLink | undefined, content: SlideContent): Linked {
  const link = linkOf(content);
  return shortLink && link ? { shortLink: { ...shortLink, url: link.url } } : {};
}
