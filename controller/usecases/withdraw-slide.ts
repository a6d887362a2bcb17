import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';
import { moveSlide } from './move-slide.ts';
import type { SlideMove, SlideRef } from './move-slide.ts';

const withdraw: SlideMove = {
  right: 'slide.approve',
  action: 'slide.withdraw',
  step: async (slide, _latest, { records }) => {
    if (slide.state === 'withdrawn') throw new Refusal('conflict', '이미 게시를 중단했습니다.');
    if (slide.house) await refuseLastHouseSlide(records, slide.id);
    return { state: 'withdrawn', approvedRevisionId: null };
  },
};

/** Off every board at once; approving it again brings it back. */
export function withdrawSlide(context: Context, person: Person, ref: SlideRef): Promise<SlideView> {
  return moveSlide(context, person, { ...ref, move: withdraw });
}

/** Where nothing is booked the board still shows something [S2]. */
async function refuseLastHouseSlide(records: Records, slideId: string): Promise<void> {
  const slides = await records.slides.all();
  const isLeft = slides.some(
    (other) => other.id !== slideId && other.house && other.approvedRevisionId !== null,
  );
  if (isLeft) return;
  throw new Refusal('conflict', '편성이 없을 때 나오는 기본 슬라이드는 하나는 남아 있어야 합니다.');
}
