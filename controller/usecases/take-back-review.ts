import type { Person } from '../../shared/content/person.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { beforeReview } from '../approvals/last-review.ts';
import type { Context } from './context.ts';
import { moveSlide, type SlideMove, type SlideRef } from './move-slide.ts';

/** [V18] The slide waits again, and what was on air before is on air. Throws `conflict` where it is too late. */
export function takeBackReview(
  context: Context,
  person: Person,
  ref: SlideRef,
): Promise<SlideView> {
  const takeBack: SlideMove = {
    right: 'slide.approve',
    action: 'slide.take-back',
    step: async (slide, _latest, { records, at }) => {
      const before = beforeReview(slide, person, at);
      await records.reviewNotes.removeOfSlide(slide.id);
      return before;
    },
  };
  return moveSlide(context, person, { ...ref, move: takeBack });
}
