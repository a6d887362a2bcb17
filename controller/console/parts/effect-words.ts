/** The effect of a booking in words. Pure. */
import type { BookingFields } from '../../../shared/content/booking.ts';
import type { Screen } from '../../../shared/content/screen.ts';
import { clock24, dottedDate, weekdayName } from '../../../shared/korean-date.ts';
import { MANIFEST_DAYS } from '../../../shared/protocol/manifest.ts';
import type { Change, DayEffect } from '../../../shared/schedule/effect.ts';
import type { Interval } from '../../../shared/schedule/window.ts';
import {
  addDays,
  dateAt,
  DAY_MS,
  dayNumber,
  minuteAt,
  MINUTE_MS,
  offsetAt,
  weekdayOf,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from '../../../shared/time.ts';
import { dayWords } from '../app/reason-words.ts';
import { span } from '../app/words.ts';

/** The reply: what happens in each plan that the booking is in. */
export interface EffectAnswer {
  readonly plans: readonly {
    readonly screenIds: readonly string[];
    readonly days: readonly DayEffect[];
  }[];
  readonly unapprovedSlideIds: readonly string[];
}

/** Where and from when the words are read. */
export interface WordsAt {
  readonly offsets: readonly ZoneOffset[];
  readonly now: EpochMs;
}

/** `첫 표출 내일 06:04 · 18시간에 걸쳐 · 모두 34분 30초`; empty without a play. */
export function dayLine(day: DayEffect, { offsets, now }: WordsAt): string {
  const { after } = day;
  if (after?.firstAt == null) return '';
  const today = dateAt(offsets, now);
  const first = `${dayWords(dateAt(offsets, after.firstAt), today)} ${timeOf(offsets, after.firstAt)}`;
  return `첫 표출 ${first} · ${after.hours}시간에 걸쳐 · 모두 ${span(after.playMs)}`;
}

/** `11. 25.(수)` for one date, `월·화·목` for several, Monday first. */
export function daysWords({ date, alike }: DayEffect): string {
  if (alike.length === 0) return dottedDate(date);
  return [date, ...alike]
    .sort((a, b) => ((weekdayOf(a) + 6) % 7) - ((weekdayOf(b) + 6) % 7))
    .map(weekdayName)
    .join('·');
}

/** Advertisers whose plays change, the most affected first; without the house. */
export function changedMost(others: readonly Change[]): readonly Change[] {
  const byHowMuch = ({ playsBefore, playsAfter }: Change) => Math.abs(playsAfter - playsBefore);
  return others
    .filter((one) => one.kind !== 'house' && one.playsBefore !== one.playsAfter)
    .sort((a, b) => byHowMuch(b) - byHowMuch(a));
}

/** `24곳이 하루 1~6번씩 줄고, 2곳이 1번씩 늘어납니다.` */
export function changesSummary(changed: readonly Change[]): string {
  const by = changed.map(({ playsBefore, playsAfter }) => playsAfter - playsBefore);
  const lost = by.filter((one) => one < 0).map((one) => -one);
  const gained = by.filter((one) => one > 0);
  if (by.length === 0) return '다른 광고가 나가는 횟수는 그대로입니다.';
  if (gained.length === 0) return `${countWords(lost)} 줄어듭니다.`;
  if (lost.length === 0) return `${countWords(gained)} 늘어납니다.`;
  return `${countWords(lost)} 줄고, ${countWords(gained)} 늘어납니다.`;
}

/** `18시는`, or for hours in a row `17시부터 20시까지는`, joined. */
export function fullHoursWords(hours: readonly Interval[], offsets: readonly ZoneOffset[]): string {
  const hourOf = (at: EpochMs) => Math.floor(minuteAt(offsets, at) / 60);
  const words = united(hours).map(({ fromMs, toMs, count }) =>
    count === 1 ? `${hourOf(fromMs)}시` : `${hourOf(fromMs)}시부터 ${hourOf(toMs) || 24}시까지`,
  );
  return `${words.join(', ')}는 꽉 찼습니다: 모두에게 한 차례씩 돌아가지 않습니다.`;
}

/** A free window as a booking's hours: minutes of `date`, above 1440 on the next day. */
export function windowOf(
  { fromMs, toMs }: Interval,
  date: CivilDate,
  offsets: readonly ZoneOffset[],
): { readonly fromMinute: number; readonly toMinute: number } {
  const minute = (at: EpochMs) =>
    Math.round((at + offsetAt(offsets, at) - dayNumber(date) * DAY_MS) / MINUTE_MS);
  return { fromMinute: minute(fromMs), toMinute: minute(toMs) };
}

/**
 * Why a booking has no full day to tell of, and what to change. `opened` are the boards that it is for.
 */
export function noDayWords(
  draft: BookingFields,
  opened: readonly Pick<Screen, 'week' | 'specialDays'>[],
  today: CivilDate,
): string {
  const { fromDate, toDate, fromMinute, toMinute } = draft;
  if (toDate !== null && toDate < fromDate)
    return '마지막 날이 첫날보다 빠릅니다. 마지막 날을 첫날 뒤로 고쳐 주십시오.';
  if (toDate !== null && toDate < today)
    return '나가지 않습니다: 마지막 날이 이미 지났습니다. 마지막 날을 오늘 뒤로 고쳐 주십시오.';
  if (toDate === today)
    return '오늘 남은 시간에만 나갑니다. 더 내보내려면 마지막 날을 늦춰 주십시오.';
  if (fromDate > addDays(today, MANIFEST_DAYS - 2))
    return '첫날이 넉 달 뒤라 아직 셈할 수 없습니다. 저장해 두면 때가 되어 나갑니다.';
  const openings = opened.flatMap(({ week, specialDays }) => [
    ...week,
    ...specialDays.map(({ opening }) => opening),
  ]);
  const isLit = openings.some((one) =>
    [0, 1440, -1440].some(
      (shift) =>
        one !== null && one.fromMinute < toMinute + shift && fromMinute + shift < one.toMinute,
    ),
  );
  if (!isLit)
    return '나가지 않습니다: 이 시간에는 화면을 켜지 않습니다. 시간대를 화면 켜는 시간 안으로 옮겨 주십시오.';
  return '나가지 않습니다: 고른 조건에 맞는 날이 없습니다. 반복과 요일, 공휴일과 장날, 빼는 날과 가게 쉬는 날을 확인해 주십시오.';
}

/** The most plays that every day of every plan gives; undefined when none is known. */
export function possiblePlays({ plans }: EffectAnswer): number | undefined {
  const plays = plans.flatMap(({ days }) => days.map(({ after }) => after?.plays ?? 0));
  return plays.length === 0 ? undefined : Math.min(...plays);
}

function countWords(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return `${counts.length}곳이 하루 ${least === most ? most : `${least}~${most}`}번씩`;
}

function united(hours: readonly Interval[]) {
  const all: { fromMs: EpochMs; toMs: EpochMs; count: number }[] = [];
  for (const { fromMs, toMs } of hours) {
    const last = all.at(-1);
    if (last?.toMs === fromMs) [last.toMs, last.count] = [toMs, last.count + 1];
    else all.push({ fromMs, toMs, count: 1 });
  }
  return all;
}

function timeOf(offsets: readonly ZoneOffset[], at: EpochMs): string {
  return clock24(minuteAt(offsets, at));
}
