/**
 * The law against dates that others publish: 월력요항 of 2025 to 2027 as the government announced them, and
 * for the years after it what public lists of South Korea's holidays agree on.
 */
import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../../controller/calendar/korean-holidays.ts';
import { LAST_KNOWN_YEAR } from '../../../controller/calendar/lunar-days.ts';
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import { weekdayOf } from '../../../shared/time.ts';

const of = (year: number, kind: NamedDay['kind']) =>
  publicHolidays(year).filter((day) => day.kind === kind);
/** `02-16 설날 전날`, without the year. */
const words = (days: readonly NamedDay[]) =>
  days.map(({ date, name }) => `${date.slice(5)} ${name}`);

describe('publicHolidays', () => {
  it('[C1] [C2] are those of the announced 2025, before 노동절 and 제헌절 were among them', () => {
    expect(words(publicHolidays(2025))).toEqual([
      '01-01 신정',
      '01-28 설날 전날',
      '01-29 설날',
      '01-30 설날 다음 날',
      '03-01 3·1절',
      '03-03 대체공휴일(3·1절)',
      '05-05 어린이날',
      '05-05 부처님오신날',
      '05-06 대체공휴일(부처님오신날)',
      '06-06 현충일',
      '08-15 광복절',
      '10-03 개천절',
      '10-05 추석 전날',
      '10-06 추석',
      '10-07 추석 다음 날',
      '10-08 대체공휴일(추석)',
      '10-09 한글날',
      '12-25 성탄절',
    ]);
  });

  it('[C1] [C2] are those of the announced 2027', () => {
    expect(words(publicHolidays(2027))).toEqual([
      '01-01 신정',
      '02-06 설날 전날',
      '02-07 설날',
      '02-08 설날 다음 날',
      '02-09 대체공휴일(설날)',
      '03-01 3·1절',
      '05-01 노동절',
      '05-03 대체공휴일(노동절)',
      '05-05 어린이날',
      '05-13 부처님오신날',
      '06-06 현충일',
      '07-17 제헌절',
      '07-19 대체공휴일(제헌절)',
      '08-15 광복절',
      '08-16 대체공휴일(광복절)',
      '09-14 추석 전날',
      '09-15 추석',
      '09-16 추석 다음 날',
      '10-03 개천절',
      '10-04 대체공휴일(개천절)',
      '10-09 한글날',
      '10-11 대체공휴일(한글날)',
      '12-25 성탄절',
      '12-27 대체공휴일(성탄절)',
    ]);
  });

  it.each([
    { year: 2026, newYear: '02-16 02-17 02-18', buddha: '05-24', chuseok: '09-24 09-25 09-26' },
    { year: 2027, newYear: '02-06 02-07 02-08', buddha: '05-13', chuseok: '09-14 09-15 09-16' },
    { year: 2028, newYear: '01-26 01-27 01-28', buddha: '05-02', chuseok: '10-02 10-03 10-04' },
    { year: 2029, newYear: '02-12 02-13 02-14', buddha: '05-20', chuseok: '09-21 09-22 09-23' },
    { year: 2030, newYear: '02-02 02-03 02-04', buddha: '05-09', chuseok: '09-11 09-12 09-13' },
    { year: 2031, newYear: '01-22 01-23 01-24', buddha: '05-28', chuseok: '09-30 10-01 10-02' },
    { year: 2032, newYear: '02-10 02-11 02-12', buddha: '05-16', chuseok: '09-18 09-19 09-20' },
    { year: 2033, newYear: '01-30 01-31 02-01', buddha: '05-06', chuseok: '09-07 09-08 09-09' },
    { year: 2034, newYear: '02-18 02-19 02-20', buddha: '05-25', chuseok: '09-26 09-27 09-28' },
    { year: 2035, newYear: '02-07 02-08 02-09', buddha: '05-15', chuseok: '09-15 09-16 09-17' },
  ])('[C2] 설날, 부처님오신날 and 추석 of $year', ({ year, newYear, buddha, chuseok }) => {
    const named = (name: string) =>
      of(year, 'public')
        .filter((day) => day.name.startsWith(name))
        .map(({ date }) => date.slice(5))
        .join(' ');
    expect(named('설날')).toBe(newYear);
    expect(named('부처님오신날')).toBe(buddha);
    expect(named('추석')).toBe(chuseok);
  });

  it.each([
    { year: 2026, days: '03-02 3·1절, 05-25 부처님오신날, 08-17 광복절, 10-05 개천절' },
    { year: 2028, days: '10-05 추석' },
    { year: 2029, days: '05-07 어린이날, 05-21 부처님오신날, 09-24 추석' },
    { year: 2030, days: '02-05 설날, 05-06 어린이날' },
    { year: 2031, days: '03-03 3·1절' },
    {
      year: 2032,
      days: '05-03 노동절, 05-17 부처님오신날, 07-19 제헌절, 08-16 광복절, 09-21 추석, 10-04 개천절, 10-11 한글날, 12-27 성탄절',
    },
    { year: 2033, days: '02-02 설날, 05-02 노동절, 07-18 제헌절, 10-10 한글날, 12-26 성탄절' },
    { year: 2034, days: '02-21 설날' },
    { year: 2035, days: '05-07 어린이날, 09-18 추석' },
    {
      year: 2036,
      days: '01-30 설날, 03-03 3·1절, 05-06 부처님오신날, 10-06 추석, 10-07 추석',
    },
    { year: 2037, days: '02-17 설날, 03-02 3·1절, 08-17 광복절, 10-05 개천절' },
    {
      year: 2038,
      days: '05-03 노동절, 07-19 제헌절, 08-16 광복절, 09-15 추석, 10-04 개천절, 10-11 한글날, 12-27 성탄절',
    },
  ])('[C4] [C5] [C6] substitutes of $year', ({ year, days }) => {
    const found = of(year, 'substitute').map(
      ({ date, name }) => `${date.slice(5)} ${/\((.+)\)/.exec(name)?.[1] ?? name}`,
    );
    expect(found.join(', ')).toBe(days);
  });

  it('[C4] give no substitute for 신정 and 현충일, nor for a Saturday of 설날 and 추석', () => {
    // 2028: 1 January is a Saturday. 2027: 6 June is a Sunday, and 6 February, before 설날, a Saturday.
    expect(words(of(2028, 'substitute')).join()).not.toContain('신정');
    expect(words(of(2027, 'substitute')).join()).not.toContain('현충일');
    expect(words(of(2027, 'substitute')).filter((day) => day.includes('설날'))).toEqual([
      '02-09 대체공휴일(설날)',
    ]);
  });

  it('[C6] are never on a weekend or on another holiday when they substitute', () => {
    for (let year = 2025; year <= LAST_KNOWN_YEAR; year += 1) {
      const days = publicHolidays(year);
      expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
      for (const { date } of of(year, 'substitute')) {
        expect([0, 6]).not.toContain(weekdayOf(date));
        expect(days.filter((day) => day.date === date)).toHaveLength(1);
      }
    }
  });

  it('[C13] are none before the first known year, and only the fixed ones after the last', () => {
    expect(publicHolidays(2024)).toEqual([]);
    const after = words(publicHolidays(LAST_KNOWN_YEAR + 1));
    expect(after).toContain('05-05 어린이날');
    expect(after.join()).not.toMatch(/설날|추석|부처님/);
  });
});
