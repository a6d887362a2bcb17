import type { ShopSlide } from '../../shared/protocol/http/approvals.ts';
import { zoneOf } from '../../shared/content/screen.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import { addDays } from '../../shared/time.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';

/** How often each slide of the shop was shown, today and in all, and when it comes next; by id. */
export async function readShopSlides(context: Context, shopId: string): Promise<ShopSlide[]> {
  const { records } = context.store;
  await findOrRefuse(records.shops, shopId, '가게를');
  const ids = (await records.slides.all())
    .filter((slide) => slide.shopId === shopId)
    .map(({ id }) => id);
  const at = context.now();
  const today = dateInZone(zoneOf(await records.screens.all()), at);
  const counts = await records.playDays.counts(ids, today);
  const countsOf = new Map(counts.map((count) => [count.slideId, count]));
  const next = nextTurns(context, new Set(ids), at);
  return ids.map((slideId) => {
    const { onDate: playsToday = 0, inAll: playsInAll = 0 } = countsOf.get(slideId) ?? {};
    return { slideId, playsToday, playsInAll, next: next.get(slideId) ?? null };
  });
}

/** The first turn of each that starts after `at`, on whichever board, today or tomorrow. */
function nextTurns(
  context: Context,
  slideIds: ReadonlySet<string>,
  at: number,
): ReadonlyMap<string, NonNullable<ShopSlide['next']>> {
  const next = new Map<string, NonNullable<ShopSlide['next']>>();
  for (const { slideId, screenId, startMs } of slotsAhead(context, at)) {
    if (!slideIds.has(slideId) || startMs <= at) continue;
    const known = next.get(slideId);
    if (!known || startMs < known.at) next.set(slideId, { screenId, at: startMs });
  }
  return next;
}

/** Of one board of each group, today and tomorrow. */
function slotsAhead({ manifests }: Context, at: number) {
  return manifests.groups().flatMap(({ screenIds: [screenId = ''] }) => {
    const calendar = manifests.ofScreen(screenId)?.manifest.calendar;
    if (!calendar) return [];
    const today = planDateAt(calendar, at);
    return [today, addDays(today, 1)].flatMap((date) =>
      (manifests.planOf(screenId, date) ?? []).map(({ slideId, startMs }) => {
        return { slideId, screenId, startMs };
      }),
    );
  });
}
