import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateAt,
  dateOfDay,
  DAY_MS,
  dayNumber,
  HOUR_MS,
  instantOf,
  isCivilDate,
  minuteAt,
  offsetAt,
  weekdayOf,
} from '../../shared/time.ts';

/** Europe/Oslo through 2026: CET, CEST from 29 March 01:00Z, CET from 25 October 01:00Z. */
const OSLO = [
  { fromMs: 0, offsetMs: HOUR_MS },
  { fromMs: Date.UTC(2026, 2, 29, 1), offsetMs: 2 * HOUR_MS },
  { fromMs: Date.UTC(2026, 9, 25, 1), offsetMs: HOUR_MS },
];
const SEOUL = [{ fromMs: 0, offsetMs: 9 * HOUR_MS }];

describe('civil days', () => {
  it('agree with the UTC calendar over a thousand years, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -170_000, max: 200_000 }), (day) => {
        const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
        expect(dateOfDay(day)).toBe(date);
        expect(dayNumber(date)).toBe(day);
        expect(weekdayOf(date)).toBe(new Date(day * DAY_MS).getUTCDay());
      }),
    );
  });

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (date, days, sum) => {
    expect(addDays(date, days)).toBe(sum);
  });

  it.each([
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['오늘', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isCivilDate(text)).toBe(exists);
  });
});

describe('instantOf', () => {
  it.each([
    { why: 'a minute in winter', date: '2026-01-10', minute: 600, utc: '2026-01-10T09:00Z' },
    { why: 'a minute in summer', date: '2026-07-10', minute: 600, utc: '2026-07-10T08:00Z' },
    { why: 'the minute before the gap', date: '2026-03-29', minute: 119, utc: '2026-03-29T00:59Z' },
    { why: 'the first of the gap', date: '2026-03-29', minute: 120, utc: '2026-03-29T01:00Z' },
    { why: 'in the gap, moved on', date: '2026-03-29', minute: 150, utc: '2026-03-29T01:30Z' },
    { why: 'after the gap', date: '2026-03-29', minute: 180, utc: '2026-03-29T01:00Z' },
    { why: 'the first of two', date: '2026-10-25', minute: 150, utc: '2026-10-25T00:30Z' },
    { why: 'after the overlap', date: '2026-10-25', minute: 180, utc: '2026-10-25T02:00Z' },
    { why: 'midnight at the end', date: '2026-10-25', minute: 1440, utc: '2026-10-25T23:00Z' },
    { why: 'far past midnight', date: '2026-03-28', minute: 1620, utc: '2026-03-29T01:00Z' },
  ])('[S1] in Oslo: $why', ({ date, minute, utc }) => {
    expect(new Date(instantOf(OSLO, date, minute)).toISOString()).toBe(new Date(utc).toISOString());
  });

  it('[S1] is undone by dateAt and minuteAt wherever there is one answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 1439 }),
        (day, minute) => {
          const date = addDays('2026-01-01', day);
          const isOdd = ['2026-03-29', '2026-10-25'].includes(date) && minute < 240;
          fc.pre(!isOdd);
          for (const offsets of [OSLO, SEOUL]) {
            const at = instantOf(offsets, date, minute);
            expect([dateAt(offsets, at), minuteAt(offsets, at)]).toEqual([date, minute]);
          }
        },
      ),
    );
  });
});

describe('offsetAt', () => {
  it('[S1] changes at the instant itself and reaches back before the first', () => {
    expect(offsetAt(OSLO, Date.UTC(2026, 2, 29, 1) - 1)).toBe(HOUR_MS);
    expect(offsetAt(OSLO, Date.UTC(2026, 2, 29, 1))).toBe(2 * HOUR_MS);
    expect(offsetAt(OSLO, -1)).toBe(HOUR_MS);
    expect(offsetAt([], 0)).toBe(0);
  });

  it('[S1] rounds minutes down, also before 1970', () => {
    expect(minuteAt(SEOUL, -1)).toBe(539);
    expect(dateAt(SEOUL, -9 * HOUR_MS - 1)).toBe('1969-12-31');
  });
});
