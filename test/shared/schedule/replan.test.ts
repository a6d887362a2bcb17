import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { planRelevant } from '../../../shared/schedule/replan.ts';
import { addDays } from '../../../shared/time.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  openEveryDay,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

const before: Manifest = aManifest({
  organizations: [anOrganization('association', 60), anOrganization('district', 40)],
  shops: [aShop('noodles'), aShop('idle')],
  slides: [aSlide('a'), aSlide('b', { shopId: 'noodles' }), aSlide('unused')],
  bookings: [aBooking('a'), aBooking('b', { shopId: 'noodles', slideIds: ['b'] })],
});
const [bookingA = aBooking('a'), bookingB = aBooking('b')] = before.bookings;
const slide = (id: string, fields: Parameters<typeof aSlide>[1]) =>
  before.slides.map((one) => (one.id === id ? { ...one, ...fields } : one));
const nextDay = `${bookingA.days.slice(1)}1`;

describe('planRelevant', () => {
  it.each<{ why: string; after: Partial<Manifest> }>([
    { why: 'nothing', after: structuredClone(before) },
    { why: 'a corrected text', after: { slides: slide('a', { revisionId: 'a-2' }) } },
    { why: 'a slide that nobody plays', after: { slides: before.slides.slice(0, 3) } },
    {
      why: 'the dwell of a slide that nobody plays',
      after: { slides: slide('unused', { dwellMs: 1 }) },
    },
    {
      why: "a shop's name and hours",
      after: { shops: before.shops.map((shop) => ({ ...shop, walkMinutes: 9 })) },
    },
    { why: 'a new shop without slides', after: { shops: [...before.shops, aShop('new')] } },
    {
      why: "an organization's accent",
      after: { organizations: before.organizations.map((one) => ({ ...one, accent: '#000000' })) },
    },
    {
      why: 'the order of the lists',
      after: { bookings: [bookingB, bookingA], slides: [...before.slides].reverse() },
    },
    {
      why: 'a calendar that moved on by a day',
      after: {
        calendar: aCalendar({ firstDate: addDays(before.calendar.firstDate, 1) }),
        bookings: before.bookings.map((booking) => ({ ...booking, days: nextDay })),
      },
    },
  ])('[S9] is false for $why', ({ after }) => {
    const next = { ...before, ...after };
    expect(planRelevant(before, next)).toBe(false);
    expect(dayPlan(next, TEST_DATE)).toEqual(dayPlan(before, TEST_DATE));
  });

  it.each<{ why: string; after: Partial<Manifest> }>([
    { why: 'a dwell', after: { slides: slide('a', { dwellMs: 20_000 }) } },
    { why: "a slide's shop", after: { slides: slide('a', { shopId: 'noodles' }) } },
    { why: 'a slide withdrawn', after: { slides: before.slides.filter(({ id }) => id !== 'a') } },
    { why: 'a booking more', after: { bookings: [...before.bookings, aBooking('c')] } },
    { why: 'a booking less', after: { bookings: [bookingA] } },
    { why: 'a weight', after: { bookings: [{ ...bookingA, weight: 2 }, bookingB] } },
    { why: 'a window', after: { bookings: [{ ...bookingA, toMinute: 900 }, bookingB] } },
    {
      why: 'the set of slides',
      after: { bookings: [{ ...bookingA, slideIds: ['a', 'b'] }, bookingB] },
    },
    {
      why: 'an exclusive booking',
      after: { bookings: [{ ...bookingA, exclusive: true }, bookingB] },
    },
    {
      why: 'a day',
      after: { bookings: [{ ...bookingA, days: `0${bookingA.days.slice(1)}` }, bookingB] },
    },
    {
      why: 'a share',
      after: { organizations: [anOrganization('association', 50), anOrganization('district', 50)] },
    },
    { why: 'a trade', after: { shops: [aShop('noodles', { trade: 'cafe' }), aShop('idle')] } },
    { why: 'the hours', after: { calendar: aCalendar({ hours: openEveryDay(360, 1380) }) } },
    { why: 'the house slides', after: { calendar: aCalendar({ houseSlideIds: ['unused'] }) } },
  ])('[S9] is true for $why', ({ after }) => {
    expect(planRelevant(before, { ...before, ...after })).toBe(true);
  });

  it('[S9] counts a slide that an operator put on', () => {
    const slides = before.slides.filter(({ id }) => id !== 'unused');
    expect(planRelevant(before, { ...before, slides }, ['unused'])).toBe(true);
  });
});
