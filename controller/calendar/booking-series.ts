import type { Booking } from '../../shared/content/booking.ts';
import { addDays, dayNumber, type CivilDate } from '../../shared/time.ts';
import { startDays, type DaySpan } from '../manifest/expand.ts';
import { parseRule } from '../manifest/rule.ts';

/** A rule as calendar programs take it. */
export interface Repeated {
  readonly first: CivilDate;
  /** An RRULE value without COUNT and UNTIL; null for a single day. */
  readonly rule: string | null;
  /** The last day that the rule may reach, inclusive; null goes on. */
  readonly until: CivilDate | null;
  /** Days of the rule on which it does not run, sorted. */
  readonly except: readonly CivilDate[];
}

export interface BookingSeries {
  /** Undefined where the rule has more exceptions than days. */
  readonly repeated: Repeated | undefined;
  /** Days that the rule does not tell, sorted. */
  readonly single: readonly CivilDate[];
  /** The last day on which the booking runs at all; null while that lies beyond the span. */
  readonly lastDate: CivilDate | null;
}

/**
 * The days of the span on which the booking runs (all of `days`, sorted), as one rule with exceptions where
 * that says exactly them. Odd ones are told one by one, whatever the rule.
 */
export function bookingSeries(
  booking: Booking,
  days: readonly { readonly date: CivilDate; readonly isOdd: boolean }[],
  span: DaySpan,
): BookingSeries {
  const dates = days.map(({ date }) => date);
  const end = endOf(booking, dates, span);
  const lastDate = end.isWithin ? (dates.at(-1) ?? null) : null;
  const even = new Set(days.filter(({ isOdd }) => !isOdd).map(({ date }) => date));
  const ofRule = ruleDates(booking, span).filter((date) => end.last === null || date <= end.last);
  const told = ofRule.slice(ofRule.findIndex((date) => even.has(date)));
  const except = told.filter((date) => !even.has(date));
  const [first] = told;
  if (first === undefined || except.length >= even.size)
    return { repeated: undefined, single: dates, lastDate };
  const rule = first === end.last ? null : endless(booking.recurrence);
  return {
    repeated: { first, rule, until: end.last, except },
    single: dates.filter((date) => !even.has(date)),
    lastDate,
  };
}

/** The days of the span by the rule alone, from the booking's first date to its last. */
function ruleDates({ fromDate, toDate, recurrence }: Booking, span: DaySpan): readonly CivilDate[] {
  const days = startDays({ fromDate, toDate, recurrence, excludedDates: [] }, span, {});
  return Array.from(days).flatMap((day, index) =>
    day === '1' ? [addDays(span.firstDate, index)] : [],
  );
}

/** The last day that the rule may reach, and whether nothing comes after the span. */
function endOf(
  booking: Booking,
  dates: readonly CivilDate[],
  span: DaySpan,
): { readonly last: CivilDate | null; readonly isWithin: boolean } {
  if (booking.endsAt !== undefined) return { last: dates.at(-1) ?? null, isWithin: true };
  const lastOfSpan = addDays(span.firstDate, span.count - 1);
  const rule = booking.recurrence === null ? undefined : parseRule(booking.recurrence);
  const limits = [booking.toDate, rule?.until].filter((date) => typeof date === 'string');
  const [limit] = limits.sort();
  const isWithin = limit !== undefined && limit <= lastOfSpan;
  if (rule?.count === undefined) return { last: limit ?? null, isWithin };
  // Counted from another first day COUNT would end elsewhere; a later reading tells what comes after the span.
  const last = ruleDates(booking, span).at(-1) ?? null;
  return { last, isWithin: isWithin || isRunOut(booking, rule.count, lastOfSpan) };
}

function isRunOut(booking: Booking, count: number, lastDate: CivilDate): boolean {
  const days = dayNumber(lastDate) - dayNumber(booking.fromDate) + 1;
  return ruleDates(booking, { firstDate: booking.fromDate, count: days }).length >= count;
}

function endless(recurrence: string | null): string {
  const parts = (recurrence ?? 'FREQ=DAILY').split(';');
  return parts.filter((part) => !/^(COUNT|UNTIL)=/.test(part)).join(';');
}
