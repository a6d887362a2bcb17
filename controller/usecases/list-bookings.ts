import type { Booking } from '../../shared/content/booking.ts';
import type { Context } from './context.ts';

/** All bookings, ended ones too, by id. */
export async function listBookings(context: Context): Promise<Booking[]> {
  return [...(await context.store.records.bookings.all())];
}
