import type { NamedDay, PlaceCalendarFields } from '../../shared/content/place-calendar.ts';
import { dateOfDay, dayNumber, type CivilDate } from '../../shared/time.ts';
import { publicHolidays } from './korean-holidays.ts';
import { LAST_KNOWN_YEAR } from './lunar-days.ts';

/** The last date for which every holiday by law is known, inclusive. */
export const KNOWN_UNTIL: CivilDate = `${LAST_KNOWN_YEAR}-12-31`;

const ORDER: readonly NamedDay['kind'][] = ['public', 'substitute', 'temporary', 'market'];

/**
 * Holidays by law, those that managers added (C8) and market days (C9) from `from` to `to`, both inclusive;
 * sorted by date, then as listed here. Empty when `to` is before `from`. O(days).
 */
export function namedDays(
  { temporaryHolidays, marketDigit }: PlaceCalendarFields,
  from: CivilDate,
  to: CivilDate,
): NamedDay[] {
  const days: NamedDay[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    days.push(...publicHolidays(year));
  const nameByDate = new Map(temporaryHolidays.map(({ date, name }) => [date, name]));
  for (const [date, name] of nameByDate) days.push({ date, kind: 'temporary', name });
  const within = days.filter(({ date }) => from <= date && date <= to);
  if (marketDigit !== null) within.push(...marketDays(marketDigit, from, to));
  return within.sort(byDateAndKind);
}

function marketDays(digit: number, from: CivilDate, to: CivilDate): NamedDay[] {
  const days: NamedDay[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const date = dateOfDay(day);
    if (Number(date.slice(8, 10)) % 5 === digit) days.push({ date, kind: 'market', name: '장날' });
  }
  return days;
}

function byDateAndKind(a: NamedDay, b: NamedDay): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}
