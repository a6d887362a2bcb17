import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { dayOverview } from '../../../shared/schedule/overview.ts';
import { anyBooking, anyManifest } from '../../support/any-manifest.ts';
import { changed, recorded } from '../../support/changed-manifest.ts';
import { seoul, TEST_DATE } from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const anyInstant = fc.integer({ min: seoul('06:00'), max: seoul('09:20') - 1 });
/** Bookings that come, or null for one that goes. */
const anyChanges = fc.array(
  fc.tuple(anyInstant, fc.option(anyBooking('booking-new', ['org-0', 'org-1']))),
  { maxLength: 3 },
);

/** The manifest after the changes, and the plan of record of the day. */
function lived(first: Manifest, changes: readonly (readonly [number, unknown])[]) {
  let [manifest, slots] = [first, dayPlan(first, TEST_DATE)];
  for (const [effectiveAt, booking] of [...changes].sort(([a], [b]) => a - b)) {
    const others = manifest.bookings.filter(({ id }) => id !== 'booking-new');
    const bookings = booking === null ? others.slice(1) : [...others, booking as never];
    manifest = changed(manifest, { bookings }, { effectiveAt });
    slots = recorded(slots, manifest, { date: TEST_DATE, effectiveAt });
  }
  return { manifest, slots };
}

describe('dayOverview, for any manifest and its changes in mid-day', () => {
  it('shares out every millisecond of the slots', () => {
    fc.assert(
      fc.property(anyManifest, anyChanges, (first, changes) => {
        const { manifest, slots } = lived(first, changes);
        const { hours, houseMs, shops, plays } = dayOverview(manifest, { date: TEST_DATE, slots });
        for (const { fromMs, toMs, parties, ...hour } of hours) {
          const ms = parties.reduce((sum, party) => sum + party.ms, 0);
          expect(ms + hour.houseMs + hour.handMs).toBe(toMs - fromMs);
        }
        expect(hours[0]?.fromMs).toBe(slots[0]?.startMs);
        expect(hours.at(-1)?.toMs).toBe(slots.at(-1)?.endMs);
        expect(houseMs).toBe(lengthOf(slots.filter(({ kind }) => kind === 'house')));
        expect(plays).toBe(slots.filter(({ kind }) => kind !== 'house').length);
        const ofShops = shops.reduce((sum, shop) => sum + shop.plays, 0);
        expect(ofShops).toBe(slots.filter(({ shopId }) => shopId !== null).length);
      }),
      RUNS,
    );
  });

  it('[S4] [S9] finds every share kept', () => {
    fc.assert(
      fc.property(anyManifest, anyChanges, (first, changes) => {
        const { manifest, slots } = lived(first, changes);
        const { hours } = dayOverview(manifest, { date: TEST_DATE, slots });
        for (const { parties } of hours)
          for (const { isKept } of parties) expect(isKept).not.toBe(false);
        if (changes.length > 0) return;
        for (const { parties } of hours)
          for (const { isKept } of parties) expect(isKept).toBe(true);
      }),
      RUNS,
    );
  });

  it('[S3] displaces nobody where no exclusive booking runs, and shows none of the displaced there', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const slots = dayPlan(manifest, TEST_DATE);
        for (const hour of dayOverview(manifest, { date: TEST_DATE, slots }).hours) {
          if (hour.exclusiveIds.length === 0) expect(hour.displacedIds).toEqual([]);
          const both = hour.displacedIds.filter((id) => hour.exclusiveIds.includes(id));
          expect(both).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});

function lengthOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}
