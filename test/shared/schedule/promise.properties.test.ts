import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { applyPatch } from '../../../shared/schedule/apply-patch.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import {
  claimsOf,
  promiseLines,
  type BoardRecord,
  type PromiseDay,
} from '../../../shared/schedule/promise.ts';
import type { Interval } from '../../../shared/schedule/window.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { anyManifest } from '../../support/any-manifest.ts';
import { changed, patchOf, recorded } from '../../support/changed-manifest.ts';
import {
  aCalendar,
  aManifest,
  aSlide,
  aBooking,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const FROM = seoul('06:00');
const TO = seoul('09:20');
const JOB_MS = 20 * MINUTE_MS;

const anyOutages = fc.array(
  fc
    .tuple(fc.integer({ min: FROM, max: TO }), fc.integer({ min: 1, max: 60 }))
    .map(([fromMs, minutes]): Interval => ({ fromMs, toMs: fromMs + minutes * MINUTE_MS })),
  { maxLength: 3 },
);

/** What a board records that was off during `outages`. */
function playsOf(slots: readonly Slot[], outages: readonly Interval[], at: number) {
  return slots
    .filter(({ endMs }) => endMs <= at)
    .filter((slot) => !outages.some((off) => off.fromMs < slot.endMs && slot.startMs < off.toMs))
    .map(({ bookingId, startMs }) => ({
      bookingId,
      slotStartMs: startMs,
      outcome: 'played' as const,
    }));
}

/** A whole day with the job at every twenty minutes, on boards that take patches. */
function lived(first: Manifest, outages: readonly (readonly Interval[])[]) {
  let manifest = first;
  let board = first;
  let slots = dayPlan(first, TEST_DATE);
  const dayAt = (at: number): PromiseDay => {
    const boards = outages.map((off, index): BoardRecord => ({
      screenId: `s${index}`,
      plays: playsOf(slots, off, at),
    }));
    return { manifest, date: TEST_DATE, slots, boards, at };
  };
  for (let at = FROM + JOB_MS; at < TO; at += JOB_MS) {
    const replan = { effectiveAt: at, claims: claimsOf(dayAt(at)) };
    const next = changed(manifest, {}, replan);
    const patched = applyPatch(board, patchOf(manifest, next, replan));
    expect(patched && manifestHash(patched)).toBe(manifestHash(next));
    board = patched ?? board;
    slots = recorded(slots, next, { date: TEST_DATE, effectiveAt: at });
    manifest = next;
  }
  expect(dayPlan(board, TEST_DATE)).toEqual(dayPlan(manifest, TEST_DATE));
  return { day: dayAt(TO), manifest, slots };
}

function withPromises(manifest: Manifest, promises: readonly (number | null)[]): Manifest {
  const bookings = manifest.bookings.map((booking, index) => ({
    ...booking,
    promisedPlaysPerDay: promises[index] ?? null,
  }));
  return { ...manifest, bookings };
}

const anyPromises = fc.array(fc.option(fc.integer({ min: 1, max: 300 })), { maxLength: 14 });

describe('a promised day with outages', () => {
  it('[S10] ends with every promise met or its shortfall reported, board by board', () => {
    fc.assert(
      fc.property(
        anyManifest,
        anyPromises,
        fc.array(anyOutages, { minLength: 1, maxLength: 3 }),
        (plain, promises, outages) => {
          const { day, slots } = lived(withPromises(plain, promises), outages);
          const lines = promiseLines(day);
          for (const { screenId, bookingId, promised, shortfall, ahead } of lines) {
            const off = outages[Number(screenId.slice(1))] ?? [];
            const got = playsOf(slots, off, TO).filter(
              (play) => play.bookingId === bookingId,
            ).length;
            expect(ahead).toBe(0);
            expect(shortfall).toBe(Math.max(0, promised - got));
          }
          const due = day.manifest.bookings.filter((one) => one.promisedPlaysPerDay !== null);
          expect(lines).toHaveLength(due.length * outages.length);
        },
      ),
      RUNS,
    );
  });

  it('[S10] stays gapless and charges a make-good to its own organization only', () => {
    fc.assert(
      fc.property(anyManifest, anyPromises, anyOutages, (plain, promises, outages) => {
        const { manifest, slots } = lived(withPromises(plain, promises), [outages]);
        expect(slots[0]?.startMs).toBe(FROM);
        expect(slots.at(-1)?.endMs).toBe(TO);
        for (const [index, slot] of slots.entries())
          if (index > 0) expect(slot.startMs).toBe(slots[index - 1]?.endMs);
        const without = dayPlan(plain, TEST_DATE);
        for (const { id, sharePercent } of manifest.organizations) {
          const timeOf = (plan: readonly Slot[]) =>
            plan
              .filter((slot) => slot.organizationId === id)
              .reduce((sum, slot) => sum + slot.endMs - slot.startMs, 0);
          // Four hours are touched; in each the organization is within a slot of 49 s of its share.
          const slackMs = 8 * 49_000;
          if (sharePercent > 0)
            expect(Math.abs(timeOf(slots) - timeOf(without))).toBeLessThanOrEqual(slackMs);
        }
      }),
      RUNS,
    );
  });

  it('[S10] meets a promise that every second slot of the rest of the day can still meet', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const anyOutage = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(anyOutage, fc.subarray(ids, { maxLength: 2 }), ([start, minutes], promised) => {
        const first = aManifest({
          calendar: aCalendar({ hours: openEveryDay(360, 560) }),
          slides: ids.map((id) => aSlide(id)),
          bookings: ids.map((id) =>
            aBooking(id, { promisedPlaysPerDay: promised.includes(id) ? 95 : null }),
          ),
        });
        const fromMs = FROM + start * MINUTE_MS;
        const outage = { fromMs, toMs: fromMs + minutes * MINUTE_MS };
        const { day } = lived(first, [[outage]]);
        expect(promiseLines(day).map(({ shortfall }) => shortfall)).toEqual(promised.map(() => 0));
      }),
      RUNS,
    );
  });

  it('[S9] [S10] goes on the same when nothing is lost any more, however often it is asked', () => {
    fc.assert(
      fc.property(
        anyManifest,
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 14 }),
        fc.array(fc.integer({ min: FROM, max: TO - 1 }), { minLength: 1, maxLength: 4 }),
        (plain, counts, times) => {
          const claims = Object.fromEntries(
            plain.bookings.map(({ id }, index) => [id, counts[index] ?? 0]),
          );
          let manifest = changed(plain, {}, { effectiveAt: FROM, claims });
          const whole = dayPlan(manifest, TEST_DATE);
          let slots = whole;
          for (const effectiveAt of times.sort((a, b) => a - b)) {
            manifest = changed(manifest, {}, { effectiveAt, claims });
            slots = recorded(slots, manifest, { date: TEST_DATE, effectiveAt });
          }
          expect(slots).toEqual(whole);
        },
      ),
      RUNS,
    );
  });
});
