/** Which bookings the calendar shows. Pure. */
import type { Booking } from '../../../shared/content/booking.ts';
import { includesScreen } from '../../../shared/content/fields.ts';
import type { Shop } from '../../../shared/content/shop.ts';
import type { BookingDays } from '../link/desk.ts';
import { isAllDay, type Hours } from './calendar-bars.ts';
import type { DatedBooking } from './pushed-days.ts';

export interface CalendarFilters {
  readonly words: string;
  /** Empty for all. */
  readonly organizationIds: readonly string[];
  /** Empty for all. */
  readonly screenId: string;
  readonly hidesAllDay: boolean;
}

export const NO_FILTERS: CalendarFilters = {
  words: '',
  organizationIds: [],
  screenId: '',
  hidesAllDay: false,
};

/** Bookings with their days; one that is not known (yet), over, or without a day is left out. */
export function datedBookings(
  bookings: readonly Booking[],
  days: readonly BookingDays[],
): readonly DatedBooking[] {
  const liveById = new Map(
    bookings.filter(({ state }) => state === 'live').map((booking) => [booking.id, booking]),
  );
  return days.flatMap(({ bookingId, dates }) => {
    const booking = liveById.get(bookingId);
    return booking && dates.length > 0 ? [{ booking, dates }] : [];
  });
}

/** Whether the booking is to be seen; words are looked for in its name and its shop's. */
export function isShown(
  booking: Booking,
  filters: CalendarFilters,
  { shops, lit }: { readonly shops: readonly Shop[]; readonly lit: Hours },
): boolean {
  const { words, organizationIds, screenId, hidesAllDay } = filters;
  if (organizationIds.length > 0 && !organizationIds.includes(booking.organizationId)) return false;
  if (screenId !== '' && !includesScreen(booking.screens, screenId)) return false;
  if (hidesAllDay && isAllDay(booking, lit)) return false;
  const shop = shops.find(({ id }) => id === booking.shopId);
  return `${booking.name} ${shop?.name.ko ?? ''}`.includes(words.trim());
}
