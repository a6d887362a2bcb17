import { describe, expect, it } from 'vitest';
import { KNOWN_UNTIL, namedDays } from '../../../controller/calendar/named-days.ts';
import {
  EMPTY_PLACE_CALENDAR,
  type PlaceCalendarFields,
} from '../../../shared/content/place-calendar.ts';

const calendar = (fields: Partial<PlaceCalendarFields>) => ({ ...EMPTY_PLACE_CALENDAR, ...fields });
const lines = (days: ReturnType<typeof namedDays>) =>
  days.map(({ date, kind, name }) => `${date} ${kind} ${name}`);

describe('namedDays', () => {
  it('are sorted by date, then law, substitute, managers, market', () => {
    const place = calendar({
      temporaryHolidays: [
        { date: '2026-10-06', name: '임시공휴일' },
        { date: '2026-10-05', name: '구민의 날' },
      ],
      marketDigit: 0,
    });
    expect(lines(namedDays(place, '2026-10-03', '2026-10-10'))).toEqual([
      '2026-10-03 public 개천절',
      '2026-10-05 substitute 대체공휴일(개천절)',
      '2026-10-05 temporary 구민의 날',
      '2026-10-05 market 장날',
      '2026-10-06 temporary 임시공휴일',
      '2026-10-09 public 한글날',
      '2026-10-10 market 장날',
    ]);
  });

  it('take in both ends, and cross years', () => {
    const days = namedDays(EMPTY_PLACE_CALENDAR, '2026-12-25', '2027-01-01');
    expect(days.map(({ name }) => name)).toEqual(['성탄절', '신정']);
    expect(namedDays(EMPTY_PLACE_CALENDAR, '2026-12-26', '2026-12-31')).toEqual([]);
    expect(namedDays(calendar({ marketDigit: 1 }), '2027-01-01', '2026-12-25')).toEqual([]);
  });

  it('[C8] show the last of several entries for one date', () => {
    const temporaryHolidays = [
      { date: '2026-06-03', name: '선거' },
      { date: '2026-06-03', name: '전국동시지방선거' },
    ];
    const days = namedDays(calendar({ temporaryHolidays }), '2026-06-01', '2026-06-05');
    expect(days.map(({ name }) => name)).toEqual(['전국동시지방선거']);
  });

  it.each([
    { marketDigit: 0, days: '05 10 15 20 25 30' },
    { marketDigit: 1, days: '01 06 11 16 21 26 31' },
    { marketDigit: 2, days: '02 07 12 17 22 27' },
    { marketDigit: 3, days: '03 08 13 18 23 28' },
    { marketDigit: 4, days: '04 09 14 19 24 29' },
  ])('[C9] hold a market on $days', ({ marketDigit, days }) => {
    const found = namedDays(calendar({ marketDigit }), '2027-03-01', '2027-03-31');
    const markets = found.filter(({ kind }) => kind === 'market');
    expect(markets.map(({ date }) => date.slice(8)).join(' ')).toBe(days);
  });

  it('[C9] hold no market on a 30 February', () => {
    const found = namedDays(calendar({ marketDigit: 4 }), '2028-02-01', '2028-03-01');
    const markets = found.filter(({ kind }) => kind === 'market');
    expect(markets.at(-1)?.date).toBe('2028-02-29');
  });

  it('[C13] are known for ten years at least', () => {
    expect(KNOWN_UNTIL >= '2036-12-31').toBe(true);
  });
});
