/** Bars as the calendar library takes them, and its dates as ours. It is given local time as if it were UTC. */
import type { EventInput } from 'fullcalendar';
import { addDays, dayNumber, type CivilDate } from '../../../shared/time.ts';
import { isAllDay, type Bar, type Hours } from './calendar-bars.ts';
import { timeText } from './minutes.ts';
import type { Moving } from './move-window.ts';

/** The id of what the keyboard is moving. */
export const GHOST = 'moving';

/** One bar; `isLeft` while the keyboard moves it and its old place is only hinted at. */
export function barInput(
  bar: Bar,
  look: {
    /** Among all bars. */
    readonly rank: number;
    readonly accent: string | undefined;
    readonly mayEdit: boolean;
    readonly isLeft: boolean;
  },
): EventInput {
  const { booking, first, last, isOverDays, push } = bar;
  const isEnd = first === booking.fromDate || last === booking.toDate;
  const classes = [
    booking.exclusive ? 'exclusive' : '',
    push ? 'pushed' : '',
    look.isLeft ? 'left' : '',
  ];
  return {
    id: bar.key,
    title: booking.name,
    ...times(bar, isOverDays ? undefined : booking),
    ...(look.accent === undefined ? {} : { color: look.accent }),
    startEditable: look.mayEdit,
    durationEditable: look.mayEdit && (!isOverDays || isEnd),
    className: `bar-of-plan ${isOverDays ? 'in-row' : 'in-day'} ${classes.join(' ')}`,
    extendedProps: { bar, rank: look.rank },
  };
}

/** The window that the keyboard is moving, where it is now. */
export function ghostInput(moving: Moving, lit: Hours): EventInput {
  const { booking, date, toDate, isOverDays } = moving;
  const run =
    toDate === undefined ? { first: date, last: date } : { first: booking.fromDate, last: toDate };
  const isRow = isOverDays || isAllDay(moving, lit);
  return {
    id: GHOST,
    title: booking.name,
    ...times(run, isRow ? undefined : moving),
    editable: false,
    interactive: false,
    extendedProps: { rank: -1 },
    className: `bar-of-plan moving ${isRow ? 'in-row' : 'in-day'}`,
  };
}

/** The library's date as ours. */
export function civilOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

/** Minutes since the midnight before. */
export function minuteOfDay(date: Date): number {
  return date.getUTCHours() * 60 + date.getUTCMinutes();
}

/** Days from `from` to `to`. */
export function daysBetween(from: Date, to: Date): number {
  return dayNumber(civilOf(to)) - dayNumber(civilOf(from));
}

function times(
  { first, last }: Pick<Bar, 'first' | 'last'>,
  window: Hours | undefined,
): Pick<EventInput, 'start' | 'end' | 'allDay'> {
  if (!window) return { start: first, end: addDays(last, 1), allDay: true };
  return {
    start: `${first}T${timeText(window.fromMinute)}:00Z`,
    end: `${addDays(first, Math.floor(window.toMinute / 1440))}T${timeText(window.toMinute)}:00Z`,
    allDay: false,
  };
}
