import { dottedDate } from '../../../shared/korean-date.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';

/** Days without a gap between them; both inclusive, equal for one day. */
export interface DateRun {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Sorted dates as runs. */
export function dateRuns(dates: readonly CivilDate[]): readonly DateRun[] {
  const runs: DateRun[] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === date) runs[runs.length - 1] = { ...last, to: date };
    else runs.push({ from: date, to: date });
  }
  return runs;
}

/** Every day from `from` to `to`, both inclusive; none when `to` is before `from`. */
export function datesOf({ from, to }: DateRun): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** `8. 1.(일)`, or `8. 1.(일) ~ 8. 5.(목)`. */
export function runWords({ from, to }: DateRun): string {
  return from === to ? dottedDate(from) : `${dottedDate(from)} ~ ${dottedDate(to)}`;
}
