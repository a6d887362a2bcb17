/** Whether a shop of the manifest is open, by integers only. */
import type { Calendar, ManifestShop } from './protocol/manifest.ts';
import { dateAt, dateOfDay, dayNumber, minuteAt, weekdayOf, type EpochMs } from './time.ts';

export interface OpenState {
  /** `later` opens later today; `closed-now` has shut for today; `closed-today` does not open today. */
  readonly state: 'open' | 'later' | 'closed-now' | 'closed-today';
  /** When an open shop shuts, exclusive, minutes of today; above 1440 it is tomorrow. Else null. */
  readonly untilMinute: number | null;
  /** When a shop that is `later` opens, inclusive, minutes of today. Else null. */
  readonly fromMinute: number | null;
}

type Hours = Pick<ManifestShop, 'week' | 'closedDays'>;
type Days = Pick<Calendar, 'offsets' | 'firstDate'>;

/**
 * What a shop is doing at `at`, in the calendar's zone. Hours are half-open. [S1] Hours over midnight
 * belong to the day on which they start, so a closing day does not end the night before it.
 * A date outside the manifest's days follows the week alone.
 */
export function openState(shop: Hours, calendar: Days, at: EpochMs): OpenState {
  const today = dateAt(calendar.offsets, at);
  const minute = minuteAt(calendar.offsets, at);
  const lastNight = hoursOn(shop, calendar, dayNumber(today) - 1);
  if (lastNight && minute < lastNight.toMinute - 1440) return open(lastNight.toMinute - 1440);
  const hours = hoursOn(shop, calendar, dayNumber(today));
  if (!hours) return { state: 'closed-today', untilMinute: null, fromMinute: null };
  if (minute < hours.fromMinute) {
    return { state: 'later', untilMinute: null, fromMinute: hours.fromMinute };
  }
  if (minute < hours.toMinute) return open(hours.toMinute);
  return { state: 'closed-now', untilMinute: null, fromMinute: null };
}

/** `day` counts from 1970-01-01. */
function hoursOn(shop: Hours, calendar: Days, day: number) {
  if (shop.closedDays[day - dayNumber(calendar.firstDate)] === '1') return null;
  return shop.week[weekdayOf(dateOfDay(day))] ?? null;
}

function open(untilMinute: number): OpenState {
  return { state: 'open', untilMinute, fromMinute: null };
}
