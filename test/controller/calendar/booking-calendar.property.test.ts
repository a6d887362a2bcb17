/** An independent check: what a phone makes of the text is what the boards run by. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingCalendar } from '../../../controller/calendar/booking-calendar.ts';
import { shopClosedDays, startDays } from '../../../controller/manifest/expand.ts';
import { zoneOffsets } from '../../../controller/manifest/offsets.ts';
import { placeDays } from '../../../controller/manifest/place-days.ts';
import type { Booking } from '../../../shared/content/booking.ts';
import { EMPTY_PLACE_CALENDAR } from '../../../shared/content/place-calendar.ts';
import { MANIFEST_DAYS } from '../../../shared/protocol/manifest.ts';
import { addDays, DAY_MS, dayNumber, instantOf } from '../../../shared/time.ts';
import { occurrences, readCalendar } from '../../support/read-calendar.ts';
import { RUNS } from '../../support/runs.ts';
import { aBooking, aShop } from '../../support/values.ts';
import { calendarEntry } from './calendar-entry.ts';

/** Both have a night on which the clocks change within the span, and a new year. */
const FIRST_DATES = ['2026-09-01', '2026-12-24', '2027-02-20'];
const ZONES = ['Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC'];
const SHOP = aShop({
  week: aShop({}).week.map((opening, weekday) => (weekday === 2 ? null : opening)),
  closedNth: [{ nth: 2, weekday: 0 }],
  closedDates: ['2026-12-25', '2027-03-01'],
});
const PLACE = {
  ...EMPTY_PLACE_CALENDAR,
  temporaryHolidays: [{ date: '2027-03-14', name: '임시' }],
  marketDigit: 2,
};

const someOf = <T>(items: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
const weekdays = someOf(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']);
const rule = fc.oneof(
  fc.constant('FREQ=DAILY'),
  weekdays.map((days) => `FREQ=WEEKLY;BYDAY=${days.join()}`),
  fc.constant('FREQ=WEEKLY'),
  someOf([1, 2, 14, 15, 28, 31, -1]).map((days) => `FREQ=MONTHLY;BYMONTHDAY=${days.join()}`),
  fc
    .tuple(fc.constantFrom(1, 2, 4, -1), weekdays)
    .map(([nth, days]) => `FREQ=MONTHLY;BYDAY=${days.map((day) => `${nth}${day}`).join()}`),
  fc.constant('FREQ=YEARLY;BYMONTH=1,3,10;BYMONTHDAY=1'),
);
const recurrence = fc.option(
  fc
    .tuple(
      rule,
      fc.constantFrom('', '', ';INTERVAL=2', ';INTERVAL=3'),
      fc.constantFrom('', '', ';COUNT=1', ';COUNT=17', ';UNTIL=20270104T000000Z'),
    )
    .map((parts) => parts.join('')),
);
const hours = fc.oneof(
  fc.constant({ fromMinute: 0, toMinute: 1440 }),
  // Among them windows over midnight, and some that begin or end while the clocks change.
  fc
    .tuple(fc.constantFrom(0, 90, 120, 150, 180, 540, 1320), fc.constantFrom(30, 90, 180, 540))
    .map(([fromMinute, length]) => ({ fromMinute, toMinute: fromMinute + length })),
);
const choice = fc.option(fc.constantFrom('skip' as const, 'only' as const));

const anyCase = fc.record({
  zone: fc.constantFrom(...ZONES),
  firstDate: fc.constantFrom(...FIRST_DATES),
  recurrence,
  hours,
  back: fc.integer({ min: -90, max: 400 }),
  days: fc.option(fc.integer({ min: 0, max: 500 })),
  excluded: fc.uniqueArray(fc.integer({ min: 0, max: MANIFEST_DAYS - 1 }), { maxLength: 8 }),
  skipClosedDays: fc.boolean(),
  holidays: choice,
  marketDays: choice,
  endsAfterMs: fc.option(fc.integer({ min: 0, max: MANIFEST_DAYS * DAY_MS })),
});

function bookingOf(one: typeof anyCase extends fc.Arbitrary<infer T> ? T : never): Booking {
  const fromDate = addDays(one.firstDate, -one.back);
  const endsAt = one.endsAfterMs && dayNumber(one.firstDate) * DAY_MS + one.endsAfterMs;
  return aBooking({
    ...one.hours,
    fromDate,
    toDate: one.days === null ? null : addDays(fromDate, one.days),
    recurrence: one.recurrence,
    excludedDates: one.excluded.map((day) => addDays(one.firstDate, day)),
    skipClosedDays: one.skipClosedDays,
    ...(one.holidays && { holidays: one.holidays }),
    ...(one.marketDays && { marketDays: one.marketDays }),
    // To the second, as the format has no smaller part.
    ...(endsAt && { endsAt: endsAt - (endsAt % 1000) }),
  });
}

describe('bookingCalendar', () => {
  it('[S1] a program that reads it shows the very windows of the boards', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const booking = bookingOf(one);
        const span = { firstDate: one.firstDate, count: MANIFEST_DAYS };
        const closedDays = one.skipClosedDays
          ? shopClosedDays(SHOP, one.firstDate, MANIFEST_DAYS)
          : undefined;
        const days = startDays(booking, span, { ...placeDays(PLACE, span), closedDays });
        const dates = Array.from(days).flatMap((day, index) =>
          day === '1' ? [addDays(one.firstDate, index)] : [],
        );
        const text = bookingCalendar('창동', [calendarEntry(booking, one.zone, dates)], span);
        const endMs = dayNumber(addDays(one.firstDate, MANIFEST_DAYS)) * DAY_MS;
        expect(shown(text, one, endMs)).toEqual(wanted(booking, one.zone, dates));
      }),
      RUNS,
    );
  });
});

/** The windows of the dates: a date for a whole day, else both instants. */
function wanted(booking: Booking, zone: string, dates: readonly string[]): string[] {
  const offsets = zoneOffsets(zone, dates[0] ?? '2026-01-01', 400);
  const isWhole = booking.fromMinute === 0 && booking.toMinute === 1440;
  return dates
    .flatMap((date) => {
      const fromMs = instantOf(offsets, date, booking.fromMinute);
      const endMs = instantOf(offsets, date, booking.toMinute);
      const toMs = Math.min(endMs, booking.endsAt ?? endMs);
      if (fromMs >= toMs) return [];
      return isWhole && toMs === endMs ? [date] : [instants(fromMs, toMs)];
    })
    .sort();
}

function shown(text: string, one: { readonly firstDate: string; zone: string }, endMs: number) {
  const last = addDays(one.firstDate, MANIFEST_DAYS - 1);
  const offsets = zoneOffsets(one.zone, one.firstDate, 400);
  const lastMs = instantOf(offsets, last, 1440);
  return occurrences(readCalendar(text).events, endMs + DAY_MS)
    .filter(({ date, fromMs }) => (date === null ? fromMs < lastMs : date <= last))
    .map(({ date, fromMs, toMs }) => date ?? instants(fromMs, toMs))
    .sort();
}

function instants(fromMs: number, toMs: number): string {
  return `${new Date(fromMs).toISOString()}/${new Date(toMs).toISOString()}`;
}
