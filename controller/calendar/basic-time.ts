/** Dates and times in the basic format of ISO 8601, as RFC 5545 writes them. */
import {
  dateAt,
  minuteAt,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from '../../shared/time.ts';

const UTC: readonly ZoneOffset[] = [{ fromMs: 0, offsetMs: 0 }];

/** `2026-11-22` as `20261122`. */
export function basicDate(date: CivilDate): string {
  return date.replaceAll('-', '');
}

/** A civil date and a minute of it, 0 to 1439, as `20261122T093000`. */
export function basicTime(date: CivilDate, minute: number): string {
  return `${basicDate(date)}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;
}

/** An instant by the clocks of the zone; seconds are dropped. */
export function basicTimeAt(offsets: readonly ZoneOffset[], at: EpochMs): string {
  return basicTime(dateAt(offsets, at), minuteAt(offsets, at));
}

/** An instant as `20261122T003000Z`; seconds are dropped. */
export function basicInstant(at: EpochMs): string {
  return `${basicTimeAt(UTC, at)}Z`;
}

/** An offset from UTC as `+0900`; seconds are told where there are some. */
export function basicOffset(offsetMs: number): string {
  const seconds = Math.abs(offsetMs) / 1000;
  const rest = seconds % 60 === 0 ? '' : two(seconds % 60);
  const minutes = Math.floor(seconds / 60);
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
