/**
 * Civil time by integers. No zone database, no `Date`: whoever knows the zone (the controller, or the
 * runtime's Intl) hands over its offsets, and everything here only adds.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;
/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;
/** From this instant on (inclusive) the zone is `offsetMs` ahead of UTC. */
export interface ZoneOffset {
  readonly fromMs: EpochMs;
  readonly offsetMs: number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Days from 1970-01-01 to `date`; negative before. Hinnant's days_from_civil, proleptic Gregorian. */
export function dayNumber(date: CivilDate): number {
  const y = Number(date.slice(0, 4));
  const m = Number(date.slice(5, 7));
  const d = Number(date.slice(8, 10));
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date `days` after 1970-01-01. Inverse of `dayNumber`. */
export function dateOfDay(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `date` moved by `days`. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(date) + days);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Whether `text` is a date that exists, so not 2026-02-30. */
export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDay(dayNumber(text)) === text;
}

/** The zone's offset at `at`. `offsets` are sorted; before the first, the first counts. */
export function offsetAt(offsets: readonly ZoneOffset[], at: EpochMs): number {
  let found = offsets[0]?.offsetMs ?? 0;
  for (const offset of offsets) if (offset.fromMs <= at) found = offset.offsetMs;
  return found;
}

/**
 * The instant of `minute` (0 is midnight, 1440 the next one, more is allowed) on `date`.
 * [S1] A local time inside a DST gap moves forward by the gap; in an overlap the first counts.
 */
export function instantOf(
  offsets: readonly ZoneOffset[],
  date: CivilDate,
  minute: number,
): EpochMs {
  const local = dayNumber(date) * DAY_MS + minute * MINUTE_MS;
  const before = offsetAt(offsets, local - DAY_MS);
  const after = offsetAt(offsets, local + DAY_MS);
  if (before === after) return local - before;
  const early = local - before;
  if (offsetAt(offsets, early) === before) return early;
  const late = local - after;
  return offsetAt(offsets, late) === after ? late : early;
}

/** The civil date in the zone at `at`. */
export function dateAt(offsets: readonly ZoneOffset[], at: EpochMs): CivilDate {
  return dateOfDay(Math.floor((at + offsetAt(offsets, at)) / DAY_MS));
}

/** Minutes since local midnight at `at`, 0 to 1439, rounded down. */
export function minuteAt(offsets: readonly ZoneOffset[], at: EpochMs): number {
  const local = at + offsetAt(offsets, at);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
