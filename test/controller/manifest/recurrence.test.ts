/** An independent check of recurrence: random rules over two years against a library that the product does not use. */
import fc from 'fast-check';
import { RRule } from 'rrule';
import { describe, expect, it } from 'vitest';
import { bookingDays } from '../../../controller/manifest/expand.ts';
import { parseRule } from '../../../controller/manifest/rule.ts';
import { MANIFEST_DAYS } from '../../../shared/protocol/manifest.ts';
import { addDays, DAY_MS, dayNumber } from '../../../shared/time.ts';
import { RUNS } from '../../support/runs.ts';

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
