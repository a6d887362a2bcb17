import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, ManifestBooking } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import {
  bookingWindows,
  dayIndexOf,
  instantsAround,
  openingOf,
  unite,
  without,
  type Interval,
} from '../../../shared/schedule/window.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { anyManifest } from '../../support/any-manifest.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  aShop,
  aSlide,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const LEAST_MS = 9_000;
const OPENING = { fromMs: seoul('06:00'), toMs: seoul('09:20') };

const plan = (manifest: Manifest) => dayPlan(manifest, TEST_DATE);

/** Where each booking may play: its windows and, unless it is exclusive, outside of the exclusive ones. */
function allowedOf({ bookings, calendar }: Manifest): ReadonlyMap<string, readonly Interval[]> {
  const around = {
    dayIndex: dayIndexOf(calendar, TEST_DATE),
    instant: instantsAround(calendar, TEST_DATE),
  };
  const windowsOf = (booking: ManifestBooking) => bookingWindows(booking, OPENING, around);
  const closed = unite(bookings.filter((booking) => booking.exclusive).flatMap(windowsOf));
  return new Map(
    bookings.map((booking) => [
      booking.id,
      booking.exclusive ? windowsOf(booking) : without(windowsOf(booking), closed),
    ]),
  );
}

function dwellsOf(manifest: Manifest): ReadonlyMap<string, number> {
  return new Map(manifest.slides.map(({ id, dwellMs }) => [id, Math.max(LEAST_MS, dwellMs)]));
}

/** When `organizationId` has something live: from a window's start to the last instant a slide still fits. */
function liveOf(manifest: Manifest, organizationId: string): readonly Interval[] {
  const dwells = dwellsOf(manifest);
  const allowed = allowedOf(manifest);
  return unite(
    manifest.bookings
      .filter((booking) => booking.organizationId === organizationId)
      .flatMap(({ id, slideIds }) => {
        const shortest = Math.min(...slideIds.map((slideId) => dwells.get(slideId) ?? Infinity));
        return (allowed.get(id) ?? [])
          .map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs - shortest + 1 }))
          .filter(({ fromMs, toMs }) => fromMs < toMs);
      }),
  );
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(index + 1, 2 * seed + 1) >>> 7 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function overlap(slot: { startMs: number; endMs: number }, hour: Interval): number {
  return Math.max(0, Math.min(slot.endMs, hour.toMs) - Math.max(slot.startMs, hour.fromMs));
}

describe('dayPlan, for any manifest', () => {
  it('[S2] is gapless from opening to closing', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(openingOf(manifest.calendar, TEST_DATE)).toEqual(OPENING);
        let cursor = OPENING.fromMs;
        for (const slot of plan(manifest)) {
          expect(slot.startMs).toBe(cursor);
          expect(slot.endMs).toBeGreaterThan(slot.startMs);
          cursor = slot.endMs;
        }
        expect(cursor).toBe(OPENING.toMs);
      }),
      RUNS,
    );
  });

  it('[S1] [S3] keeps every slot inside its booking and out of exclusive windows', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const allowed = allowedOf(manifest);
        for (const slot of plan(manifest)) {
          if (slot.bookingId === null) continue;
          const isInside = allowed
            .get(slot.bookingId)
            ?.some(({ fromMs, toMs }) => fromMs <= slot.startMs && slot.endMs <= toMs);
          expect(isInside).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('[S7] lasts the dwell, and longer only by a remainder under the least', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const dwells = dwellsOf(manifest);
        for (const slot of plan(manifest)) {
          const beyond = slot.endMs - slot.startMs - (dwells.get(slot.slideId) ?? 0);
          expect(beyond).toBeLessThan(LEAST_MS);
          if (slot.kind === 'booking') expect(beyond).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('[S2] shows the house only while nothing is live', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const live = manifest.organizations.flatMap(({ id }) => liveOf(manifest, id));
        for (const slot of plan(manifest)) {
          if (slot.kind !== 'house') continue;
          const isLive = live.some(
            ({ fromMs, toMs }) => fromMs < slot.endMs && slot.startMs < toMs,
          );
          expect(isLive).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('[S4] gives every organization its share of every clock hour, less one slot at most', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        const slots = plan(manifest);
        for (const { id, sharePercent } of manifest.organizations) {
          const live = liveOf(manifest, id);
          for (let fromMs = OPENING.fromMs; fromMs < OPENING.toMs; fromMs += HOUR_MS) {
            const hour = { fromMs, toMs: fromMs + HOUR_MS };
            const inHour = slots.filter((slot) => overlap(slot, hour) > 0);
            const got = inHour
              .filter((slot) => slot.organizationId === id)
              .reduce((sum, slot) => sum + overlap(slot, hour), 0);
            const liveMs = live.reduce(
              (sum, { fromMs: startMs, toMs: endMs }) => sum + overlap({ startMs, endMs }, hour),
              0,
            );
            const longest = Math.max(...inHour.map((slot) => slot.endMs - slot.startMs));
            expect(got + longest).toBeGreaterThanOrEqual((liveMs * sharePercent) / 100);
          }
        }
      }),
      RUNS,
    );
  });

  it('[S5] [S6] gives equal shops equal turns whatever they book, and avoids what can be avoided', () => {
    const anyShops = fc.array(
      fc.record({
        slides: fc.integer({ min: 1, max: 5 }),
        bookings: fc.integer({ min: 1, max: 3 }),
        trade: fc.constantFrom('meal', 'cafe', 'fresh'),
      }),
      { minLength: 2, maxLength: 7 },
    );
    fc.assert(
      fc.property(anyShops, (shops) => {
        const slots = plan(
          aManifest({
            calendar: aCalendar({ hours: openEveryDay(360, 420) }),
            shops: shops.map(({ trade }, index) => aShop(`shop-${index}`, { trade })),
            slides: shops.flatMap(({ slides }, index) =>
              Array.from({ length: slides }, (_, n) => aSlide(`slide-${index}-${n}`)),
            ),
            bookings: shops.flatMap(({ bookings, slides }, index) =>
              Array.from({ length: bookings }, (_, n) =>
                aBooking(`booking-${index}-${n}`, {
                  shopId: `shop-${index}`,
                  slideIds: Array.from({ length: slides }, (_, m) => `slide-${index}-${m}`),
                }),
              ),
            ),
          }),
        );
        for (let from = 0; from + shops.length <= slots.length; from += shops.length) {
          const round = slots.slice(from, from + shops.length).map((slot) => slot.shopId);
          expect(new Set(round).size).toBe(shops.length);
        }
        const isRepeat = slots.some((slot, i) => i > 0 && slot.shopId === slots[i - 1]?.shopId);
        expect(isRepeat).toBe(false);
      }),
      RUNS,
    );
  });

  it('[S6] repeats a trade only when all who still wait for their turn are of it', () => {
    const anyTrades = fc.array(fc.constantFrom('meal', 'cafe', 'fresh'), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(anyTrades, (trades) => {
        const ids = trades.map((_, index) => `shop-${String(index)}`);
        const slots = plan(
          aManifest({
            calendar: aCalendar({ hours: openEveryDay(360, 420) }),
            shops: trades.map((trade, index) => aShop(`shop-${String(index)}`, { trade })),
            slides: ids.map((id) => aSlide(id)),
            bookings: ids.map((id) => aBooking(id, { shopId: id })),
          }),
        );
        const tradeOf = new Map(ids.map((id, index) => [id, trades[index]]));
        let waiting = new Set(ids);
        for (const [index, { slideId }] of slots.entries()) {
          if (waiting.size === 0) waiting = new Set(ids);
          const last = slots[index - 1]?.slideId ?? '';
          const others = [...waiting].filter((id) => id !== last).map((id) => tradeOf.get(id));
          const isRepeat = tradeOf.get(slideId) === tradeOf.get(last);
          if (isRepeat) expect(new Set([...others, tradeOf.get(last)]).size).toBe(1);
          expect(waiting.delete(slideId)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('[S8] is the same for any order of the lists, and does not touch them', () => {
    fc.assert(
      fc.property(anyManifest, fc.integer({ min: 1, max: 1e6 }), (manifest, seed) => {
        const text = JSON.stringify(manifest);
        const other = {
          ...manifest,
          organizations: shuffled(manifest.organizations, seed),
          shops: shuffled(manifest.shops, seed),
          slides: shuffled(manifest.slides, seed),
          bookings: shuffled(manifest.bookings, seed),
        };
        expect(plan(other)).toEqual(plan(manifest));
        expect(JSON.stringify(manifest)).toBe(text);
      }),
      RUNS,
    );
  });
});
