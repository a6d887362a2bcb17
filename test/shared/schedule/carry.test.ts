import { describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { slotOnAir } from '../../../shared/schedule/on-air.ts';
import { changed, recorded, type Replan } from '../../support/changed-manifest.ts';
import {
  aBooking,
  aCalendar,
  anOrganization,
  aSlide,
  loopOf,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

const NOON = seoul('12:00:05');
const now = (slideId: string, bookingId: string | null = slideId) => ({
  id: 'now-1',
  slideId,
  bookingId,
});
const idsFrom = (slots: readonly Slot[], at: number, count: number) =>
  slots
    .filter(({ endMs }) => endMs > at)
    .slice(0, count)
    .map(({ slideId }) => slideId);
const without = ({ slides, bookings }: Manifest, id: string) => ({
  slides: slides.filter((slide) => slide.id !== id),
  bookings: bookings.filter((booking) => booking.id !== id),
});

/** `held` played since the opening, then changed. */
function story(held: Manifest, entities: Parameters<typeof changed>[1], replan: Replan) {
  const before = dayPlan(held, TEST_DATE);
  const next = changed(held, entities, replan);
  const after = recorded(before, next, { date: TEST_DATE, effectiveAt: replan.effectiveAt });
  const onAir = slotOnAir(before, replan.effectiveAt);
  if (!onAir) throw new Error('nothing on air');
  return { before, next, after, onAir };
}

function expectGapless(slots: readonly Slot[]): void {
  for (const [index, slot] of slots.entries())
    if (index > 0) expect(slot.startMs).toBe(slots[index - 1]?.endMs);
}

describe('carryOver', () => {
  const held = loopOf(['a', 'b', 'c']);

  it('[S9] lets the slot on air finish when a booking is added', () => {
    const bookings = [...held.bookings, aBooking('d', { slideIds: ['a'] })];
    const { before, next, after, onAir } = story(held, { bookings }, { effectiveAt: NOON });
    expect(next.carry).toMatchObject({ finishing: onAir, fromMs: onAir.endMs });
    expect(after.slice(0, before.indexOf(onAir) + 1)).toEqual(
      before.slice(0, before.indexOf(onAir) + 1),
    );
    expectGapless(after);
    const turns = after.filter((slot) => slot.bookingId === 'd').length;
    expect(Math.abs(turns - (12 * 240 - 1) / 4)).toBeLessThanOrEqual(1);
  });

  it('[S9] cuts a withdrawn slide at the instant of the change', () => {
    const { onAir } = story(held, {}, { effectiveAt: NOON });
    const { next, after } = story(held, without(held, onAir.slideId), { effectiveAt: NOON });
    expect(next.carry).toMatchObject({ finishing: null, fromMs: NOON, cutBookingId: null });
    expect(slotOnAir(after, NOON - 1)?.slideId).toBe(onAir.slideId);
    expect(slotOnAir(after, NOON)?.startMs).toBe(NOON);
    expect(idsFrom(after, NOON, 1000)).not.toContain(onAir.slideId);
    expectGapless(after);
  });

  it('[S9] cuts a booking whose window now ends before its slot', () => {
    const { onAir } = story(held, {}, { effectiveAt: NOON });
    const bookings = held.bookings.map((booking) =>
      booking.id === onAir.bookingId ? { ...booking, toMinute: 720 } : booking,
    );
    const { next, after } = story(held, { bookings }, { effectiveAt: NOON });
    expect(next.carry?.fromMs).toBe(NOON);
    expect(idsFrom(after, NOON, 1000)).not.toContain(onAir.slideId);
  });

  it('[S9] puts a slide on at once, makes the cut slot good, and goes on where the round was', () => {
    const { before, onAir } = story(held, {}, { effectiveAt: NOON });
    const others = idsFrom(before, NOON, 4);
    const extra = { slides: [...held.slides, aSlide('extra')] };
    const { next, after } = story(held, extra, { effectiveAt: NOON, showNow: now('extra', null) });
    expect(next.carry).toMatchObject({ finishing: null, cutBookingId: onAir.bookingId });
    expect(slotOnAir(after, NOON)).toMatchObject({
      startMs: NOON,
      endMs: NOON + 15_000,
      kind: 'now',
      organizationId: 'association',
    });
    expect(idsFrom(after, NOON, 5)).toEqual(['extra', ...others]);
    expectGapless(after);
  });

  it('[S9] shows the cut slide of a booking with several again, then the next one', () => {
    const many = loopOf(['x', 'y', 'z'], {
      bookings: [aBooking('b', { slideIds: ['x', 'y', 'z'] })],
    });
    const extra = { slides: [...many.slides, aSlide('extra')] };
    const { before, after } = story(many, extra, {
      effectiveAt: NOON,
      showNow: now('extra', null),
    });
    expect(idsFrom(after, NOON, 5)).toEqual(['extra', ...idsFrom(before, NOON, 4)]);
  });

  it('[S9] charges a slide put on by hand to its booking', () => {
    const { after } = story(held, {}, { effectiveAt: NOON, showNow: now('a') });
    const turns = ['a', 'b', 'c'].map(
      (id) => after.filter((s) => s.slideId === id && s.endMs - s.startMs === 15_000).length,
    );
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
  });

  it('[S9] a second slide by hand replaces the first and still makes the cut slot good', () => {
    const slides = [...held.slides, aSlide('one'), aSlide('two')];
    const first = story(held, { slides }, { effectiveAt: NOON, showNow: now('one', null) });
    const effectiveAt = NOON + 4_000;
    const next = changed(first.next, {}, { effectiveAt, showNow: now('two', null) });
    const after = recorded(first.after, next, { date: TEST_DATE, effectiveAt });
    expect(idsFrom(after, NOON, 3)).toEqual(['one', 'two', first.onAir.slideId]);
    expectGapless(after);
  });

  it('[S9] a slot that is cut while it is being made good is made good again, for one turn', () => {
    const slides = [...held.slides, aSlide('one'), aSlide('two')];
    const first = story(held, { slides }, { effectiveAt: NOON, showNow: now('one', null) });
    const effectiveAt = NOON + 20_000;
    const next = changed(first.next, {}, { effectiveAt, showNow: now('two', null) });
    const after = recorded(first.after, next, { date: TEST_DATE, effectiveAt });
    expect(idsFrom(after, effectiveAt, 7)).toEqual(['two', ...idsFrom(first.before, NOON, 6)]);
  });

  it('[S9] a change while the hand-put slide is on air lets it finish and keeps what is owed', () => {
    const slides = [...held.slides, aSlide('one')];
    const first = story(held, { slides }, { effectiveAt: NOON, showNow: now('one', null) });
    const effectiveAt = NOON + 4_000;
    const next = changed(first.next, { bookings: [...held.bookings] }, { effectiveAt });
    expect(next.carry).toMatchObject({
      cutBookingId: first.onAir.bookingId,
      fromMs: NOON + 15_000,
    });
    expect(recorded(first.after, next, { date: TEST_DATE, effectiveAt })).toEqual(first.after);
  });

  it('[S9] a withdrawal while a slot is finishing cuts it', () => {
    const first = story(held, { bookings: [...held.bookings] }, { effectiveAt: NOON });
    const effectiveAt = NOON + 3_000;
    const next = changed(first.next, without(held, first.onAir.slideId), { effectiveAt });
    expect(next.carry).toMatchObject({ finishing: null, fromMs: effectiveAt });
    const after = recorded(first.after, next, { date: TEST_DATE, effectiveAt });
    expect(slotOnAir(after, effectiveAt)?.startMs).toBe(effectiveAt);
    expectGapless(after);
  });

  it('[S9] a slide by hand while a slot is finishing makes that slot good', () => {
    const many = loopOf(['x', 'y', 'z'], {
      bookings: [aBooking('b', { slideIds: ['x', 'y', 'z'] })],
    });
    const slides = [...many.slides, aSlide('one')];
    const first = story(many, { slides }, { effectiveAt: NOON });
    const effectiveAt = NOON + 3_000;
    const next = changed(first.next, {}, { effectiveAt, showNow: now('one', null) });
    const after = recorded(first.after, next, { date: TEST_DATE, effectiveAt });
    expect(idsFrom(after, effectiveAt, 4)).toEqual(['one', ...idsFrom(first.before, NOON, 3)]);
    expectGapless(after);
  });

  it('[S4] [S9] forgets the hour when the slot that is cut would have crossed into the next', () => {
    const slides = held.slides.map((slide) => ({ ...slide, dwellMs: 23_000 }));
    const odd = { ...held, slides: [...slides, aSlide('one')] };
    const { next: first, onAir } = story(odd, {}, { effectiveAt: seoul('12:59:55') });
    expect(onAir.endMs).toBeGreaterThan(seoul('13:00'));
    expect(first.carry?.ledger.hourMs).toEqual({ association: onAir.endMs - seoul('13:00') });
    const replan = { effectiveAt: seoul('12:59:57'), showNow: now('one', null) };
    expect(changed(first, {}, replan).carry?.ledger.hourMs).toEqual({});
  });

  it.each([
    { why: 'before opening', at: seoul('05:59:59') },
    { why: 'at closing', at: seoul('24:00') },
    { why: 'on a day beyond the calendar', at: seoul('12:00', '2028-01-01') },
  ])('[S9] is null $why', ({ at }) => {
    expect(changed(held, {}, { effectiveAt: at }).carry).toBeNull();
  });

  it('[S9] begins afresh at the very instant of opening', () => {
    const next = changed(held, {}, { effectiveAt: seoul('06:00') });
    expect(dayPlan(next, TEST_DATE)).toEqual(dayPlan(held, TEST_DATE));
  });

  it('[S9] a carry of yesterday means nothing today', () => {
    const next = changed(held, {}, { effectiveAt: seoul('12:00', '2026-11-22') });
    expect(next.carry?.date).toBe('2026-11-22');
    expect(dayPlan(next, TEST_DATE)).toEqual(dayPlan(held, TEST_DATE));
  });

  it('[S9] belongs to the day on which a board that is open late began', () => {
    const late = loopOf(['a', 'b', 'c'], {
      calendar: aCalendar({ hours: openEveryDay(360, 1560) }),
    });
    const next = changed(late, {}, { effectiveAt: seoul('25:00:05') });
    expect(next.carry?.date).toBe(TEST_DATE);
    const whole = dayPlan(late, TEST_DATE);
    const at = { date: TEST_DATE, effectiveAt: seoul('25:00:05') };
    expect(recorded(whole, next, at)).toEqual(whole);
  });

  it('[S9] lights a board whose hours are extended after closing', () => {
    const calendar = aCalendar({ hours: openEveryDay(360, 1320) });
    const closed = loopOf(['a', 'b', 'c'], { calendar });
    const effectiveAt = seoul('22:30:07');
    const next = changed(closed, { calendar: aCalendar() }, { effectiveAt });
    expect(next.carry).toMatchObject({ fromMs: effectiveAt, finishing: null });
    expect(dayPlan(next, TEST_DATE)[0]?.startMs).toBe(effectiveAt);
  });

  it('[S4] [S9] keeps what an organization had in the hour', () => {
    const two = loopOf(['a', 'd'], {
      organizations: [anOrganization('association', 50), anOrganization('district', 50)],
      bookings: [aBooking('a'), aBooking('d', { organizationId: 'district', fromMinute: 750 })],
    });
    let manifest = two;
    let slots = dayPlan(two, TEST_DATE);
    for (let minute = 31; minute < 60; minute += 2) {
      const effectiveAt = seoul(`12:${String(minute)}`);
      manifest = changed(manifest, {}, { effectiveAt });
      slots = recorded(slots, manifest, { date: TEST_DATE, effectiveAt });
    }
    expect(slots).toEqual(dayPlan(two, TEST_DATE));
  });
});
