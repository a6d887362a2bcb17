/** Weekdays of a recurrence rule. */
import { weekdays } from '../app/words.ts';

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

/** `매일`, `평일`, `주말`, `월·수`, or `따로 정한 반복`. */
export function recurrenceWords(rule: string | null): string {
  const days = weekdaysOf(rule);
  if (!days) return '따로 정한 반복';
  if (days.length === 7) return '매일';
  const key = [...days].sort((a, b) => a - b).join('');
  if (key === '12345') return '평일';
  if (key === '06') return '주말';
  return days.map((day) => weekdays[day] ?? '').join('·');
}
