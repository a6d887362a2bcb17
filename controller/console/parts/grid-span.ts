/** Which days the calendar shows. Pure. */
import { longDate, shortDate } from '../../../shared/korean-date.ts';
import { addDays, weekdayOf, type CivilDate } from '../../../shared/time.ts';

/** `days` are three: a phone's week. */
export type GridView = 'week' | 'days' | 'month';

/** Both inclusive. */
export interface GridSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The days that are drawn: whole weeks from Sunday on, six of them for a month. */
export function gridSpan(view: GridView, date: CivilDate): GridSpan {
  if (view === 'days') return { from: date, to: addDays(date, 2) };
  const from = sundayOf(view === 'week' ? date : firstOfMonth(date));
  return { from, to: addDays(from, view === 'week' ? 6 : 41) };
}

/** The date that is shown after going one page on (`1`) or back (`-1`). */
export function turned(view: GridView, date: CivilDate, by: 1 | -1): CivilDate {
  if (view !== 'month') return addDays(date, by * (view === 'week' ? 7 : 3));
  const first = firstOfMonth(date);
  return by === 1 ? firstOfMonth(addDays(first, 31)) : firstOfMonth(addDays(first, -1));
}

/** `2026년 11월`, or the first and last day. */
export function spanTitle(view: GridView, date: CivilDate): string {
  if (view === 'month') return `${date.slice(0, 4)}년 ${Number(date.slice(5, 7))}월`;
  const { from, to } = gridSpan(view, date);
  return `${longDate(from)} ~ ${shortDate(to)}`;
}

function sundayOf(date: CivilDate): CivilDate {
  return addDays(date, -weekdayOf(date));
}

function firstOfMonth(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-01`;
}
