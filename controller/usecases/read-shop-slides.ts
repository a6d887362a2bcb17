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
  const zone = zoneOf(await records.screens.all());
  const today = dateInZone(zone, at);
  const quarters = await records.slidePlays.quarters(ids, at);
  const counted = await records.slidePlays.counted(ids);
  const next = nextTurns(context, new Set(ids), at);
  return ids.map((slideId) => {
    const own = quarters.filter((quarter) => quarter.slideId === slideId);
    const ownCounted = counted.filter((day) => day.slideId === slideId);
    const ofToday = own.filter(({ firstAt }) => dateInZone(zone, firstAt) === today);
    const countedToday = ownCounted.filter(({ date }) => date === today);
    return {
      slideId,
      playsToday: playsOf([...ofToday, ...countedToday]),
      playsInAll: playsOf([...own, ...ownCounted]),
      next: next.get(slideId) ?? null,
    };
  });
}

function playsOf(parts: readonly { readonly plays: number }[]): number {
  return parts.reduce((sum, { plays }) => sum + plays, 0);
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
