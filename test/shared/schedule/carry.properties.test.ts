import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { applyPatch } from '../../../shared/schedule/apply-patch.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { anyBooking, anyManifest } from '../../support/any-manifest.ts';
import { changed, patchOf, recorded, type Replan } from '../../support/changed-manifest.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  aSlide,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const FROM = seoul('06:00');
const TO = seoul('09:20');
const anyInstant = fc.integer({ min: FROM, max: TO - 1 });

const sent = (value: Manifest): Manifest => JSON.parse(JSON.stringify(value)) as Manifest;

/** One thing that people do in mid-day. */
const anyAct = fc.oneof(
  fc.record({ act: fc.constant('drop' as const), which: fc.nat({ max: 13 }) }),
  fc.record({ act: fc.constant('withdraw' as const), which: fc.nat({ max: 11 }) }),
  fc.record({
    act: fc.constant('show' as const),
    which: fc.nat({ max: 11 }),
    isCharged: fc.boolean(),
  }),
  fc.record({ act: fc.constant('nothing' as const) }),
  fc.record({ act: fc.constant('add' as const), booking: anyBooking('booking-new', ['org-0']) }),
);
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

function after(held: Manifest, act: Act, effectiveAt: number) {
  const replan: Replan = { effectiveAt };
  const { slides, bookings } = held;
  if (act.act === 'nothing') return { entities: {}, replan };
  if (act.act === 'add') {
    const others = bookings.filter(({ id }) => id !== act.booking.id);
    return { entities: { bookings: [...others, act.booking] }, replan };
  }
  if (act.act === 'drop')
    return { entities: { bookings: bookings.filter((_, index) => index !== act.which) }, replan };
  const slideId = `slide-${String(act.which)}`;
  if (act.act === 'withdraw') {
    const left = bookings.map((booking) =>
      booking.slideIds.includes(slideId)
        ? { ...booking, slideIds: booking.slideIds.filter((id) => id !== slideId) }
        : booking,
    );
    return {
      entities: { slides: slides.filter(({ id }) => id !== slideId), bookings: left },
      replan,
    };
  }
  const charged = bookings.find((booking) => booking.slideIds.includes(slideId));
  const bookingId = act.isCharged ? (charged?.id ?? null) : null;
  return { entities: {}, replan: { effectiveAt, showNow: { id: 'now', slideId, bookingId } } };
}

function past(slots: readonly Slot[], at: number): readonly Slot[] {
  return slots
    .filter(({ startMs }) => startMs < at)
    .map((slot) => ({ ...slot, endMs: Math.min(slot.endMs, at) }));
}

describe('a plan that is changed in mid-day', () => {
  it('[S9] is the same plan when nothing that matters changed, however often', () => {
    fc.assert(
      fc.property(
        anyManifest,
        fc.array(anyInstant, { minLength: 1, maxLength: 4 }),
        (first, times) => {
          const whole = dayPlan(first, TEST_DATE);
          let manifest = first;
          let slots = whole;
          for (const effectiveAt of times.sort((a, b) => a - b)) {
            manifest = sent(changed(manifest, {}, { effectiveAt }));
            slots = recorded(slots, manifest, { date: TEST_DATE, effectiveAt });
          }
          expect(slots).toEqual(whole);
        },
      ),
      RUNS,
    );
  });

  it('[S9] keeps its past, stays gapless, and boards that take patches agree with those that pull', () => {
    const anyActs = fc.array(fc.tuple(anyInstant, anyAct), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyManifest, anyActs, (first, acts) => {
        let controller = first;
        let board = sent(first);
        let slots = dayPlan(first, TEST_DATE);
        for (const [effectiveAt, act] of acts.sort(([a], [b]) => a - b)) {
          const { entities, replan } = after(controller, act, effectiveAt);
          const next = changed(controller, entities, replan);
          const patch = JSON.parse(JSON.stringify(patchOf(controller, next, replan))) as never;
          const patched = applyPatch(board, patch);
          expect(patched && manifestHash(patched)).toBe(manifestHash(next));
          const then = recorded(slots, next, { date: TEST_DATE, effectiveAt });
          expect(past(then, effectiveAt)).toEqual(past(slots, effectiveAt));
          expect(dayPlan(patched ?? board, TEST_DATE)).toEqual(dayPlan(sent(next), TEST_DATE));
          [controller, board, slots] = [next, patched ?? board, then];
        }
        expect(slots[0]?.startMs).toBe(FROM);
        expect(slots.at(-1)?.endMs).toBe(TO);
        for (const [index, slot] of slots.entries())
          if (index > 0) expect(slot.startMs).toBe(slots[index - 1]?.endMs);
      }),
      RUNS,
    );
  });

  it('[S5] [S9] loses and doubles no turn of those that stay', () => {
    const stay = ['slide-0', 'slide-1', 'slide-2', 'slide-3'];
    const anyActs = fc.array(
      fc.record({
        at: anyInstant,
        isAdded: fc.boolean(),
        shown: fc.option(fc.constantFrom(...stay)),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyActs, (acts) => {
        const first = aManifest({
          calendar: aCalendar({ hours: openEveryDay(360, 560) }),
          slides: [...stay, 'guest'].map((id) => aSlide(id)),
          bookings: stay.map((id) => aBooking(id)),
        });
        let manifest = first;
        let slots = dayPlan(first, TEST_DATE);
        for (const { at, isAdded, shown } of acts.sort((a, b) => a.at - b.at)) {
          const guest = isAdded ? [aBooking('guest')] : [];
          const showNow = shown === null ? null : { id: 'now', slideId: shown, bookingId: null };
          const replan = { effectiveAt: at, showNow };
          manifest = changed(manifest, { bookings: [...first.bookings, ...guest] }, replan);
          slots = recorded(slots, manifest, { date: TEST_DATE, effectiveAt: at });
        }
        const whole = slots.filter(
          (slot) => slot.kind === 'booking' && slot.endMs - slot.startMs >= 15_000,
        );
        const turns = stay.map((id) => whole.filter((slot) => slot.bookingId === id).length);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});
