/** Bookings as iCalendar (RFC 5545), for calendar programs that subscribe to them. */
import ical from 'ical-generator';
import type { DaySpan } from '../manifest/expand.ts';
import { zoneOffsets } from '../manifest/offsets.ts';
import { bookingEvents, type CalendarEntry } from './booking-events.ts';
import { zoneComponent } from './zone-component.ts';

const REFRESH_SECONDS = 3600;
/** How far a VTIMEZONE reaches: rules without an end go on beyond the span. */
const ZONE_DAYS = 3653;

/**
 * The VCALENDAR, lines folded, ending with a line break. Days within the span are exact; beyond it a rule goes
 * on without the exceptions that nobody knows yet. The same input gives the same text.
 */
export function bookingCalendar(
  name: string,
  entries: readonly CalendarEntry[],
  span: DaySpan,
): string {
  const offsetsOf = (zone: string) => zoneOffsets(zone, span.firstDate, ZONE_DAYS);
  const calendar = ical({
    // The library escapes every text but this one.
    name: name.replace(/[\\;,]/g, '\\$&'),
    prodId: '//plaza-board//bookings//KO',
    ttl: REFRESH_SECONDS,
    timezone: { name: null, generator: (zone) => zoneComponent(zone, offsetsOf(zone)) },
    events: entries.flatMap((entry) => bookingEvents(entry, span, offsetsOf(entry.zone))),
  });
  return `${calendar.toString()}\r\n`;
}
