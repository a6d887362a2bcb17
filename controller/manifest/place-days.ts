import type { PlaceCalendarFields } from '../../shared/content/place-calendar.ts';
import { addDays, dayNumber } from '../../shared/time.ts';
import { namedDays } from '../calendar/named-days.ts';
import type { DaySpan } from './expand.ts';

/** One character a day, as in `expand.ts`. */
export interface PlaceDays {
  /** Public, substitute and temporary holidays. */
  readonly holidays: string;
  readonly marketDays: string;
}

const latest = new WeakMap<
  PlaceCalendarFields,
  { readonly key: string; readonly days: PlaceDays }
>();

/** The holidays and market days of the span. The newest span of each calendar is remembered: all bookings ask for it. */
export function placeDays(calendar: PlaceCalendarFields, span: DaySpan): PlaceDays {
  const key = `${span.firstDate} ${span.count}`;
  const known = latest.get(calendar);
  if (known?.key === key) return known.days;
  const days = expand(calendar, span);
  latest.set(calendar, { key, days });
  return days;
}

function expand(calendar: PlaceCalendarFields, { firstDate, count }: DaySpan): PlaceDays {
  const holidays = new Uint8Array(count);
  const marketDays = new Uint8Array(count);
  const first = dayNumber(firstDate);
  for (const { date, kind } of namedDays(calendar, firstDate, addDays(firstDate, count - 1)))
    (kind === 'market' ? marketDays : holidays)[dayNumber(date) - first] = 1;
  return { holidays: holidays.join(''), marketDays: marketDays.join('') };
}
