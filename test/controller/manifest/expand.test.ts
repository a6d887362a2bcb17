import fc from 'fast-check';
import { RRule } from 'rrule';
import { describe, expect, it } from 'vitest';
import { shopClosedDays } from '../../../controller/manifest/expand.ts';
import { parseRule } from '../../../controller/manifest/rule.ts';
import { MANIFEST_DAYS } from '../../../shared/protocol/manifest.ts';
import { addDays, DAY_MS, dayNumber } from '../../../shared/time.ts';
import { bookingDays } from '../../support/booking-days.ts';

const FIRST = '2026-11-21';

function booking(recurrence: string | null, more: object = {}) {
  return { fromDate: FIRST, toDate: null, recurrence, excludedDates: [], ...more };
}

function dates(days: string, firstDate = FIRST): string[] {
  return Array.from(days).flatMap((day, index) => (day === '1' ? [addDays(firstDate, index)] : []));
}

/** The independent check: another library, the same question. */
function byLibrary(recurrence: string, fromDate: string): string {
  const rule = new RRule({
    ...RRule.parseString(recurrence),
    dtstart: new Date(dayNumber(fromDate) * DAY_MS),
  });
  const first = dayNumber(FIRST);
  const days = Array.from({ length: MANIFEST_DAYS }, () => '0');
  const to = new Date((first + MANIFEST_DAYS - 1) * DAY_MS);
  for (const date of rule.between(new Date(first * DAY_MS), to, true))
    days[Math.floor(date.getTime() / DAY_MS) - first] = '1';
  return days.join('');
}

describe('bookingDays', () => {
  it.each([
    { why: 'no rule runs every day', of: booking(null), count: 120 },
    { why: 'the last date is inclusive', of: booking(null, { toDate: '2026-11-23' }), count: 3 },
    {
      why: 'a booking of the past runs never',
      of: booking(null, { fromDate: '2026-01-01', toDate: '2026-11-20' }),
      count: 0,
    },
    {
      why: 'a booking of the far future runs never yet',
      of: booking(null, { fromDate: '2027-11-01' }),
      count: 0,
    },
    {
      why: 'excluded dates are left out',
      of: booking('FREQ=DAILY', { excludedDates: ['2026-11-22', '2020-01-01'] }),
      count: 119,
    },
    { why: 'a rule that cannot be read runs never', of: booking('FREQ=DAILY;BYDAY=XX'), count: 0 },
    {
      why: 'COUNT counts from the first date',
      of: booking('FREQ=DAILY;COUNT=5', { fromDate: '2026-11-19' }),
      count: 3,
    },
    {
      why: 'UNTIL is inclusive, whatever its hour',
      of: booking('FREQ=DAILY;UNTIL=20261123T000000Z'),
      count: 3,
    },
  ])('[S1] $why', ({ of, count }) => {
    expect(dates(bookingDays(of, FIRST))).toHaveLength(count);
  });

  it('[S1] runs on the second Sunday of each month', () => {
    expect(dates(bookingDays(booking('FREQ=MONTHLY;BYDAY=2SU'), FIRST))).toEqual([
      '2026-12-13',
      '2027-01-10',
      '2027-02-14',
      '2027-03-14',
    ]);
  });

  it('[S1] leaves out the days on which its shop is shut', () => {
    const closed = shopClosedDays(
      {
        week: [null, ...Array.from({ length: 6 }, () => ({ fromMinute: 540, toMinute: 1260 }))],
        closedNth: [],
        closedDates: ['2026-11-23'],
      },
      FIRST,
    );
    expect(dates(bookingDays(booking(null, { toDate: '2026-11-24' }), FIRST, closed))).toEqual([
      '2026-11-21',
      '2026-11-24',
    ]);
  });

  it('[S1] knows a leap day', () => {
    const days = bookingDays(
      booking('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', { fromDate: '2024-02-29' }),
      '2028-02-01',
    );
    expect(dates(days, '2028-02-01')).toEqual(['2028-02-29']);
  });

  it('[S1] agrees with an independent library on any rule', () => {
    const days = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), {
      minLength: 1,
    });
    const rule = fc.record({
      base: fc.oneof(
        fc.constantFrom(
          'FREQ=DAILY',
          'FREQ=WEEKLY',
          'FREQ=DAILY;BYMONTH=11,1,3',
          'FREQ=WEEKLY;BYMONTH=12,2',
          'FREQ=MONTHLY;BYDAY=-1FR',
          'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
          'FREQ=YEARLY;BYMONTH=12,2;BYMONTHDAY=5',
          'FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1',
        ),
        days.map((list) => `FREQ=WEEKLY;BYDAY=${list.join(',')}`),
        days.map((list) => `FREQ=DAILY;BYDAY=${list.join(',')}`),
        days.map((list) => `FREQ=WEEKLY;WKST=SU;BYDAY=${list.join(',')}`),
      ),
      interval: fc.integer({ min: 1, max: 4 }),
      end: fc.constantFrom('', ';COUNT=7', ';COUNT=40', ';UNTIL=20270105T000000Z'),
      back: fc.integer({ min: -20, max: 400 }),
    });
    fc.assert(
      fc.property(rule, ({ base, interval, end, back }) => {
        const text = `${base};INTERVAL=${interval}${end}`;
        const fromDate = addDays(FIRST, -back);
        expect(bookingDays(booking(text, { fromDate }), FIRST)).toBe(byLibrary(text, fromDate));
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});

describe('parseRule', () => {
  it.each([
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;FOO=1',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;COUNT=2;UNTIL=20270101',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYSETPOS=1',
    'FREQ=MONTHLY;INTERVAL=99999999999999',
    'BYDAY=MO',
    '',
  ])('[S1] refuses %s', (text) => {
    expect(parseRule(text)).toBeUndefined();
  });
});
