import {
  DAY_MS,
  dateOfDay,
  minuteAt,
  offsetAt,
  type EpochMs,
  type ZoneOffset,
} from '../../shared/time.ts';

/**
 * The zone as a VTIMEZONE (RFC 5545 3.6.5), without a line break at its end: one observance for each of
 * `offsets`, so what it says holds from the first of them to the last. `offsets` are sorted.
 */
export function zoneComponent(zone: string, offsets: readonly ZoneOffset[]): string {
  const standardMs = Math.min(...offsets.map(({ offsetMs }) => offsetMs));
  const observances = offsets.flatMap(({ fromMs, offsetMs }, index) => {
    const beforeMs = offsets[index - 1]?.offsetMs ?? offsetMs;
    const kind = offsetMs > standardMs ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      // By the clocks as they were just before the change.
      `DTSTART:${localTime([{ fromMs, offsetMs: beforeMs }], fromMs)}`,
      `TZOFFSETFROM:${utcOffset(beforeMs)}`,
      `TZOFFSETTO:${utcOffset(offsetMs)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

/** An instant as a local DATE-TIME such as `20261122T090000`; seconds are dropped. */
export function localTime(offsets: readonly ZoneOffset[], at: EpochMs): string {
  const date = dateOfDay(Math.floor((at + offsetAt(offsets, at)) / DAY_MS));
  return dateTime(date, minuteAt(offsets, at));
}

/** A civil date and a minute of it, 0 to 1439, as a DATE-TIME. */
export function dateTime(date: string, minute: number): string {
  return `${basicDate(date)}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`;
}

/** `2026-11-22` as `20261122`. */
export function basicDate(date: string): string {
  return date.replaceAll('-', '');
}

function utcOffset(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const seconds = Math.round((minutes % 1) * 60);
  const rest = seconds === 0 ? '' : two(seconds);
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(Math.floor(minutes % 60))}${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
