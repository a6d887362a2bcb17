import { beforeAll, describe, expect, it } from 'vitest';
import { buildContent } from '../../controller/manifest/build.ts';
import { groupsOf } from '../../controller/manifest/group.ts';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { addDays, HOUR_MS, instantOf, type CivilDate } from '../../shared/time.ts';
import { contentWorld } from './content-world.ts';

const WINTER = '2026-11-22';
const SUMMER = '2027-07-12';
const SLOT_MS = 15_000;

/** The plans of seven days from `firstDate`, beside the manifest that they come from. */
function week(firstDate: CivilDate): { manifest: Manifest; plans: readonly (readonly Slot[])[] } {
  const world = contentWorld();
  const [group] = groupsOf(world, new Map());
  if (!group) throw new Error('content/ has no board');
  const content = buildContent(world, group, { firstDate, keepSlideIds: [] });
  const manifest = { ...content, id: 'content', revision: 1, carry: null };
  const dates = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(firstDate, day));
  return { manifest, plans: dates.map((date) => dayPlan(manifest, date)) };
}

/** Milliseconds of `organizationId` within `[fromMs, fromMs + 1 hour)`. */
function hourOf(plan: readonly Slot[], organizationId: string, fromMs: number): number {
  return plan
    .filter((slot) => slot.organizationId === organizationId)
    .map(({ startMs, endMs }) => Math.min(endMs, fromMs + HOUR_MS) - Math.max(startMs, fromMs))
    .reduce((sum, ms) => sum + Math.max(0, ms), 0);
}

describe.each([
  { season: 'winter', firstDate: WINTER },
  { season: 'summer', firstDate: SUMMER },
])('a week of the board out of the box, in $season', ({ firstDate }) => {
  let manifest: Manifest;
  let plans: readonly (readonly Slot[])[];
  beforeAll(() => {
    ({ manifest, plans } = week(firstDate));
  });

  it('is full: the house never shows for want of a booking', () => {
    for (const slot of plans.flat())
      if (slot.kind === 'house') expect(slot.endMs - slot.startMs).toBeLessThan(SLOT_MS);
  });

  it('[S4] keeps every share in every hour, to within a slot', () => {
    plans.forEach((plan, day) => {
      for (let hour = 0; hour < 24; hour++) {
        const date = addDays(firstDate, day);
        const fromMs = instantOf(manifest.calendar.offsets, date, hour * 60);
        for (const { id, sharePercent } of manifest.organizations)
          expect(hourOf(plan, id, fromMs), `${id} ${date} ${hour}:00`).toBeGreaterThanOrEqual(
            (HOUR_MS * sharePercent) / 100 - SLOT_MS,
          );
      }
    });
  });

  it('shows every slide that is booked on any of the days', () => {
    const running = manifest.bookings.filter(({ days }) => days.slice(0, 7).includes('1'));
    const booked = new Set(running.flatMap(({ slideIds }) => slideIds));
    const shown = new Set(plans.flat().map(({ slideId }) => slideId));
    expect([...booked].filter((id) => !shown.has(id))).toEqual([]);
  });

  it('[S6] never shows a slide twice in a row', () => {
    for (const plan of plans)
      plan.forEach(({ slideId }, at) => {
        expect(plan[at - 1]?.slideId).not.toBe(slideId);
      });
  });
});
