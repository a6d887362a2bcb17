import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingFacts } from '../../../shared/schedule/explain.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { explain } from '../../../shared/schedule/explain.ts';
import { onAir, slotOnAir } from '../../../shared/schedule/on-air.ts';
import { anyManifest } from '../../support/any-manifest.ts';
import { seoul, TEST_DATE } from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const anyInstant = fc.integer({ min: seoul('05:50'), max: seoul('09:30') });
const facts: BookingFacts = {
  fromDate: '2026-01-01',
  toDate: null,
  isEnded: false,
  excludedDates: [],
  shopId: null,
  skipClosedDays: false,
  slides: { onAir: 1, withdrawn: 0 },
};

describe('explain, for any manifest', () => {
  it('[S11] says of every booking what the plan says', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, at) => {
        const slots = dayPlan(manifest, TEST_DATE);
        const current = slotOnAir(slots, at);
        for (const { id } of manifest.bookings) {
          const answer = explain({ manifest, bookingId: id, at, facts });
          expect(answer.state === 'on-air').toBe(current?.bookingId === id);
          if (answer.state === 'on-air') {
            expect(answer.slot).toEqual(current);
            continue;
          }
          const next = slots.find((slot) => slot.bookingId === id && slot.startMs > at);
          if (next) expect(answer.slot).toEqual(next);
          else if (answer.slot) expect(answer.slot.startMs).toBeGreaterThan(seoul('09:20'));
          if (answer.state === 'waiting') expect(current?.kind).toBe('booking');
        }
      }),
      RUNS,
    );
  });

  it('[S11] gives a reason exactly where the booking could not be put at that instant', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, at) => {
        for (const booking of manifest.bookings) {
          const answer = explain({ manifest, bookingId: booking.id, at, facts });
          if (answer.state === 'on-air') continue;
          // Alone on the board, it would be on the air whenever nothing but the others is before it.
          const rivals = manifest.bookings.filter((one) => one.exclusive && !booking.exclusive);
          const alone = dayPlan({ ...manifest, bookings: [booking, ...rivals] }, TEST_DATE);
          const slot = slotOnAir(alone, at);
          if (answer.state === 'waiting') expect(slot?.bookingId).toBe(booking.id);
          if (answer.state === 'not' && answer.reason === 'screen-off')
            expect(slot === undefined || slot.endMs === seoul('09:20')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('[S11] names nothing as on the air, or as next, that an overlay covers', () => {
    const anyBoard = fc.record({
      blankUntil: fc.option(anyInstant),
      failedSlideIds: fc.subarray(['slide-0', 'slide-1', 'slide-2', 'slide-3']),
      waitingSlideIds: fc.subarray(['slide-4', 'slide-5']),
    });
    fc.assert(
      fc.property(anyManifest, anyInstant, anyBoard, (manifest, at, rest) => {
        const board = { ...rest, announcements: [] };
        const slots = dayPlan(manifest, TEST_DATE);
        for (const { id } of manifest.bookings) {
          const answer = explain({ manifest, bookingId: id, at, facts, board, slots });
          if (answer.slot) expect(board.failedSlideIds).not.toContain(answer.slot.slideId);
          const when = answer.state === 'on-air' ? at : answer.slot?.startMs;
          if (when !== undefined && when < seoul('09:20'))
            expect(onAir({ slots, ...board, at: when }).layer).toBe('slot');
        }
      }),
      RUNS,
    );
  });
});
