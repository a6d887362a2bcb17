import type { Screens } from '../../shared/content/fields.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import { isOnAir } from '../manifest/world.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { requireRight } from './require-right.ts';
import { refuseUnfitMedia } from './slide-media-rules.ts';

export interface ShownNow {
  /** From here the latency on the receipts counts. */
  readonly acceptedAt: number;
  readonly screenIds: string[];
  /** The manifest revision that brings it; boards of different groups have their own, this is the largest. */
  readonly version: number;
}

/**
 * 지금 송출: the slide is on the glass at once for one dwell. It counts as the next turn of the slide's
 * booking on these boards, or as nobody's where it has none. Boards outside of their hours are left out.
 * Throws `conflict` for a slide that is not approved or when all boards are closed, `invalid` for unknown
 * screens and for a picture whose consent was taken back.
 */
export async function showSlideNow(
  context: Context,
  person: Person,
  { slideId, screens }: { readonly slideId: string; readonly screens: Screens },
): Promise<ShownNow> {
  const acceptedAt = context.now();
  const { value: screenIds, push } = await change(context, { person }, async (records, noted) => {
    const slide = await findOrRefuse(records.slides, slideId, '슬라이드를');
    requireRight(person, 'slide.show-now', slide);
    if (!isOnAir(slide))
      throw new Refusal(
        'conflict',
        '승인된 슬라이드만 송출할 수 있습니다. 먼저 승인을 받아 주십시오.',
      );
    const { content } = await findOrRefuse(records.revisions, slide.approvedRevisionId, '판을');
    await refuseUnfitMedia(records, { ...slide, content });
    const ids = openOnes(context, screenIdsOf(context, screens), acceptedAt);
    const bookingId = bookingOn(context, ids, slideId);
    noted.showNow(ids, { id: context.newId(), slideId, bookingId });
    const after = { screens, bookingId };
    noted.record({ action: 'slide.show-now', subjectId: slideId, before: null, after });
    return ids;
  });
  const version = Math.max(0, ...screenIds.map((id) => push.revisionByScreen.get(id) ?? 0));
  return { acceptedAt, screenIds: [...screenIds], version };
}

/** Those that are within their hours at `at`. Throws `conflict` when none is: nothing would be seen. */
function openOnes(
  { manifests }: Context,
  screenIds: readonly string[],
  at: number,
): readonly string[] {
  const open = screenIds.filter((id) => {
    const calendar = manifests.ofScreen(id)?.manifest.calendar;
    const opening = calendar && openingOf(calendar, planDateAt(calendar, at));
    return opening !== undefined && opening.fromMs <= at && at < opening.toMs;
  });
  if (open.length > 0) return open;
  throw new Refusal(
    'conflict',
    '지금은 운영 시간이 아니어서 화면이 꺼져 있습니다. 운영 시간에 다시 송출하거나 편성에 넣어 주십시오.',
  );
}

/** The ids of `screens`. Throws `invalid` for unknown ones, and `conflict` when there is no board at all. */
export function screenIdsOf({ manifests }: Context, screens: Screens): readonly string[] {
  if (screens !== 'all') {
    const unknown = screens.findIndex((id) => !manifests.ofScreen(id));
    if (unknown < 0) return [...new Set(screens)];
    throw new Refusal('invalid', '화면을 다시 골라 주십시오.', [
      { path: `screens.${unknown}`, message: '그 화면이 없습니다. 목록에서 골라 주십시오.' },
    ]);
  }
  const ids = manifests.screenIds();
  if (ids.length > 0) return ids;
  throw new Refusal('conflict', '등록된 화면이 없습니다. 먼저 화면을 등록해 주십시오.');
}

/** The booking whose turn it is charged to: one that the first board plays the slide for. */
function bookingOn(context: Context, screenIds: readonly string[], slideId: string): string | null {
  const [screenId] = screenIds;
  const held = screenId === undefined ? undefined : context.manifests.ofScreen(screenId);
  const booking = held?.manifest.bookings.find((one) => one.slideIds.includes(slideId));
  return booking?.id ?? null;
}
