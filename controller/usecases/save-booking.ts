import type { Booking, BookingFields } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { bookingWith } from './booking-with.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseMove } from './refuse-move.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';

/** Changes a booking, live or ended; it stays with its organization. */
export async function saveBooking(
  context: Context,
  person: Person,
  {
    bookingId,
    version,
    ...fields
  }: BookingFields & { readonly bookingId: string; readonly version: number },
): Promise<Booking> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.bookings, bookingId, '편성을');
    requireRight(person, 'booking.write', before);
    refuseMove(before, fields);
    refuseStale(before.version, version);
    await refuseBadBooking(records, fields);
    const after = { ...bookingWith(before, fields), version: version + 1 };
    await records.bookings.put(after);
    noted.touch('bookings');
    noted.record({ action: 'booking.save', subjectId: bookingId, before, after });
    return after;
  });
  return value;
}
