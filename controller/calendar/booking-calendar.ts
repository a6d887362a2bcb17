/** Bookings as iCalendar (RFC 5545), for calendar programs that subscribe to them. */
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { ICalAlarmData, ICalCalendar, ICalEventData } from 'ical-generator';
import type { Booking } from '../../shared/content/booking.ts';
import { clockTime } from '../../shared/korean-date.ts';
import {
  addDays,
  DAY_MS,
  instantOf,
  minuteAt,
  offsetAt,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from '../../shared/time.ts';
import type { DaySpan } from '../manifest/expand.ts';
import { zoneOffsets } from '../manifest/offsets.ts';
import { bookingSeries, type BookingSeries } from './booking-series.ts';
import { basicDate, dateTime, localTime, zoneComponent } from './zone-component.ts';

/** One booking in the zone of some of its boards. */
export interface CalendarEntry {
  readonly booking: Booking;
  /** IANA name. */
  readonly zone: string;
  /** Start days within the span, by everything that decides about them; sorted, not empty. */
  readonly dates: readonly CivilDate[];
  readonly shopName: string | null;
  /** Where its boards stand. */
  readonly places: readonly string[];
  readonly slideTitles: readonly string[];
  readonly changedAt: EpochMs;
  /** Of the booking in the console; null where the console's address is not known. */
  readonly url: string | null;
}

const REFRESH_SECONDS = 3600;
/** How far a VTIMEZONE reaches: rules without an end go on beyond the span. */
const ZONE_DAYS = 3653;
const REMIND_DAYS = 3;
const REMIND_MINUTE = 540;
const DAY_MINUTES = 1440;

/**
 * The VCALENDAR, lines folded, ending with a line break. Days within the span are exact; beyond it a rule goes
 * on without the exceptions that nobody knows yet. The same input gives the same text.
 */
export function bookingCalendar(
  name: string,
  entries: readonly CalendarEntry[],
  span: DaySpan,
): string {
  const zone = entries[0]?.zone ?? 'UTC';
  const calendar = ical({
    // The library escapes every text but this one.
    name: name.replace(/[\\;,]/g, '\\$&'),
    prodId: '//plaza-board//bookings//KO',
    ttl: REFRESH_SECONDS,
    timezone: { name: null, generator: (tz) => zoneComponent(tz, offsetsOf(tz, span)) },
    x: { 'X-WR-TIMEZONE': zone },
  });
  for (const entry of entries) addEntry(calendar, entry, span);
  return `${calendar.toString()}\r\n`;
}

/** A start day's window, half-open. */
interface Window {
  readonly date: CivilDate;
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/** What all events of an entry share. */
interface Frame {
  readonly entry: CalendarEntry;
  readonly offsets: readonly ZoneOffset[];
  readonly series: BookingSeries;
  readonly isAllDay: boolean;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, span: DaySpan): void {
  const { booking } = entry;
  const offsets = offsetsOf(entry.zone, span);
  const isAllDay = booking.fromMinute === 0 && booking.toMinute === DAY_MINUTES;
  const dates = entry.dates.filter((date) => windowOf(booking, offsets, date));
  const isOdd = (date: CivilDate) =>
    isCut(booking, offsets, date) || (!isAllDay && isShifted(booking, offsets, date));
  const series = bookingSeries(booking, dates, { span, isOdd });
  const frame: Frame = { entry, offsets, series, isAllDay };
  if (series.repeated) calendar.createEvent(repeatedEvent(frame, series.repeated));
  for (const event of singleEvents(frame, isOdd)) calendar.createEvent(event);
}
