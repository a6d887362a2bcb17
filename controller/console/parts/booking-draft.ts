/** A booking as a person is writing it. */
import type { Booking, BookingFields } from '../../../shared/content/booking.ts';
import { dateAt, type EpochMs } from '../../../shared/time.ts';
import { SEOUL } from './preview-scene.ts';
import { without } from '../../../shared/without.ts';

/** Every day, all day, on all screens, from today on. */
export function newBooking(organizationId: string, now: EpochMs): BookingFields {
  return {
    organizationId,
    shopId: null,
    name: '',
    slideIds: [],
    screens: 'all',
    fromDate: dateAt(SEOUL, now),
    toDate: null,
    recurrence: null,
    excludedDates: [],
    fromMinute: 0,
    toMinute: 1440,
    weight: 1,
    exclusive: false,
    promisedPlaysPerDay: null,
    skipClosedDays: true,
  };
}

export function bookingFieldsOf(booking: Booking): BookingFields {
  return without(booking, 'id', 'state', 'endsAt', 'version');
}
