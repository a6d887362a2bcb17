/** What a slide must be, whoever writes it. */
import type { Slide, SlideContent } from '../../shared/content/slide.ts';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { without } from '../../shared/without.ts';
import type { Records } from '../store/store.ts';
import { mediaProblems } from './slide-media-rules.ts';
import { undrawableProblems } from './refuse-undrawable.ts';

export interface SlideFields {
  readonly organizationId: string;
  readonly shopId: string | null;
  readonly content: SlideContent;
  readonly dwellSeconds: number;
}

/**
 * Throws `invalid` for an organization, shop, picture or film that does not exist or is another organization's, and
 * for characters that no board can draw. What the slide shows already (in `held`) may stay, whoever brought it first.
 */
export async function refuseBadSlide(
  records: Records,
  fields: Omit<SlideFields, 'dwellSeconds'>,
  held?: SlideContent,
): Promise<void> {
  const problems = [
    ...undrawableProblems(fields.content, 'content'),
    ...(await ownerProblems(records, fields)),
    ...(await mediaProblems(records, fields, held)),
  ];
  if (problems.length > 0)
    throw new Refusal('invalid', '슬라이드를 다시 확인해 주십시오.', problems);
}

/** `slide` after one more change; `updatedAt` is `now`. A review of before can no longer be taken back [V18]. */
export function moved(slide: Slide, change: Partial<Slide>, now: number): Slide {
  return {
    ...without(slide, 'lastReview'),
    ...change,
    updatedAt: now,
    version: slide.version + 1,
  };
}

async function ownerProblems(
  records: Records,
  { organizationId, shopId, content }: Omit<SlideFields, 'dwellSeconds'>,
): Promise<FieldProblem[]> {
  if (!(await records.organizations.get(organizationId))) {
    return [
      { path: 'organizationId', message: '그 운영 주체가 없습니다. 목록에서 골라 주십시오.' },
    ];
  }
  if (shopId === null) {
    return content.template === 'shop'
      ? [{ path: 'shopId', message: '가게 소개에는 가게를 골라 주십시오.' }]
      : [];
  }
  const shop = await records.shops.get(shopId);
  return shop?.organizationId === organizationId
    ? []
    : [{ path: 'shopId', message: '이 운영 주체의 가게를 골라 주십시오.' }];
}
