/** Holidays and market days in words. Pure. */
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import type { Tone } from '../app/words.ts';

export const kindNames: Readonly<Record<NamedDay['kind'], string>> = {
  public: '공휴일',
  substitute: '대체',
  temporary: '임시',
  market: '장날',
};
export const kindTones: Readonly<Record<NamedDay['kind'], Tone>> = {
  public: 'soft',
  substitute: 'warn',
  temporary: 'good',
  market: 'soft',
};

/** `2·7일`; 0 is `5·10일`. */
export function marketWords(digit: number): string {
  return digit === 0 ? '5·10일' : `${digit}·${digit + 5}일`;
}

/** Every market day of a month of 31 days, such as `2·7·12·17·22·27일`. */
export function marketDaysWords(digit: number): string {
  const first = digit === 0 ? 5 : digit;
  const days: number[] = [];
  for (let day = first; day <= 31; day += 5) days.push(day);
  return `${days.join('·')}일`;
}

/** The first market day from `from` on, which may be `from` itself. */
export function nextMarketDay(digit: number, from: CivilDate): CivilDate {
  let date = from;
  while (Number(date.slice(8, 10)) % 5 !== digit) date = addDays(date, 1);
  return date;
}

/** Sorted days, cut where a month ends: `2026-12` and its days. */
export function byMonth(
  days: readonly NamedDay[],
): readonly (readonly [month: string, days: readonly NamedDay[]])[] {
  const months = new Map<string, NamedDay[]>();
  for (const day of days) {
    const month = day.date.slice(0, 7);
    const list = months.get(month);
    if (list) list.push(day);
    else months.set(month, [day]);
  }
  return [...months];
}

/** `2026-12` to `2026년 12월`. */
export function monthWords(month: string): string {
  return `${Number(month.slice(0, 4))}년 ${Number(month.slice(5, 7))}월`;
}
