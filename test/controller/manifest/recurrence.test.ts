/** An independent check of recurrence: random rules over two years against a library that the product does not use. */
import fc from 'fast-check';
import { RRule } from 'rrule';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../controller/manifest/rule.ts';
import { MANIFEST_DAYS } from '../../../shared/protocol/manifest.ts';
import { addDays, DAY_MS, dayNumber } from '../../../shared/time.ts';
import { RUNS } from '../../support/runs.ts';
import { bookingDays } from '../../support/booking-days.ts';

/** Two years with a leap day, in manifests one after the other. */
const FIRST = '2027-03-01';
const MANIFESTS = 7;

const someOf = <T>(items: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 4 });
const anyWeekdays = someOf(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']);
const anyOrdinals = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), anyWeekdays)
  .map(([nth, days]) => days.map((day) => `${String(nth)}${day}`));
const anyMonthDays = someOf([1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -31]);
const anyMonths = someOf([1, 2, 3, 6, 9, 11, 12]);

const daily = fc
  .record(
    { BYDAY: anyWeekdays, BYMONTH: anyMonths, BYMONTHDAY: anyMonthDays },
    { requiredKeys: [] },
  )
  .map((parts) => ({ FREQ: 'DAILY', ...parts }));
const weekly = fc
  .record(
    { BYDAY: anyWeekdays, BYMONTH: anyMonths, WKST: fc.constantFrom('MO', 'SU', 'WE') },
    { requiredKeys: [] },
  )
  .map((parts) => ({ FREQ: 'WEEKLY', ...parts }));
const monthly = fc
  .oneof(
    fc.record({ BYMONTHDAY: anyMonthDays, BYMONTH: anyMonths }, { requiredKeys: ['BYMONTHDAY'] }),
    fc.record({ BYDAY: anyOrdinals, BYMONTH: anyMonths }, { requiredKeys: ['BYDAY'] }),
    fc.record({ BYDAY: anyWeekdays, BYSETPOS: someOf([1, 2, -1, -2]) }),
    fc.record({ BYDAY: anyWeekdays, BYMONTHDAY: anyMonthDays }),
  )
  .map((parts) => ({ FREQ: 'MONTHLY', ...parts }));
// Weeks that reach over the end of a year are left out: RFC 5545 does not say whose year their days are of.
const yearly = fc
  .oneof(
    fc.record({ BYMONTH: anyMonths, BYMONTHDAY: anyMonthDays }),
    fc.record({ BYMONTH: anyMonths, BYDAY: anyOrdinals }),
    fc.record({ BYYEARDAY: someOf([1, 59, 60, 100, 365, 366, -1, -306]) }),
    fc.record({ BYWEEKNO: someOf([2, 20, 35, 51, -3]), BYDAY: anyWeekdays }),
  )
  .map((parts) => ({ FREQ: 'YEARLY', ...parts }));

const anyRule = fc
  .record({
    parts: fc.oneof(daily, weekly, monthly, yearly),
    interval: fc.constantFrom(1, 1, 1, 2, 3, 5),
    end: fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 300 }).map((count) => `;COUNT=${String(count)}`),
      fc
        .integer({ min: 0, max: 800 })
        .map((days) => `;UNTIL=${addDays(FIRST, days).replaceAll('-', '')}T235959Z`),
    ),
    back: fc.integer({ min: -60, max: 500 }),
  })
  .map(({ parts, interval, end, back }) => {
    const rule = Object.entries(parts).map(([name, value]) => `${name}=${String(value)}`);
    const text = `${rule.join(';')};INTERVAL=${String(interval)}${end}`;
    return { text, fromDate: addDays(FIRST, -back) };
  });

function byLibrary(text: string, fromDate: string): string {
  const first = dayNumber(FIRST);
  const days = Array.from({ length: MANIFESTS * MANIFEST_DAYS }, () => '0');
  const dtstart = new Date(dayNumber(fromDate) * DAY_MS);
  const rule = new RRule({ ...RRule.parseString(text), dtstart });
  const to = new Date((first + days.length - 1) * DAY_MS);
  for (const date of rule.between(new Date(first * DAY_MS), to, true))
    days[Math.floor(date.getTime() / DAY_MS) - first] = '1';
  return days.join('');
}

function byManifests(text: string, fromDate: string): string {
  const booking = { fromDate, toDate: null, recurrence: text, excludedDates: [] };
  return Array.from({ length: MANIFESTS }, (_, index) =>
    bookingDays(booking, addDays(FIRST, index * MANIFEST_DAYS)),
  ).join('');
}

describe('the days of any rule over two years', () => {
  it('[S1] are those of an independent library', () => {
    fc.assert(
      fc.property(anyRule, ({ text, fromDate }) => {
        expect(parseRule(text)).toBeDefined();
        expect(byManifests(text, fromDate)).toBe(byLibrary(text, fromDate));
      }),
      RUNS,
    );
  });
});

describe('the days of a rule at its edges', () => {
  const leap = '2028-01-31';
  it.each([
    {
      why: 'both ends of each month, in a leap year',
      of: { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1,-1' },
      dates: '01-31 02-01 02-29 03-01 03-31 04-01 04-30 05-01',
    },
    {
      why: 'the 31st only where there is one',
      of: { recurrence: 'FREQ=MONTHLY;BYMONTHDAY=31' },
      dates: '01-31 03-31',
    },
    {
      why: 'UNTIL on the very day',
      of: { recurrence: 'FREQ=WEEKLY;UNTIL=20280207' },
      dates: '01-31 02-07',
    },
    {
      why: 'UNTIL a day before it',
      of: { recurrence: 'FREQ=WEEKLY;UNTIL=20280206' },
      dates: '01-31',
    },
    {
      why: 'UNTIL on the first day',
      of: { recurrence: 'FREQ=DAILY;UNTIL=20280131' },
      dates: '01-31',
    },
    { why: 'COUNT of one', of: { recurrence: 'FREQ=DAILY;COUNT=1' }, dates: '01-31' },
    {
      why: 'COUNT with the excluded ones among them',
      of: { recurrence: 'FREQ=DAILY;COUNT=3', excludedDates: ['2028-02-01'] },
      dates: '01-31 02-02',
    },
    {
      why: 'the last date of the booking before the rule ends',
      of: { recurrence: 'FREQ=DAILY;COUNT=9', toDate: '2028-02-01' },
      dates: '01-31 02-01',
    },
  ])('[S1] $why', ({ of, dates }) => {
    const booking = { fromDate: leap, toDate: null, excludedDates: [], ...of };
    const days = Array.from(bookingDays(booking, leap)).flatMap((day, index) =>
      day === '1' ? [addDays(leap, index).slice(5)] : [],
    );
    expect(days.join(' ')).toBe(dates);
  });

  it('[S1] leaves excluded dates out whatever else of the booking is edited', () => {
    const excludedDates = ['2028-02-07', '2028-02-14'];
    const edits = [
      { name: '점심 특선', recurrence: 'FREQ=WEEKLY;BYDAY=MO' },
      { name: '저녁 특선', recurrence: 'FREQ=WEEKLY;BYDAY=MO', fromMinute: 1320, toMinute: 1560 },
      { name: '저녁 특선', recurrence: 'FREQ=DAILY', fromMinute: 0, toMinute: 60 },
    ];
    for (const edit of edits) {
      const days = bookingDays({ fromDate: leap, toDate: null, excludedDates, ...edit }, leap);
      expect([days[7], days[14], days[21]]).toEqual(['0', '0', '1']);
    }
  });
});
