import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { SlideView } from '../../shared/protocol/http/content.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';
import { moveSlide } from './move-slide.ts';
import type { SlideMove, SlideRef } from './move-slide.ts';

/** Off every board at once; approving it again brings it back. What boards owe is kept with it [V30]. */
export function withdrawSlide(context: Context, person: Person, ref: SlideRef): Promise<SlideView> {
  const withdraw: SlideMove = {
    right: 'slide.approve',
    action: 'slide.withdraw',
    step: async (slide, _latest, { records, at }) => {
      if (slide.state === 'withdrawn') throw new Refusal('conflict', '이미 게시를 중단했습니다.');
      if (slide.house) await refuseLastHouseSlide(records, slide.id);
      if (slide.approvedRevisionId !== null)
        await records.withdrawals.add({
          ...{ id: context.newId(), slideId: slide.id, at },
          revisionId: slide.approvedRevisionId,
          ...{ personId: person.id, actor: person.displayName },
          screenIds: screensWith(context, slide.id),
        });
      return { state: 'withdrawn', approvedRevisionId: null };
    },
  };
  return moveSlide(context, person, { ...ref, move: withdraw });
}

/** The boards that have it: each owes its word that it is off the glass. */
function screensWith({ manifests }: Context, slideId: string): string[] {
  return manifests.groups().flatMap(({ screenIds }) => {
    const manifest = manifests.ofScreen(screenIds[0] ?? '')?.manifest;
    return manifest?.slides.some(({ id }) => id === slideId) ? [...screenIds] : [];
  });
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
