/** The events of one booking: one that repeats where a rule says its days exactly, and single ones for the rest. */
import { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { ICalAlarmData, ICalDateTimeValue, ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Booking } from '../../shared/content/booking.ts';
import { clockTime } from '../../shared/korean-date.ts';
import {
  addDays,
  HOUR_MS,
  instantOf,
  offsetAt,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from '../../shared/time.ts';
import type { DaySpan } from '../manifest/expand.ts';
import { basicDate, basicInstant, basicTime } from './basic-time.ts';
import { bookingSeries, type Repeated } from './booking-series.ts';

/** One booking in the zone of some of its boards. */
export interface CalendarEntry {
  readonly booking: Booking;
  /** IANA name. */
  readonly zone: string;
  /** Start days within the span, by everything that decides about them; sorted. */
  readonly dates: readonly CivilDate[];
  readonly shopName: string | null;
  /** Where its boards stand. */
  readonly places: readonly string[];
  readonly slideTitles: readonly string[];
  readonly changedAt: EpochMs;
  /** Of the booking in the console; null where the console's address is not known. */
  readonly url: string | null;
}

const DAY_MINUTES = 1440;
const REMIND_DAYS = 3;
const REMIND_MINUTE = 540;
/** No change of the clocks is larger: nearer to one, programs differ about a local time that is twice or never. */
const NEAR_MS = 3 * HOUR_MS;

/** A start day and its window, half-open; `isOdd` when it may not be told by the rule of the other days. */
interface Window {
  readonly date: CivilDate;
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
  readonly isOdd: boolean;
}

/**
 * None when no window is left. `offsets` are the zone's, and reach beyond the span. A window beside a
 * change of the clocks, or cut by the booking's own end, is a single event [S1].
 */
export function bookingEvents(
  entry: CalendarEntry,
  span: DaySpan,
  offsets: readonly ZoneOffset[],
): ICalEventData[] {
  const { booking } = entry;
  const windows = entry.dates
    .map((date) => windowOf(booking, offsets, date))
    .filter((window) => window.fromMs < window.toMs);
  const series = bookingSeries(booking, windows, span);
  const events = series.repeated ? [repeatedEvent(entry, offsets, series.repeated)] : [];
  events.push(...singleEvents(entry, windows, series.single));
  const reminded = series.repeated ? events[0] : events.at(-1);
  if (reminded && series.lastDate !== null) {
    const at = instantOf(offsets, addDays(series.lastDate, -REMIND_DAYS), REMIND_MINUTE);
    reminded.alarms = [reminder(at, reminded.timezone ?? null)];
  }
  return events;
}

function repeatedEvent(
  entry: CalendarEntry,
  offsets: readonly ZoneOffset[],
  { first, rule, until, except }: Repeated,
): ICalEventData {
  const { booking, zone } = entry;
  const event = {
    ...common(entry, ''),
    ...(isAllDay(booking)
      ? allDay(first, first)
      : {
          timezone: zone,
          start: zoned(instantOf(offsets, first, booking.fromMinute), zone),
          end: zoned(instantOf(offsets, first, booking.toMinute), zone),
        }),
  };
  if (rule === null) return event;
  const end = until === null ? '' : `;UNTIL=${untilOf(booking, offsets, until)}`;
  const lines = [`RRULE:${rule}${end}`];
  if (except.length > 0) lines.push(exceptions(entry, except));
  return { ...event, repeating: lines.join('\r\n') };
}

/** Of the same kind as the start; a time is always in UTC (RFC 5545 3.3.10). */
function untilOf(booking: Booking, offsets: readonly ZoneOffset[], date: CivilDate): string {
  return isAllDay(booking)
    ? basicDate(date)
    : basicInstant(instantOf(offsets, date, booking.fromMinute));
}

function exceptions({ booking, zone }: CalendarEntry, dates: readonly CivilDate[]): string {
  if (isAllDay(booking)) return `EXDATE;VALUE=DATE:${dates.map(basicDate).join(',')}`;
  const times = dates.map((date) => basicTime(date, booking.fromMinute));
  return zone === 'UTC'
    ? `EXDATE:${times.map((time) => `${time}Z`).join(',')}`
    : `EXDATE;TZID=${zone}:${times.join(',')}`;
}

/** Whole days that follow each other are one event; the other windows are told by their instants. */
function singleEvents(
  entry: CalendarEntry,
  windows: readonly Window[],
  single: readonly CivilDate[],
): ICalEventData[] {
  const events: ICalEventData[] = [];
  let before: { start: CivilDate; end: CivilDate } | undefined;
  const wanted = new Set(single);
  for (const { date, fromMs, toMs, isOdd } of windows.filter((one) => wanted.has(one.date))) {
    const event = common(entry, `.${basicDate(date)}`);
    if (!isAllDay(entry.booking) || isOdd) {
      events.push({ ...event, start: new Date(fromMs), end: new Date(toMs) });
    } else if (before?.end === date) {
      before.end = addDays(date, 1);
    } else {
      before = { ...event, ...allDay(date, date) };
      events.push(before);
    }
  }
  return events;
}

function windowOf(booking: Booking, offsets: readonly ZoneOffset[], date: CivilDate): Window {
  const { fromMinute, toMinute, endsAt = Number.POSITIVE_INFINITY } = booking;
  const fromMs = instantOf(offsets, date, fromMinute);
  const wholeMs = instantOf(offsets, date, toMinute);
  const isNearChange = offsetAt(offsets, fromMs - NEAR_MS) !== offsetAt(offsets, wholeMs + NEAR_MS);
  const isOdd = endsAt < wholeMs || (isNearChange && !isAllDay(booking));
  return { date, fromMs, toMs: Math.min(wholeMs, endsAt), isOdd };
}

function isAllDay({ fromMinute, toMinute }: Booking): boolean {
  return fromMinute === 0 && toMinute === DAY_MINUTES;
}

function allDay(first: CivilDate, last: CivilDate) {
  return { allDay: true, start: first, end: addDays(last, 1) };
}

function zoned(at: EpochMs, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function common(entry: CalendarEntry, suffix: string) {
  const { booking, zone, shopName, places, changedAt, url } = entry;
  const changed = new Date(changedAt);
  return {
    id: `${booking.id}.${zone.replaceAll('/', '-')}${suffix}@plaza-board`,
    sequence: booking.version,
    stamp: changed,
    lastModified: changed,
    summary: shopName === null ? booking.name : `${booking.name} (${shopName})`,
    location: places.join(', '),
    description: descriptionOf(entry),
    url,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function descriptionOf({ booking, slideTitles }: CalendarEntry): string {
  const { fromMinute, toMinute, exclusive } = booking;
  const until = `${toMinute > DAY_MINUTES ? '다음 날 ' : ''}${clockTime(toMinute > DAY_MINUTES ? toMinute - DAY_MINUTES : toMinute)}`;
  return [
    isAllDay(booking) ? '시간: 하루 종일' : `시간: ${clockTime(fromMinute)}부터 ${until}까지`,
    `슬라이드: ${slideTitles.join(', ')}`,
    ...(exclusive ? ['행사 독점: 이 시간에는 이 편성만 나갑니다.'] : []),
  ].join('\n');
}

/** Rings once: an instant, not a time before each start. */
function reminder(at: EpochMs, zone: string | null): ICalAlarmData {
  const trigger = zone === null || zone === 'UTC' ? new Date(at) : asUtc(at);
  return { type: ICalAlarmType.display, description: '곧 끝나는 편성', trigger };
}

/**
 * An instant that writes itself: the library would write it by the clocks of the event's zone and not say so,
 * where RFC 5545 3.8.6.3 wants UTC.
 */
function asUtc(at: EpochMs): ICalDateTimeValue {
  const [date = '', time = ''] = basicInstant(at).split('T');
  const text = { YYYYMMDD: date, HHmmss: time };
  return {
    format: (part) => text[part as keyof typeof text],
    isValid: () => true,
    toDate: () => new Date(at),
    toJSON: () => basicInstant(at),
  };
}
