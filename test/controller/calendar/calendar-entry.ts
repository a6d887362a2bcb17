import type { CalendarEntry } from '../../../controller/calendar/booking-events.ts';
import type { Booking } from '../../../shared/content/booking.ts';

/** What a calendar tells of the booking, which runs on `dates`. */
export function calendarEntry(
  booking: Booking,
  zone: string,
  dates: readonly string[],
): CalendarEntry {
  return {
    ...{ booking, zone, dates, url: null },
    shopName: '보리빵집',
    places: ['창동역 1번 출구 광장'],
    slideTitles: ['아침 빵'],
    changedAt: Date.UTC(2026, 10, 22),
  };
}
