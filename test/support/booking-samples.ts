/** Bookings as the server keeps them, and the effects that it tells of. */
import type { EffectAnswer } from '../../controller/console/parts/effect-words.ts';
import type { Booking } from '../../shared/content/booking.ts';
import type { Change, DayEffect } from '../../shared/schedule/effect.ts';
import { seoul, TEST_DATE } from './manifest-builder.ts';

/** The bakery's, every day and all day, without an end. */
export function aSavedBooking(fields: Partial<Booking> = {}): Booking {
  return {
    id: 'daily-bread',
    state: 'live',
    version: 1,
    organizationId: 'guild',
    shopId: 'bakery',
    name: '아침 빵',
    slideIds: ['bread'],
    screens: 'all',
    fromDate: TEST_DATE,
    toDate: null,
    recurrence: null,
    excludedDates: [],
    fromMinute: 0,
    toMinute: 1440,
    weight: 1,
    exclusive: false,
    promisedPlaysPerDay: null,
    skipClosedDays: true,
    ...fields,
  };
}

/** On the one board of the console's fixture, with every slide approved. */
export function anEffect(fields: Partial<EffectAnswer> = {}): EffectAnswer {
  const plans = [{ screenIds: ['plaza-1'], days: [aDayEffect()] }];
  return { plans, unapprovedSlideIds: [], ...fields };
}

/** A shop of the guild that keeps its 138 plays. */
export function aChange(id: string, fields: Partial<Change> = {}): Change {
  return {
    organizationId: 'guild',
    kind: 'shop',
    id,
    playsBefore: 138,
    playsAfter: 138,
    msBefore: 138 * 15_000,
    msAfter: 138 * 15_000,
    ...fields,
  };
}

/** The day after the test's: 138 plays of 15 s from 06:04 on, over 18 hours, at nobody's cost. */
export function aDayEffect(fields: Partial<DayEffect> = {}): DayEffect {
  const date = '2026-11-24';
  return {
    date,
    alike: [],
    before: null,
    after: { plays: 138, playMs: 138 * 15_000, firstAt: seoul('06:04', date), hours: 18 },
    own: aChange('bakery', { playsBefore: 0, msBefore: 0 }),
    others: [],
    fullHours: [],
    freeWindows: [],
    ...fields,
  };
}
