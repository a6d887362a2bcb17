/** Rules as they are after an edit on the calendar. */
import { addDays, type CivilDate } from '../../shared/time.ts';
import { parseRule } from './rule.ts';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * The rule whose every day is `days` later than this one's, where its first date moves along. Undefined where
 * that is no rule of the same kind: of months and years, and those with positions.
 */
export function shiftRule(text: string, days: number): string | undefined {
  const rule = parseRule(text);
  if (!rule?.plain || rule.months) return undefined;
  if (rule.frequency !== 'DAILY' && rule.frequency !== 'WEEKLY') return undefined;
  const parts = text.split(';').map((part) => shiftPart(part, days));
  // The weeks that count are told apart by their first day, which moves along with the days in them.
  if (rule.frequency === 'WEEKLY' && rule.interval > 1 && !text.includes(';WKST='))
    parts.push(shiftPart('WKST=MO', days));
  return parts.join(';');
}

/** The rule with `ran` occurrences fewer. A rule without COUNT stays as it is; `ran` is less than COUNT. */
export function countDown(text: string, ran: number): string {
  return text.replace(/(?<=;COUNT=)\d+/, (count) => `${Number(count) - ran}`);
}

function shiftPart(part: string, days: number): string {
  const [name = '', value = ''] = part.split('=');
  if (name === 'WKST' || name === 'BYDAY') return `${name}=${shiftWeekdays(value, days)}`;
  if (name !== 'UNTIL') return part;
  const until: CivilDate = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
  return `UNTIL=${addDays(until, days).replaceAll('-', '')}`;
}

function shiftWeekdays(value: string, days: number): string {
  return value
    .split(',')
    .map((weekday) => (((WEEKDAYS.indexOf(weekday) + days) % 7) + 7) % 7)
    .sort((a, b) => a - b)
    .map((weekday) => WEEKDAYS[weekday])
    .join(',');
}
