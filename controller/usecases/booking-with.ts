import type { Booking, BookingFields } from '../../shared/content/booking.ts';

/** The booking with other fields. What is absent of them is absent afterwards: a choice that was taken back. */
export function bookingWith(booking: Booking, fields: BookingFields): Booking {
  const { id, state, endsAt, version } = booking;
  return { ...fields, id, state, version, ...(endsAt === undefined ? {} : { endsAt }) };
}
