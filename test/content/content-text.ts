/** What a passer-by reads of a slide, and how long that takes. */
import type { ContentSlideContent } from '../../shared/content/content-files.ts';

/** The most that a shop slide writes of its shop beside its own fields. */
export const longestShopFacts = '지금 영업 중 · 20시 30분까지 온누리상품권 1번 출구에서 걸어서 8분';

/** The Korean texts that a slide draws from its fields. A directory lists shops, which are skimmed. */
export function textsOf(content: ContentSlideContent): readonly string[] {
  const title = content.title === null ? [] : [content.title.ko];
  switch (content.template) {
    case 'offer':
      return [...title, ...linesOf(content), content.price ?? '', content.priceBefore ?? ''];
    case 'event':
      return [
        ...title,
        ...linesOf(content),
        content.when.ko,
        content.where.ko,
        content.contact?.ko ?? '',
      ];
    case 'notice':
      return [...title, ...linesOf(content), content.contact?.ko ?? ''];
    case 'job':
      return [
        ...title,
        content.target.ko,
        content.figure?.ko ?? '',
        content.centre.ko,
        content.apply.ko,
        content.contact?.ko ?? '',
      ];
    case 'figure':
      return [
        ...title,
        ...linesOf(content),
        `${content.value}${content.unit.ko}`,
        content.progress?.label.ko ?? '',
      ];
    case 'shop':
      return [...title, ...linesOf(content)];
    default:
      return title;
  }
}

/**
 * Two seconds to notice a slide, then 5.5 syllables a second, which most readers reach. (Korean reading speeds: J Korean Ophthalmol Soc 2016;57:642.)
 */
export function readingSeconds(texts: readonly string[]): number {
  return 2 + weightOf(texts.join('')) / 5.5;
}

/** Syllables of a text: Hangul and Hanja count one, everything else a half. */
export function weightOf(text: string): number {
  const whole = text.match(/[가-힣一-鿿]/g)?.length ?? 0;
  return whole + (text.length - whole) / 2;
}

function linesOf({ lines }: { lines: readonly { ko: string }[] }): readonly string[] {
  return lines.map(({ ko }) => ko);
}
