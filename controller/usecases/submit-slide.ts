import type { Person } from '../../shared/content/person.ts';
import type { Measured } from '../../shared/legibility/judgement.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Context } from './context.ts';
import { freezeSubmission } from './freeze-submission.ts';
import { moveSlide } from './move-slide.ts';
import type { SlideMove, SlideRef } from './move-slide.ts';
import { refuseUnfitMedia } from './slide-media-rules.ts';
import { refuseBadSlide } from './slide-rules.ts';

export interface MeasuredRef extends SlideRef {
  /** Of the latest revision, on the boards that may play it. */
  readonly measured?: readonly Measured[] | undefined;
}

/** Asks for a review of the latest revision. Without a measurement its words alone are judged, and the approver is told. */
export function submitSlide(
  context: Context,
  person: Person,
  { measured, ...ref }: MeasuredRef,
): Promise<SlideView> {
  const submit: SlideMove = {
    right: 'slide.write',
    action: 'slide.submit',
    step: async (slide, latest, move) => {
      if (slide.state === 'submitted') {
        throw new Refusal(
          'conflict',
          '이미 검토를 기다리고 있습니다. 승인되면 편성할 수 있습니다.',
        );
      }
      if (slide.state === 'approved') {
        throw new Refusal(
          'conflict',
          '이미 승인되었습니다. 내용을 고친 뒤에 다시 요청해 주십시오.',
        );
      }
      await refuseBadSlide(move.records, { ...slide, content: latest.content }, latest.content);
      await refuseUnfitMedia(move.records, { ...slide, content: latest.content });
      await freezeSubmission(move, { slide, latest, measured });
      return { state: 'submitted', rejectionReason: null, submittedBy: person.id };
    },
  };
  return moveSlide(context, person, { ...ref, move: submit });
}
