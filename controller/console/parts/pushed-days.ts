/** Which bookings an exclusive booking displaces, day by day. Pure. */
import type { Booking } from '../../../shared/content/booking.ts';
import type { Screens } from '../../../shared/content/fields.ts';
import { dayNumber, type CivilDate } from '../../../shared/time.ts';

/** A booking and the days on which its windows start. */
export interface DatedBooking {
  readonly booking: Booking;
  readonly dates: readonly CivilDate[];
}

/** `whole` where nothing of the day's window is left, `part` where something is. */
export type Push = 'part' | 'whole';

interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = 1440;

/**
 * By booking id, the days whose window an exclusive booking on one of the same boards takes, wholly or in
 * part. Of two exclusive ones that overlap both are in part: they share the time.
 */
export function pushedDays(
  dated: readonly DatedBooking[],
): ReadonlyMap<string, ReadonlyMap<CivilDate, Push>> {
  const takers = dated.filter(({ booking }) => booking.exclusive);
  const pushed = new Map<string, Map<CivilDate, Push>>();
  if (takers.length === 0) return pushed;
  for (const { booking, dates } of dated) {
    const spans = takers
      .filter((taker) => taker.booking.id !== booking.id)
      .filter((taker) => meet(taker.booking.screens, booking.screens))
      .flatMap((taker) => taker.dates.map((date) => spanOf(taker.booking, date)));
    const days = new Map<CivilDate, Push>();
    for (const date of dates) {
      const push = pushOf(spanOf(booking, date), spans);
      if (push) days.set(date, booking.exclusive ? 'part' : push);
    }
    if (days.size > 0) pushed.set(booking.id, days);
  }
  return pushed;
}

/** Minutes since 1970 in the boards' own time. */
function spanOf({ fromMinute, toMinute }: Booking, date: CivilDate): Span {
  const midnight = dayNumber(date) * DAY_MINUTES;
  return { from: midnight + fromMinute, to: midnight + toMinute };
}

function pushOf(window: Span, takers: readonly Span[]): Push | undefined {
  let free = window.from;
  let isPushed = false;
  let isLeft = false;
  for (const { from, to } of takers.toSorted((a, b) => a.from - b.from)) {
    if (from >= window.to || to <= window.from) continue;
    isPushed = true;
    if (from > free) isLeft = true;
    free = Math.max(free, to);
  }
  if (!isPushed) return undefined;
  return isLeft || free < window.to ? 'part' : 'whole';
}

function meet(some: Screens, others: Screens): boolean {
  return some === 'all' || others === 'all' || some.some((id) => others.includes(id));
}
