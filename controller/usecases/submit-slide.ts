import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Context } from './context.ts';
import { moveSlide } from './move-slide.ts';
import type { SlideMove, SlideRef } from './move-slide.ts';
import { refuseBadSlide, refuseUnreadable, refuseWithoutConsent } from './slide-rules.ts';

const submit: SlideMove = {
  right: 'slide.write',
  action: 'slide.submit',
  step: async (slide, latest, records) => {
    if (slide.state === 'submitted') {
      throw new Refusal('conflict', '이미 검토를 기다리고 있습니다. 승인되면 편성할 수 있습니다.');
    }
    if (slide.state === 'approved') {
      throw new Refusal('conflict', '이미 승인되었습니다. 내용을 고친 뒤에 다시 요청해 주십시오.');
    }
    await refuseBadSlide(records, { ...slide, content: latest.content }, latest.content);
    await refuseWithoutConsent(records, { ...slide, content: latest.content });
    refuseUnreadable(latest);
    return { state: 'submitted', rejectionReason: null };
  },
};

/** Asks for a review of the latest revision. */
export function submitSlide(context: Context, person: Person, ref: SlideRef): Promise<SlideView> {
  return moveSlide(context, person, { ...ref, move: submit });
}
