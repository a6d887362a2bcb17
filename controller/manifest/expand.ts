/** Rules, dates, holidays and closing days as the days of a span: one character a day, `1` where it applies. */
import { createRequire } from 'node:module';
import type * as RRule from 'rrule-temporal';
import type * as Polyfill from 'temporal-polyfill';
import type { Booking } from '../../shared/content/booking.ts';
import type { Shop } from '../../shared/content/shop.ts';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { DAY_MS, dayNumber, dateOfDay, weekdayOf, type CivilDate } from '../../shared/time.ts';
import { parseRule, type Rule } from './rule.ts';

const load = createRequire(import.meta.url);

type Starting = Pick<
  Booking,
  'fromDate' | 'toDate' | 'recurrence' | 'excludedDates' | 'holidays' | 'marketDays'
>;

/** `count` days from `firstDate` on. */
export interface DaySpan {
  readonly firstDate: CivilDate;
  readonly count: number;
}

/** The days of the same span that a booking may look at. What is absent has no such days. */
export interface SpecialDays {
  /** Those of its shop, where it skips them. */
  readonly closedDays?: string | undefined;
  readonly holidays?: string | undefined;
  readonly marketDays?: string | undefined;
}

/**
 * [S1] The days of the span on which the booking starts a window: its rule from `fromDate` to `toDate` (both
 * inclusive), of these the ones that its choice of holidays and market days leaves, less its excluded dates
 * and `closedDays`. A rule that cannot be read runs on no day.
 */
export function startDays(booking: Starting, span: DaySpan, special: SpecialDays): string {
  const first = dayNumber(span.firstDate);
  const from = dayNumber(booking.fromDate);
  const last = Math.min(
    first + span.count - 1,
    booking.toDate === null ? Number.POSITIVE_INFINITY : dayNumber(booking.toDate),
  );
  const days = new Uint8Array(span.count);
  if (booking.recurrence === null) {
    for (let day = Math.max(first, from); day <= last; day += 1) days[day - first] = 1;
  } else {
    const rule = parseRule(booking.recurrence);
    if (rule) expandRule(rule, { from, first, last }, days);
  }
  if (booking.holidays || booking.marketDays) choose(days, booking, special);
  for (const date of booking.excludedDates) {
    const index = dayNumber(date) - first;
    if (index >= 0 && index < span.count) days[index] = 0;
  }
  if (special.closedDays !== undefined) leaveOut(days, special.closedDays);
  return days.join('');
}

/** The days of the span on which the shop is shut: weekly, n-th weekdays of the month, and dates. */
export function shopClosedDays(
  shop: Pick<Shop, 'week' | 'closedNth' | 'closedDates'>,
  firstDate: CivilDate,
  count = MANIFEST_DAYS,
): string {
  const first = dayNumber(firstDate);
  const closedDates = new Set(shop.closedDates);
  let days = '';
  for (let index = 0; index < count; index += 1) {
    const date = dateOfDay(first + index);
    const weekday = weekdayOf(date);
    const nth = Math.ceil(Number(date.slice(8, 10)) / 7);
    const isClosed =
      shop.week[weekday] == null ||
      closedDates.has(date) ||
      shop.closedNth.some((closed) => closed.weekday === weekday && closed.nth === nth);
    days += isClosed ? '1' : '0';
  }
  return days;
}

/** `only` on both kinds leaves the days of either; `skip` always takes its days away. */
function choose(days: Uint8Array, { holidays, marketDays }: Starting, special: SpecialDays): void {
  const kinds = [
    { choice: holidays, days: special.holidays },
    { choice: marketDays, days: special.marketDays },
  ];
  const wanted = kinds.filter(({ choice }) => choice === 'only');
  if (wanted.length > 0)
    for (let index = 0; index < days.length; index += 1)
      if (!wanted.some((kind) => kind.days?.[index] === '1')) days[index] = 0;
  for (const { choice, days: unwanted } of kinds)
    if (choice === 'skip' && unwanted !== undefined) leaveOut(days, unwanted);
}

function leaveOut(days: Uint8Array, unwanted: string): void {
  for (let index = 0; index < days.length; index += 1) if (unwanted[index] === '1') days[index] = 0;
}

/** Day numbers: where the rule starts, and the first and last day that are asked for. */
interface Span {
  readonly from: number;
  readonly first: number;
  readonly last: number;
}

function expandRule(rule: Rule, span: Span, days: Uint8Array): void {
  const until = rule.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(rule.until);
  const last = Math.min(span.last, until);
  if (last < Math.max(span.from, span.first)) return;
  if (rule.plain && (rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY'))
    expandPlain(rule, { ...span, last }, days);
  else expandByLibrary(rule, { ...span, last }, days);
}

/** Daily and weekly rules are nearly all there are; adding integers is a hundred times faster than the library. */
function expandPlain(rule: Rule, span: Span, days: Uint8Array): void {
  const isDaily = rule.frequency === 'DAILY';
  const period = isDaily ? 1 : 7;
  const startOfPeriod = isDaily ? 0 : 4 - rule.weekStart;
  const firstPeriod = Math.floor((span.from + startOfPeriod) / period);
  const onWeekday = new Uint8Array(7);
  const weekdays = rule.weekdays ?? (isDaily ? [0, 1, 2, 3, 4, 5, 6] : [weekdayOfDay(span.from)]);
  for (const weekday of weekdays) onWeekday[weekday] = 1;
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  const begin = rule.count === undefined ? Math.max(span.from, span.first) : span.from;
  for (let day = begin; day <= span.last && left > 0; day += 1) {
    if (onWeekday[weekdayOfDay(day)] !== 1) continue;
    if ((Math.floor((day + startOfPeriod) / period) - firstPeriod) % rule.interval !== 0) continue;
    if (rule.months?.includes(Number(dateOfDay(day).slice(5, 7))) === false) continue;
    left -= 1;
    if (day >= span.first) days[day - span.first] = 1;
  }
}

function expandByLibrary(rule: Rule, span: Span, days: Uint8Array): void {
  // Loaded with the first rule that needs it: few houses have one, and it would slow every start.
  const { RRuleTemporal } = load('rrule-temporal') as typeof RRule;
  const { Temporal } = load('temporal-polyfill') as typeof Polyfill;
  const occurrences = new RRuleTemporal({
    rruleString: `RRULE:${rule.text}`,
    dtstart: Temporal.ZonedDateTime.from(`${dateOfDay(span.from)}T00:00[UTC]`),
    temporal: Temporal,
  }).between(new Date(span.first * DAY_MS), new Date(span.last * DAY_MS), true);
  for (const occurrence of occurrences) {
    const index = Math.floor(occurrence.epochMilliseconds / DAY_MS) - span.first;
    if (index >= 0 && index < days.length) days[index] = 1;
  }
}

function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
