import type { Person } from '../../shared/content/person.ts';
import { TAKE_BACK_MS, type LastReview } from '../../shared/content/slide-review.ts';
import type { Slide } from '../../shared/content/slide.ts';
import { Refusal } from '../../shared/problem.ts';
import type { EpochMs } from '../../shared/time.ts';

/** [V18] What the slide keeps of a review, so that it can be taken back. */
export function reviewedBy(
  person: Person,
  { state, approvedRevisionId, rejectionReason, shortLink }: Slide,
  at: EpochMs,
): { readonly lastReview: LastReview } {
  const before = { state, approvedRevisionId, rejectionReason, ...(shortLink && { shortLink }) };
  return { lastReview: { personId: person.id, at, before } };
}

/** [V18] What the slide was before its review. Throws `conflict` where that cannot be taken back, or not by them. */
export function beforeReview(
  { lastReview }: Slide,
  person: Person,
  at: EpochMs,
): LastReview['before'] {
  const isOwn = lastReview?.personId === person.id;
  if (lastReview && isOwn && at - lastReview.at <= TAKE_BACK_MS) return lastReview.before;
  throw new Refusal(
    'conflict',
    '되돌릴 수 있는 때가 지났습니다. 슬라이드를 열어 지금 모습을 확인해 주십시오.',
  );
}
