/** Minutes of a day, as time inputs write them and as people say them. */
import type { Opening } from '../../../shared/content/shop.ts';
import { clockTime } from '../../../shared/korean-date.ts';

/** 930 to `15:30`; past midnight wraps, so 1470 is `00:30` and 1440 is `00:00`. */
export function timeText(minute: number): string {
  const rest = minute % 1440;
  return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}

/** `15:30` to 930; anything else is 0. */
export function minuteOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return Number.isFinite(hour * 60 + minute) ? hour * 60 + minute : 0;
}

/** The window's end: one that is not after the start belongs to the next day. */
export function endAfter(fromMinute: number, toMinute: number): number {
  const rest = toMinute % 1440;
  return rest <= fromMinute % 1440 ? rest + 1440 : rest;
}

/** `오전 9:00 ~ 오후 9:00`, `오후 6:00 ~ 다음 날 오전 2:00`, or `하루 종일`. */
export function windowWords(fromMinute: number, toMinute: number): string {
  if (fromMinute === 0 && toMinute === 1440) return '하루 종일';
  const end = toMinute > 1440 ? `다음 날 ${clockTime(toMinute - 1440)}` : clockTime(toMinute);
  return `${clockTime(fromMinute)} ~ ${end}`;
}

export function openingWords(opening: Opening): string {
  return opening ? windowWords(opening.fromMinute, opening.toMinute) : '쉼';
}
