/** What the calendar draws: bookings as bars over days and as blocks in a day. Pure. */
import type { Booking } from '../../../shared/content/booking.ts';
import type { Screen } from '../../../shared/content/screen.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import { pushedDays, type DatedBooking, type Push } from './pushed-days.ts';

/** Minutes of a day; `toMinute` may lie on the next one. */
export interface Hours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Days on which a booking runs one after the other, or one of its windows. */
export interface Bar {
  readonly key: string;
  readonly booking: Booking;
  /** Both inclusive. */
  readonly first: CivilDate;
  readonly last: CivilDate;
  /** Drawn over whole days; else it stands at its hours in one day. */
  readonly isOverDays: boolean;
  readonly push: Push | undefined;
}

/** From the first to the last minute at which any of the boards is lit; the whole day where none ever is. */
export function litHours(screens: readonly Pick<Screen, 'week'>[]): Hours {
  const open = screens.flatMap(({ week }) => week).filter((opening) => opening !== null);
  if (open.length === 0) return { fromMinute: 0, toMinute: 1440 };
  return {
    fromMinute: Math.min(...open.map(({ fromMinute }) => fromMinute)),
    toMinute: Math.max(...open.map(({ toMinute }) => toMinute)),
  };
}

/** Whether nothing is lit outside of its window. */
export function isAllDay(window: Hours, lit: Hours): boolean {
  return window.fromMinute <= lit.fromMinute && window.toMinute >= lit.toMinute;
}

/** The lit hours, and those of every block that lies outside of them. */
export function drawnHours(bars: readonly Bar[], lit: Hours): Hours {
  const blocks = bars.filter(({ isOverDays }) => !isOverDays).map(({ booking }) => booking);
  const isOverMidnight = blocks.some(({ toMinute }) => toMinute > 1440);
  return {
    fromMinute: isOverMidnight
      ? 0
      : Math.min(lit.fromMinute, ...blocks.map(({ fromMinute }) => fromMinute)),
    toMinute: Math.min(1440, Math.max(lit.toMinute, ...blocks.map(({ toMinute }) => toMinute))),
  };
}

/**
 * All-day bookings as one bar for each run of days; others too where `isMonth`, else as one block each day.
 * Exclusive ones come first, then by name.
 */
export function calendarBars(
  dated: readonly DatedBooking[],
  { lit, isMonth }: { readonly lit: Hours; readonly isMonth: boolean },
): readonly Bar[] {
  const pushed = pushedDays(dated);
  return dated
    .flatMap(({ booking, dates }) => {
      const isOverDays = isMonth || isAllDay(booking, lit);
      const runs = isOverDays ? runsOf(dates) : dates.map((date) => [date]);
      const push = pushed.get(booking.id);
      return runs.map((run) => barOf(booking, run, { isOverDays, push: pushOfRun(run, push) }));
    })
    .sort(byWeight);
}

function barOf(
  booking: Booking,
  run: readonly CivilDate[],
  rest: Pick<Bar, 'isOverDays' | 'push'>,
): Bar {
  const [first = booking.fromDate] = run;
  const last = run.at(-1) ?? first;
  return { ...rest, key: `${booking.id} ${first}`, booking, first, last };
}

function runsOf(dates: readonly CivilDate[]): CivilDate[][] {
  const runs: CivilDate[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run?.at(-1) === addDays(date, -1)) run.push(date);
    else runs.push([date]);
  }
  return runs;
}

function pushOfRun(
  run: readonly CivilDate[],
  pushed: ReadonlyMap<CivilDate, Push> | undefined,
): Push | undefined {
  if (!pushed || !run.some((date) => pushed.has(date))) return undefined;
  return run.every((date) => pushed.get(date) === 'whole') ? 'whole' : 'part';
}

function byWeight(a: Bar, b: Bar): number {
  if (a.booking.exclusive !== b.booking.exclusive) return a.booking.exclusive ? -1 : 1;
  if (a.booking.name !== b.booking.name) return a.booking.name < b.booking.name ? -1 : 1;
  return a.first < b.first ? -1 : 1;
}
