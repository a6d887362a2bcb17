/** What the calendar draws: bookings as bars over days and as blocks in a day. Pure. */
import type { Booking } from '../../../shared/content/booking.ts';
import type { Screen } from '../../../shared/content/screen.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import type { DatedBooking, Push } from './pushed-days.ts';

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
  /** Can be moved by the hour as well as by the day. */
  readonly hasHours: boolean;
  readonly push: Push | undefined;
}

export interface BarOptions {
  readonly lit: Hours;
  readonly isMonth: boolean;
  /** So many blocks may stand side by side in a day. */
  readonly mostBeside: number;
  readonly pushed: ReadonlyMap<string, ReadonlyMap<CivilDate, Push>>;
}

/** Few look at a board before. */
const MORNING = 360;

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

/**
 * The hours to draw: the lit ones, without a night in which no block stands, and with those of blocks outside of
 * them, of which else nothing would be seen. `moving` is one more block.
 */
export function drawnHours(bars: readonly Bar[], moving: Hours | undefined, lit: Hours): Hours {
  const blocks = bars.filter(({ isOverDays }) => !isOverDays).map(({ booking }) => booking);
  const windows = [...blocks, ...(moving && !isAllDay(moving, lit) ? [moving] : [])];
  const outside = windows.filter(
    ({ fromMinute, toMinute }) => toMinute <= lit.fromMinute || fromMinute >= lit.toMinute,
  );
  const morning = Math.max(lit.fromMinute, MORNING);
  return {
    fromMinute: Math.min(morning, ...windows.map(({ fromMinute }) => fromMinute)),
    toMinute: Math.min(1440, Math.max(lit.toMinute, ...outside.map(({ toMinute }) => toMinute))),
  };
}

/**
 * All-day bookings as one bar for each run of days; others too where `isMonth`, else as one block each day. Where
 * too many blocks would stand side by side, the longest become bars. Exclusive ones come first, then those
 * that end some day, then by name.
 */
export function calendarBars(
  dated: readonly DatedBooking[],
  { lit, isMonth, mostBeside, pushed }: BarOptions,
): readonly Bar[] {
  const short = isMonth ? [] : dated.filter(({ booking }) => !isAllDay(booking, lit));
  const blocks = new Set(fewEnough(short, mostBeside).map(({ booking }) => booking));
  return dated
    .flatMap(({ booking, dates }) => {
      const isOverDays = !blocks.has(booking);
      const hasHours = !isMonth && !isAllDay(booking, lit);
      const runs = isOverDays ? runsOf(dates) : dates.map((date) => [date]);
      return runs.map((run) => {
        const push = pushOfRun(run, pushed.get(booking.id));
        return barOf(booking, run, { isOverDays, hasHours, push });
      });
    })
    .sort(byWeight);
}

/** Those of them, the shortest first, of which never more than `most` are open at once. */
function fewEnough(dated: readonly DatedBooking[], most: number): readonly DatedBooking[] {
  const length = ({ booking }: DatedBooking) => booking.toMinute - booking.fromMinute;
  const kept: DatedBooking[] = [];
  for (const one of dated.toSorted((a, b) => length(a) - length(b)))
    if (mostAtOnce([...kept, one]) <= most) kept.push(one);
  return kept;
}

function mostAtOnce(dated: readonly DatedBooking[]): number {
  const dates = new Set(dated.flatMap(({ dates }) => dates));
  let highest = 0;
  for (const date of dates) {
    const edges = dated
      .filter((one) => one.dates.includes(date))
      .flatMap(({ booking }) => [
        { minute: booking.fromMinute, by: 1 },
        { minute: booking.toMinute, by: -1 },
      ])
      .sort((a, b) => a.minute - b.minute || a.by - b.by);
    let open = 0;
    for (const { by } of edges) highest = Math.max(highest, (open += by));
  }
  return highest;
}

function barOf(
  booking: Booking,
  run: readonly CivilDate[],
  rest: Pick<Bar, 'isOverDays' | 'hasHours' | 'push'>,
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
  const ends = ({ booking }: Bar) => Number(booking.toDate === null);
  if (ends(a) !== ends(b)) return ends(a) - ends(b);
  if (a.booking.name !== b.booking.name) return a.booking.name < b.booking.name ? -1 : 1;
  return a.first < b.first ? -1 : 1;
}
