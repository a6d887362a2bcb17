/** What a passer-by reads of a slide. */
import type { ContentSlideContent } from '../../shared/content/content-files.ts';

/** The most that a shop slide writes of its shop beside its own fields. */
export const longestShopFacts = '지금 영업 중 · 20시 30분까지 온누리상품권 1번 출구에서 걸어서 8분';

/** The Korean texts that a slide draws from its fields. A directory lists shops, which are skimmed. */
export function textsOf(content: ContentSlideContent): readonly string[] {
  const title = content.title === null ? [] : [content.title.ko];
  switch (content.template) {
    case 'offer':
      return [...title, ...linesOf(content), content.price ?? '', content.priceBefore ?? ''];
    case 'menu':
      return [...title, ...content.items.flatMap(({ name, price }) => [name.ko, price])];
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
    case 'news':
      return [...title, ...linesOf(content), content.who?.ko ?? '', content.what?.ko ?? ''];
    case 'qr':
      return [...title, ...linesOf(content), content.link.label.ko];
    case 'shop':
      return [...title, ...linesOf(content)];
    default:
      return title;
  }
}

function linesOf({ lines }: { lines: readonly { ko: string }[] }): readonly string[] {
  return lines.map(({ ko }) => ko);
}
