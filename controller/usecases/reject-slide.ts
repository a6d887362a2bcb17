import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import { reviewedBy } from '../approvals/last-review.ts';
import { tellSubmitter, type ReviewHouse } from '../approvals/tell-submitter.ts';
import { moveSlide } from './move-slide.ts';
import type { SlideMove, SlideRef } from './move-slide.ts';

/** Sends a submitted slide back with a reason; a revision that was approved before stays on air. */
export function rejectSlide(
  { context, alerts }: ReviewHouse,
  person: Person,
  { reason, ...ref }: SlideRef & { readonly reason: string },
): Promise<SlideView> {
  const reject: SlideMove = {
    right: 'slide.approve',
    action: 'slide.reject',
    step: async (slide, latest, move) => {
      if (slide.state !== 'submitted') {
        throw new Refusal('conflict', '검토를 기다리는 슬라이드만 반려할 수 있습니다.');
      }
      await tellSubmitter(move, { context, alerts }, { slide, latest, by: person, reason });
      return {
        ...{ state: 'rejected', rejectionReason: reason },
        ...reviewedBy(person, slide, move.at),
      };
    },
  };
  return moveSlide(context, person, { ...ref, move: reject });
}
