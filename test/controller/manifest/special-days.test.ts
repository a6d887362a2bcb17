import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startDays, type SpecialDays } from '../../../controller/manifest/expand.ts';
import { placeDays } from '../../../controller/manifest/place-days.ts';
import type { Booking } from '../../../shared/content/booking.ts';
import { EMPTY_PLACE_CALENDAR } from '../../../shared/content/place-calendar.ts';
import { MANIFEST_DAYS } from '../../../shared/protocol/manifest.ts';
import { addDays } from '../../../shared/time.ts';
import { RUNS } from '../../support/runs.ts';
import { bookingDays } from '../../support/booking-days.ts';

type Choice = Booking['holidays'];

const FIRST = '2026-12-20';
const SPAN = { firstDate: FIRST, count: 14 };
/** 25 December and 1 January are holidays, 22 and 27 December and 2 January market days. */
const PLACE = placeDays({ ...EMPTY_PLACE_CALENDAR, marketDigit: 2 }, SPAN);

const base = { fromDate: FIRST, toDate: null, recurrence: null, excludedDates: [] };
const chosen = (holidays: Choice, marketDays: Choice) => ({
  ...(holidays && { holidays }),
  ...(marketDays && { marketDays }),
});

function dates(days: string): string {
  return Array.from(days)
    .flatMap((day, index) => (day === '1' ? [addDays(FIRST, index).slice(5)] : []))
    .join(' ');
}

describe('the days of a booking that looks at the place', () => {
  it.each([
    { holidays: 'only', marketDays: undefined, days: '12-25 01-01' },
    { holidays: undefined, marketDays: 'only', days: '12-22 12-27 01-01 01-02' },
    { holidays: 'only', marketDays: 'only', days: '12-22 12-25 12-27 01-01 01-02' },
    { holidays: 'skip', marketDays: 'only', days: '12-22 12-27 01-02' },
    { holidays: 'only', marketDays: 'skip', days: '12-25' },
    {
      holidays: 'skip',
      marketDays: 'skip',
      days: '12-20 12-21 12-23 12-24 12-26 12-28 12-29 12-30 12-31',
    },
  ] as const)('[C10] holidays $holidays, market days $marketDays', (row) => {
    // 1 January is a market day of this table's own, so that one day is both.
    const place = { ...PLACE, marketDays: PLACE.marketDays.slice(0, 12) + '11' };
    const booking = { ...base, ...chosen(row.holidays, row.marketDays) };
    expect(dates(startDays(booking, SPAN, place))).toBe(row.days);
  });

  it('[C11] are days of its rule, less excluded dates and closing days', () => {
    const booking = { ...base, ...chosen(undefined, 'only') };
    const rule = { ...booking, recurrence: 'FREQ=WEEKLY;BYDAY=TU,SU' };
    expect(dates(startDays(rule, SPAN, PLACE))).toBe('12-22 12-27');
    const excluded = { ...rule, excludedDates: ['2026-12-22'] };
    expect(dates(startDays(excluded, SPAN, PLACE))).toBe('12-27');
    const closedDays = '0'.repeat(7) + '1'.repeat(7);
    expect(dates(startDays(rule, SPAN, { ...PLACE, closedDays }))).toBe('12-22');
  });

  it('[C9] `only` without any market runs never, `skip` always', () => {
    const nothing = placeDays(EMPTY_PLACE_CALENDAR, { firstDate: '2026-11-01', count: 20 });
    const span = { firstDate: '2026-11-01', count: 20 };
    const at = { ...base, fromDate: '2026-11-01' };
    expect(startDays({ ...at, marketDays: 'only' }, span, nothing)).toBe('0'.repeat(20));
    expect(startDays({ ...at, marketDays: 'skip' }, span, nothing)).toBe('1'.repeat(20));
  });

  const anyDays = fc
    .array(fc.constantFrom('0', '1'), { minLength: MANIFEST_DAYS, maxLength: MANIFEST_DAYS })
    .map((days) => days.join(''));
  const anyChoice = fc.constantFrom<Choice>(undefined, 'skip', 'only');
  const anyCase = fc.record({
    special: fc.record({ holidays: anyDays, marketDays: anyDays, closedDays: anyDays }),
    other: anyChoice,
    recurrence: fc.constantFrom(null, 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYMONTHDAY=-1,5'),
    excluded: fc.array(fc.integer({ min: 0, max: MANIFEST_DAYS }), { maxLength: 5 }),
  });
  const span = { firstDate: FIRST, count: MANIFEST_DAYS };
  const both = (a: string, b: string) =>
    Array.from(a, (day, index) => (day === '1' || b[index] === '1' ? '1' : '0')).join('');

  it('[C10] are either skipped or the only ones: together the days of the rule', () => {
    fc.assert(
      fc.property(anyCase, ({ special, recurrence, excluded }) => {
        const excludedDates = excluded.map((index) => addDays(FIRST, index));
        const booking = { ...base, recurrence, excludedDates };
        const plain = bookingDays(booking, FIRST, special.closedDays);
        for (const kind of ['holidays', 'marketDays'] as const) {
          const skip = startDays({ ...booking, [kind]: 'skip' }, span, special);
          const only = startDays({ ...booking, [kind]: 'only' }, span, special);
          expect(both(skip, only)).toBe(plain);
          expect(Array.from(skip).some((day, index) => day === '1' && only[index] === '1')).toBe(
            false,
          );
        }
      }),
      RUNS,
    );
  });

  it('[C10] `only` on both leaves what either leaves, and `skip` wins', () => {
    fc.assert(
      fc.property(anyCase, ({ special, recurrence }) => {
        const booking = { ...base, recurrence };
        const days = (holidays: Choice, marketDays: Choice) =>
          startDays({ ...booking, ...chosen(holidays, marketDays) }, span, special);
        expect(days('only', 'only')).toBe(both(days('only', undefined), days(undefined, 'only')));
        for (const day of marked(days('only', 'skip'))) expect(special.marketDays[day]).toBe('0');
        for (const day of marked(days('skip', 'only'))) expect(special.holidays[day]).toBe('0');
      }),
      RUNS,
    );
  });

  it('[C11] never add a day that the rule does not have', () => {
    fc.assert(
      fc.property(anyCase, anyChoice, ({ special, recurrence, other }, choice) => {
        const booking = { ...base, recurrence };
        const plain = bookingDays(booking, FIRST, special.closedDays);
        const days = startDays({ ...booking, ...chosen(choice, other) }, span, special);
        for (const day of marked(days)) expect(plain[day]).toBe('1');
      }),
      RUNS,
    );
  });

  it('are the same however the span is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 399 }), anyChoice, anyChoice, (cut, a, b) => {
        const calendar = { ...EMPTY_PLACE_CALENDAR, marketDigit: 3 };
        const booking = { ...base, recurrence: 'FREQ=WEEKLY;BYDAY=FR,SA', ...chosen(a, b) };
        const over = (firstDate: string, count: number) => {
          const special: SpecialDays = placeDays(calendar, { firstDate, count });
          return startDays(booking, { firstDate, count }, special);
        };
        expect(over(FIRST, cut) + over(addDays(FIRST, cut), 400 - cut)).toBe(over(FIRST, 400));
      }),
      RUNS,
    );
  });
});

function marked(days: string): number[] {
  return Array.from(days).flatMap((day, index) => (day === '1' ? [index] : []));
}
