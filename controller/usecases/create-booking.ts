import type { Booking, BookingFields } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { requireRight } from './require-right.ts';

/** Books slides; it plays from the next slot on, if it runs today. */
export async function createBooking(
  context: Context,
  person: Person,
  fields: BookingFields,
): Promise<Booking> {
  requireRight(person, 'booking.write', fields);
  const { value } = await change(context, { person }, async (records, noted) => {
    await refuseBadBooking(records, fields);
    const booking: Booking = { ...fields, id: context.newId(), state: 'live', version: 1 };
    await records.bookings.put(booking);
    noted.touch('bookings');
    noted.record({ action: 'booking.create', subjectId: booking.id, before: null, after: booking });
    return booking;
  });
  return value;
}
