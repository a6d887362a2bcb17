/** Recurrence rules, those by weekday above all, and what else decides on a booking's days. */
import type { BookingFields } from '../../../shared/content/booking.ts';
import { weekdays } from '../app/words.ts';
import { monthlyOf, monthlyWords } from './monthly.ts';

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Weekdays, 0 Sunday, of a rule that says nothing else; all seven for null; undefined for any other rule. */
export function weekdaysOf(rule: string | null): readonly number[] | undefined {
  if (rule === null) return [0, 1, 2, 3, 4, 5, 6];
  const [, days] = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rule) ?? [];
  if (days === undefined) return undefined;
  return days.split(',').map((code) => CODES.indexOf(code as (typeof CODES)[number]));
}

/** Null for all seven or none: every day. */
export function weeklyRule(chosen: readonly number[]): string | null {
  if (chosen.length === 0 || chosen.length === 7) return null;
  const days = [...chosen].sort((a, b) => a - b).map((day) => CODES[day]);
  return `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
}

/** `매일`, `평일`, `주말`, `월·수`, `매월 둘째 일요일`, or `따로 정한 반복`. */
export function recurrenceWords(rule: string | null): string {
  const monthly = monthlyOf(rule);
  if (monthly) return monthlyWords(monthly);
  const days = weekdaysOf(rule);
  if (!days) return '따로 정한 반복';
  if (days.length === 7) return '매일';
  const key = [...days].sort((a, b) => a - b).join('');
  if (key === '12345') return '평일';
  if (key === '06') return '주말';
  return days.map((day) => weekdays[day] ?? '').join('·');
}

/** The rule with what the booking does on holidays and market days: `매일, 공휴일은 빼고`. */
export function daysWords({
  recurrence,
  holidays,
  marketDays,
}: Pick<BookingFields, 'recurrence' | 'holidays' | 'marketDays'>): string {
  const only = [
    ...(holidays === 'only' ? ['공휴일'] : []),
    ...(marketDays === 'only' ? ['장날'] : []),
  ];
  const skip = [
    ...(holidays === 'skip' ? ['공휴일'] : []),
    ...(marketDays === 'skip' ? ['장날'] : []),
  ];
  return [
    recurrenceWords(recurrence),
    ...(only.length > 0 ? [`${only.join('과 ')}만`] : []),
    ...(skip.length > 0 ? [`${skip.join('과 ')}은 빼고`] : []),
  ].join(', ');
}
