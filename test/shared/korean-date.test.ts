import { describe, expect, it } from 'vitest';
import {
  clock24,
  clockSeconds,
  clockTime,
  dottedDate,
  longDate,
  longDateTime,
  shortDate,
  weekdayName,
} from '../../shared/korean-date.ts';
import { HOUR_MS } from '../../shared/time.ts';

const SEOUL = [{ fromMs: 0, offsetMs: 9 * HOUR_MS }];
const AT = Date.UTC(2026, 10, 22, 6, 30, 5);

describe('Korean dates', () => {
  it('are written from our own table', () => {
    expect(longDate('2026-11-22')).toBe('2026년 11월 22일(일)');
    expect(shortDate('2027-03-01')).toBe('3월 1일(월)');
    expect(dottedDate('2028-02-29')).toBe('2. 29.(화)');
    expect(longDateTime(SEOUL, AT)).toBe('2026년 11월 22일(일) 오후 3:30');
  });

  it('name all seven weekdays', () => {
    const week = Array.from({ length: 7 }, (_, day) => weekdayName(`2026-11-${String(22 + day)}`));
    expect(week.join('')).toBe('일월화수목금토');
  });

  it.each([
    [0, '오전 12:00', '00:00'],
    [59, '오전 12:59', '00:59'],
    [540, '오전 9:00', '09:00'],
    [720, '낮 12:00', '12:00'],
    [765, '낮 12:45', '12:45'],
    [780, '오후 1:00', '13:00'],
    [1439, '오후 11:59', '23:59'],
    [1440, '자정(24:00)', '24:00'],
    [1470, '오전 12:30', '24:30'],
  ])('minute %i is %s and %s', (minute, spoken, digits) => {
    expect(clockTime(minute)).toBe(spoken);
    expect(clock24(minute)).toBe(digits);
  });

  it('show seconds in the zone', () => {
    expect(clockSeconds(SEOUL, AT)).toBe('15:30:05');
    expect(clockSeconds(SEOUL, Date.UTC(2026, 10, 22, 15) - 1)).toBe('23:59:59');
  });
});
