/** What an edit on the calendar makes of a booking. Pure: nothing is read or saved. */
import type { Booking, BookingFields } from '../../shared/content/booking.ts';
import { Refusal } from '../../shared/problem.ts';
import type { BookingEdit } from '../../shared/protocol/http/planning.ts';
import { addDays, dayNumber, type CivilDate } from '../../shared/time.ts';
import { countDown, shiftRule } from '../manifest/rewrite-rule.ts';
import { parseRule } from '../manifest/rule.ts';
import { ruleDates } from '../manifest/rule-dates.ts';

/** What becomes different of the booking, and what is different of a new one like it; null where there is none. */
export interface PlannedEdit {
  readonly changed: Partial<BookingFields> | null;
  readonly made: Partial<BookingFields> | null;
}

type Window = Extract<BookingEdit, { kind: 'copy' }>['to'];
type Move = Extract<BookingEdit, { kind: 'move' }>;

/** How far ahead an edited rule is compared with the one before: every weekday, month and leap day is in it. */
const COMPARED_DAYS = 731;
const USE_THE_FORM = '반복이 복잡해 달력에서 바꿀 수 없습니다. ‘편성 고치기’에서 바꿔 주십시오.';

/**
 * The edit at `day`, one of the booking's days. A booking of one day is moved as a whole whatever the scope, and
 * `following` makes no new one where nothing lies before `day`. Throws `conflict` where the rule cannot be
 * changed so, or nothing would be left.
 */
export function planEdit(booking: Booking, day: CivilDate, edit: BookingEdit): PlannedEdit {
  switch (edit.kind) {
    case 'move':
      return planMove(booking, day, edit);
    case 'dates':
      return { changed: newDates(booking, edit), made: null };
    case 'exclude':
      if (isOneDay(booking))
        throw new Refusal('conflict', '하루뿐인 편성입니다. 빼는 대신 편성을 끝내 주십시오.');
      return { changed: withoutDay(booking, day), made: null };
    case 'copy':
      return { changed: null, made: onOneDate(edit.to) };
    case 'split':
      if (!runsBefore(booking, day))
        throw new Refusal('conflict', '이 편성의 첫날입니다. 그 뒤의 날에서 나눠 주십시오.');
      return { changed: { toDate: addDays(day, -1) }, made: fromDayOn(booking, day) };
  }
}

function planMove(booking: Booking, day: CivilDate, { scope, to }: Move): PlannedEdit {
  if (scope === 'all' || isOneDay(booking)) return { changed: moved(booking, day, to), made: null };
  if (scope === 'day') return { changed: withoutDay(booking, day), made: onOneDate(to) };
  const rest = { ...booking, ...fromDayOn(booking, day) };
  const { fromDate, toDate, recurrence } = rest;
  const following = { fromDate, toDate, recurrence, ...moved(rest, day, to) };
  if (!runsBefore(booking, day)) return { changed: following, made: null };
  return { changed: { toDate: addDays(day, -1) }, made: following };
}

/** All its windows as far away as `to` is from `day`. */
function moved(booking: BookingFields, day: CivilDate, to: Window): Partial<BookingFields> {
  const minutes = { fromMinute: to.fromMinute, toMinute: to.toMinute };
  const days = dayNumber(to.date) - dayNumber(day);
  if (days === 0) return minutes;
  const recurrence = booking.recurrence === null ? null : shiftRule(booking.recurrence, days);
  if (recurrence === undefined) throw new Refusal('conflict', USE_THE_FORM);
  return {
    ...minutes,
    recurrence,
    fromDate: addDays(booking.fromDate, days),
    toDate: booking.toDate && addDays(booking.toDate, days),
  };
}

/** Refused where the days that stay inside would become others, as with a rule that counts from its first date. */
function newDates(
  booking: Booking,
  { fromDate, toDate }: Pick<BookingFields, 'fromDate' | 'toDate'>,
): Partial<BookingFields> {
  const after = { ...booking, fromDate, toDate };
  const from = [booking.fromDate, fromDate].reduce((a, b) => (a > b ? a : b));
  const last = [booking.toDate, toDate].reduce((a, b) => (a && b ? (a < b ? a : b) : (a ?? b)));
  refuseDrift(booking, after, { from, last });
  const span = { from: fromDate, last: addDays(fromDate, COMPARED_DAYS) };
  if (ruleDates(after, span).length === 0)
    throw new Refusal('conflict', '그 기간에는 나가는 날이 없습니다. 날짜를 다시 골라 주십시오.');
  return { fromDate, toDate };
}

/** The same rule from one of its own days on. */
function fromDayOn(booking: Booking, day: CivilDate): Partial<BookingFields> {
  const { recurrence } = booking;
  if (recurrence === null) return { fromDate: day };
  const before = { ...booking, excludedDates: [] };
  const ran = parseRule(recurrence)?.count
    ? ruleDates(before, { from: booking.fromDate, last: addDays(day, -1) }).length
    : 0;
  const rest = { fromDate: day, recurrence: countDown(recurrence, ran) };
  refuseDrift(booking, { ...booking, ...rest }, { from: day, last: booking.toDate });
  return rest;
}

function withoutDay({ excludedDates }: Booking, day: CivilDate): Partial<BookingFields> {
  return { excludedDates: [...excludedDates, day].sort() };
}

function onOneDate({ date, fromMinute, toMinute }: Window): Partial<BookingFields> {
  return {
    ...{ fromDate: date, toDate: date, recurrence: null, excludedDates: [] },
    ...{ fromMinute, toMinute },
  };
}

function isOneDay({ fromDate, toDate }: Booking): boolean {
  return fromDate === toDate;
}

function runsBefore(booking: Booking, day: CivilDate): boolean {
  return ruleDates(booking, { from: booking.fromDate, last: addDays(day, -1) }).length > 0;
}

/** Throws unless both run on the same days of the span, `last` inclusive and null without an end. */
function refuseDrift(
  before: Booking,
  after: Booking,
  { from, last }: { readonly from: CivilDate; readonly last: CivilDate | null },
): void {
  if (before.recurrence === null) return;
  const horizon = addDays(from, COMPARED_DAYS);
  const span = { from, last: last === null || last > horizon ? horizon : last };
  if (ruleDates(before, span).join() !== ruleDates(after, span).join())
    throw new Refusal('conflict', USE_THE_FORM);
}
