/** Civil days and windows to half-open intervals of instants (S1). Additions only. */
import { MANIFEST_DAYS, type Calendar, type ManifestBooking } from '../protocol/manifest.ts';
import { addDays, dateAt, dayNumber, instantOf, type CivilDate, type EpochMs } from '../time.ts';

/** Half-open `[fromMs, toMs)`, never empty. */
export interface Interval {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/**
 * When the board is lit on the screen day `date` [S1, S2]; undefined while it is dark all day or the
 * calendar does not reach that far. A day over midnight belongs to its start and goes on to its end; the
 * next one begins after it.
 */
export function openingOf(calendar: Calendar, date: CivilDate): Interval | undefined {
  const hours = hoursOf(calendar, date);
  if (!hours) return undefined;
  const own = instantOf(calendar.offsets, date, hours.fromMinute);
  const fromMs = Math.max(own, tailOf(calendar, addDays(date, -1)));
  const toMs = instantOf(calendar.offsets, date, hours.toMinute);
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** The screen day that `at` falls into: yesterday's while that is still open, else the civil date [S1]. */
export function planDateAt(calendar: Calendar, at: EpochMs): CivilDate {
  const today = dateAt(calendar.offsets, at);
  const yesterday = addDays(today, -1);
  const late = openingOf(calendar, yesterday);
  return late && at < late.toMs ? yesterday : today;
}

/** A function from a civil day's distance to `date` and a minute to the instant; remembers its answers. */
export type InstantOfMinute = (dayOffset: number, minute: number) => EpochMs;

/** Instants around `date` for `bookingWindows`; thousands of bookings share a few of them. */
export function instantsAround(calendar: Calendar, date: CivilDate): InstantOfMinute {
  const known = new Map<number, EpochMs>();
  return (dayOffset, minute) => {
    const key = dayOffset * 4096 + minute;
    let at = known.get(key);
    if (at === undefined) {
      at = instantOf(calendar.offsets, addDays(date, dayOffset), minute);
      known.set(key, at);
    }
    return at;
  };
}

/**
 * Where `booking` may play within `opening` of `date` [S1]: sorted, apart, clipped; empty when it does
 * not run. Last night's window counts with its tail, and tomorrow's where the screen day reaches into it.
 */
export function bookingWindows(
  booking: Pick<ManifestBooking, 'days' | 'fromMinute' | 'toMinute' | 'endsAt'>,
  opening: Interval,
  around: { readonly dayIndex: number; readonly instant: InstantOfMinute },
): readonly Interval[] {
  const windows: Interval[] = [];
  const lastMs = Math.min(opening.toMs, booking.endsAt ?? Infinity);
  for (let dayOffset = -1; dayOffset <= 1; dayOffset += 1) {
    if (booking.days[around.dayIndex + dayOffset] !== '1') continue;
    const fromMs = Math.max(around.instant(dayOffset, booking.fromMinute), opening.fromMs);
    const toMs = Math.min(around.instant(dayOffset, booking.toMinute), lastMs);
    if (fromMs >= toMs) continue;
    const before = windows.at(-1);
    if (before && fromMs <= before.toMs)
      windows[windows.length - 1] = { fromMs: before.fromMs, toMs: Math.max(before.toMs, toMs) };
    else windows.push({ fromMs, toMs });
  }
  return windows;
}

/** Position of `date` in the calendar's days; outside of them it is negative or `MANIFEST_DAYS` and more. */
export function dayIndexOf(calendar: Calendar, date: CivilDate): number {
  return dayNumber(date) - dayNumber(calendar.firstDate);
}

/** The union of intervals in any order: sorted, with gaps between. */
export function unite(intervals: readonly Interval[]): readonly Interval[] {
  const united: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.fromMs - b.fromMs)) {
    const before = united.at(-1);
    if (before && next.fromMs <= before.toMs)
      united[united.length - 1] = {
        fromMs: before.fromMs,
        toMs: Math.max(before.toMs, next.toMs),
      };
    else united.push(next);
  }
  return united;
}

/** What of `windows` lies outside of `holes`; both sorted and apart. */
export function without(
  windows: readonly Interval[],
  holes: readonly Interval[],
): readonly Interval[] {
  if (holes.length === 0) return windows;
  const left: Interval[] = [];
  for (const window of windows) {
    let fromMs = window.fromMs;
    for (const hole of holes) {
      if (hole.toMs <= fromMs) continue;
      if (hole.fromMs >= window.toMs) break;
      if (hole.fromMs > fromMs) left.push({ fromMs, toMs: hole.fromMs });
      fromMs = hole.toMs;
    }
    if (fromMs < window.toMs) left.push({ fromMs, toMs: window.toMs });
  }
  return left;
}

function hoursOf(calendar: Calendar, date: CivilDate) {
  const index = dayIndexOf(calendar, date);
  return index >= 0 && index < MANIFEST_DAYS ? calendar.hours[index] : null;
}

/** Where the hours of `date` end when they reach over midnight; 0 when they do not. */
function tailOf(calendar: Calendar, date: CivilDate): EpochMs {
  const hours = hoursOf(calendar, date);
  return hours && hours.toMinute > 1440 ? instantOf(calendar.offsets, date, hours.toMinute) : 0;
}
