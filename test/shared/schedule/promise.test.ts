import { describe, expect, it } from 'vitest';
import type { Claims, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { claimsOf, promiseLines, type PromiseDay } from '../../../shared/schedule/promise.ts';
import { changed } from '../../support/changed-manifest.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  aSlide,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

const FROM = seoul('06:00');
const ids = ['a', 'b', 'c', 'd'];
const manifest = aManifest({
  calendar: aCalendar({ hours: openEveryDay(360, 370) }),
  slides: ids.map((id) => aSlide(id)),
  bookings: ids.map((id) => aBooking(id, { promisedPlaysPerDay: id === 'a' ? 10 : null })),
});
const slots = dayPlan(manifest, TEST_DATE);
const at = FROM + 120_000;

function board(screenId: string, plays: readonly Slot[], outcome: 'played' | 'cut' = 'played') {
  return {
    screenId,
    plays: plays.map(({ bookingId, startMs }) => ({ bookingId, slotStartMs: startMs, outcome })),
  };
}

const past = slots.filter(({ endMs }) => endMs <= at);
const day: PromiseDay = { manifest, date: TEST_DATE, slots, boards: [board('one', [])], at };

const order = (claims: Claims) =>
  dayPlan(changed(manifest, {}, { effectiveAt: FROM, claims }), TEST_DATE)
    .map(({ slideId }) => slideId)
    .join('');

describe('claimsOf', () => {
  it.each([
    { why: 'two that were lost', day, claims: { a: 2 } },
    { why: 'nothing without boards', day: { ...day, boards: [] }, claims: {} },
    {
      why: 'nothing of what was played',
      day: { ...day, boards: [board('one', past)] },
      claims: {},
    },
    {
      why: 'nothing that one of two boards played',
      day: { ...day, boards: [board('one', []), board('two', past)] },
      claims: {},
    },
    {
      why: 'what was only begun',
      day: { ...day, boards: [board('one', past, 'cut')] },
      claims: { a: 2 },
    },
    {
      why: 'nothing on a day without the booking',
      day: { ...day, date: '2025-01-01' },
      claims: {},
    },
  ])('[S10] claims $why', ({ day: asked, claims }) => {
    expect(claimsOf(asked)).toEqual(claims);
  });

  it('[S10] leaves what a change cut to the slot that follows it', () => {
    const cut = slots.map((slot) =>
      slot.endMs <= at ? { ...slot, endMs: slot.startMs + 9_000 } : slot,
    );
    expect(claimsOf({ ...day, slots: cut })).toEqual({});
  });

  it('[S10] claims nothing for a booking that keeps its promise all the same', () => {
    const bookings = [aBooking('a', { promisedPlaysPerDay: 8 }), ...manifest.bookings.slice(1)];
    expect(claimsOf({ ...day, manifest: { ...manifest, bookings } })).toEqual({});
  });
});

describe('promiseLines', () => {
  it('[S10] tells each board what it played, what is ahead and what will be missing', () => {
    const boards = [board('one', []), board('two', past), board('three', [...past, ...past])];
    expect(promiseLines({ ...day, boards })).toEqual([
      { screenId: 'one', bookingId: 'a', promised: 10, played: 0, ahead: 8, shortfall: 2 },
      { screenId: 'two', bookingId: 'a', promised: 10, played: 2, ahead: 8, shortfall: 0 },
      { screenId: 'three', bookingId: 'a', promised: 10, played: 2, ahead: 8, shortfall: 0 },
    ]);
  });
});

describe('a plan with claims', () => {
  it('[S10] makes good at once, in every second slot, repeats nothing and costs no turn', () => {
    expect(order({})).toMatch(/^abcdabcd/);
    expect(order({ b: 2 })).toMatch(/^babcbdabcd(abcd)+ab$/);
  });

  it('[S10] claims of those that are gone, or not live, wait', () => {
    expect(order({ gone: 3 })).toBe(order({}));
  });
});
