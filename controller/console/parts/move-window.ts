/** A booking that is moved by the keyboard: where it is now, and what each key does to it. Pure. */
import type { Booking } from '../../../shared/content/booking.ts';
import { shortDate } from '../../../shared/korean-date.ts';
import type { BookingEdit } from '../../../shared/protocol/http/planning.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import { windowWords } from './minutes.ts';

/** What is moved: a booking at one of its days. */
export interface Moving {
  readonly booking: Booking;
  readonly day: CivilDate;
  /** Over whole days: moved and stretched by days, else by half hours too. */
  readonly isOverDays: boolean;
  readonly date: CivilDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** The booking's last date while that is pulled; undefined else. */
  readonly toDate: CivilDate | undefined;
}

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
}

const STEP = 30;
const DAY = 1440;
const DAYS_BY_KEY: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const STEPS_BY_KEY: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

export function startMoving(booking: Booking, day: CivilDate, isOverDays: boolean): Moving {
  const { fromMinute, toMinute } = booking;
  return { booking, day, isOverDays, date: day, fromMinute, toMinute, toDate: undefined };
}

/** After an arrow key; the same object where it does nothing. */
export function pressed(moving: Moving, { key, shiftKey }: Press): Moving {
  const days = DAYS_BY_KEY[key] ?? 0;
  const steps = STEPS_BY_KEY[key] ?? 0;
  if (moving.isOverDays)
    return shiftKey ? stretchDays(moving, days) : goDays(moving, days + steps * 7);
  if (!shiftKey) return goMinutes(goDays(moving, days), steps * STEP);
  return steps === 0 ? stretchStart(moving, days * STEP) : stretchEnd(moving, steps * STEP);
}

/** What is to be asked of the server; undefined where it is where it was. */
export function editOf(
  moving: Moving,
  scope: 'day' | 'following' | 'all',
): BookingEdit | undefined {
  const { booking, day, date, fromMinute, toMinute, toDate } = moving;
  if (toDate !== undefined)
    return toDate === booking.toDate
      ? undefined
      : { kind: 'dates', fromDate: booking.fromDate, toDate };
  const isSame = date === day && fromMinute === booking.fromMinute && toMinute === booking.toMinute;
  return isSame ? undefined : { kind: 'move', scope, to: { date, fromMinute, toMinute } };
}

/** Where it is, for the eye and to be read out. */
export function movingWords({ date, fromMinute, toMinute, toDate }: Moving): string {
  if (toDate !== undefined) return `마지막 날 ${shortDate(toDate)}`;
  return `${shortDate(date)} ${windowWords(fromMinute, toMinute)}`;
}

function goDays(moving: Moving, days: number): Moving {
  if (days === 0) return moving;
  return { ...moving, date: addDays(moving.date, days), toDate: undefined };
}

/** Over midnight it goes on to the day before or after. */
function goMinutes(moving: Moving, minutes: number): Moving {
  if (minutes === 0) return moving;
  const from = moving.fromMinute + minutes;
  const days = Math.floor(from / DAY);
  const fromMinute = from - days * DAY;
  const toMinute = fromMinute + moving.toMinute - moving.fromMinute;
  return { ...moving, date: addDays(moving.date, days), fromMinute, toMinute };
}

function stretchEnd(moving: Moving, minutes: number): Moving {
  const { fromMinute } = moving;
  const toMinute = Math.min(
    fromMinute + DAY,
    Math.max(fromMinute + STEP, moving.toMinute + minutes),
  );
  return { ...moving, toMinute };
}

function stretchStart(moving: Moving, minutes: number): Moving {
  const { toMinute } = moving;
  const least = Math.max(0, toMinute - DAY);
  const most = Math.min(DAY - STEP, toMinute - STEP);
  return { ...moving, fromMinute: Math.min(most, Math.max(least, moving.fromMinute + minutes)) };
}

/** A booking without an end has nothing to pull. */
function stretchDays(moving: Moving, days: number): Moving {
  const { booking, day } = moving;
  if (days === 0 || booking.toDate === null) return moving;
  const toDate = addDays(moving.toDate ?? booking.toDate, days);
  return toDate < booking.fromDate ? moving : { ...moving, date: day, toDate };
}
