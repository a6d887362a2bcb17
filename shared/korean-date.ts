/** Korean dates and times as the board and the console write them, from our own table, never from a locale. */
import {
  minuteAt,
  dateAt,
  weekdayOf,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from './time.ts';

const WEEKDAYS = ['일', '월', '화', '수', '목', '금', '토'] as const;

/** `2026-11-22` to `2026년 11월 22일(일)`. */
export function longDate(date: CivilDate): string {
  return `${Number(date.slice(0, 4))}년 ${shortDate(date)}`;
}

/** `2026-11-22` to `11월 22일(일)`. */
export function shortDate(date: CivilDate): string {
  return `${Number(date.slice(5, 7))}월 ${Number(date.slice(8, 10))}일(${weekdayName(date)})`;
}

/** `2026-11-22` to `11. 22.(일)`. */
export function dottedDate(date: CivilDate): string {
  return `${Number(date.slice(5, 7))}. ${Number(date.slice(8, 10))}.(${weekdayName(date)})`;
}

/** One syllable, such as `일`. */
export function weekdayName(date: CivilDate): string {
  return WEEKDAYS[weekdayOf(date)] ?? '';
}

/** Minutes of a day to `오후 3:30`; noon is `낮 12:00`, midnight at a day's end `자정(24:00)`. */
export function clockTime(minute: number): string {
  if (minute === 1440) return '자정(24:00)';
  const hour = Math.floor(minute / 60) % 24;
  const rest = String(minute % 60).padStart(2, '0');
  if (hour === 12) return `낮 12:${rest}`;
  return `${hour < 12 ? '오전' : '오후'} ${hour % 12 === 0 ? 12 : hour % 12}:${rest}`;
}

/** Minutes of a day to `15:30`; past midnight goes on, so 1470 is `24:30`. */
export function clock24(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** An instant to `15:30:15` in the zone. */
export function clockSeconds(offsets: readonly ZoneOffset[], at: EpochMs): string {
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0');
  return `${clock24(minuteAt(offsets, at))}:${seconds}`;
}

/** An instant to `2026년 11월 22일(일) 오후 3:30`. */
export function longDateTime(offsets: readonly ZoneOffset[], at: EpochMs): string {
  return `${longDate(dateAt(offsets, at))} ${clockTime(minuteAt(offsets, at))}`;
}
