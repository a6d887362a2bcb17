/** What a slide must be, whoever writes it. */
import { consentOf } from '../../shared/content/media.ts';
import { pictureOf } from '../../shared/content/slide.ts';
import type { Slide, SlideContent } from '../../shared/content/slide.ts';
import { Refusal } from '../../shared/problem.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Records } from '../store/store.ts';
import { undrawableProblems } from './refuse-undrawable.ts';

export interface SlideFields {
  readonly organizationId: string;
  readonly shopId: string | null;
  readonly content: SlideContent;
  readonly dwellSeconds: number;
}

/**
 * Throws `invalid` for an organization, shop or picture that does not exist or is another organization's, and for
 * characters that no board can draw. The picture that the slide shows already (in `held`) may stay, whoever brought it first.
 */
export async function refuseBadSlide(
  records: Records,
  fields: Omit<SlideFields, 'dwellSeconds'>,
  held?: SlideContent,
): Promise<void> {
  const heldSha256 = held && pictureOf(held)?.sha256;
  const isHeld = heldSha256 !== undefined && heldSha256 === pictureOf(fields.content)?.sha256;
  const problems = [
    ...undrawableProblems(fields.content, 'content'),
    ...(await ownerProblems(records, fields)),
    ...(isHeld ? [] : await pictureProblems(records, fields)),
  ];
  if (problems.length > 0)
    throw new Refusal('invalid', '슬라이드를 다시 확인해 주십시오.', problems);
}

/**
 * Throws `invalid` when the picture's consent is missing: it must not be published. A picture that came with
 * the slide goes by the word of whoever brought it first.
 */
export async function refuseWithoutConsent(
  records: Records,
  { organizationId, content }: Pick<SlideFields, 'organizationId' | 'content'>,
): Promise<void> {
  const picture = pictureOf(content);
  const media = picture && (await records.media.get(picture.sha256));
  if (!media || (consentOf(media, organizationId) ?? media.consent) !== 'missing') return;
  const message = '사진에 나온 사람의 동의를 받은 뒤, 사진을 다시 올려 동의를 표시해 주십시오.';
  throw new Refusal('invalid', message, [{ path: 'content.picture', message }]);
}

/** `slide` after one more change; `updatedAt` is `now`. */
export function moved(slide: Slide, change: Partial<Slide>, now: number): Slide {
  return { ...slide, ...change, updatedAt: now, version: slide.version + 1 };
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

async function pictureProblems(
  records: Records,
  { organizationId, content }: Omit<SlideFields, 'dwellSeconds'>,
): Promise<FieldProblem[]> {
  const picture = pictureOf(content);
  if (!picture) return [];
  const media = await records.media.get(picture.sha256);
  return media && consentOf(media, organizationId) !== undefined
    ? []
    : [{ path: 'content.picture.sha256', message: '이 운영 주체가 올린 사진을 골라 주십시오.' }];
}
