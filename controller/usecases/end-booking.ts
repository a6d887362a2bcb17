import type { Booking } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';

/** Which booking, and the version that the person saw when deciding. */
export interface BookingRef {
  readonly bookingId: string;
  readonly version: number;
}

/** It plays no more, from now on, whatever its dates. */
export function endBooking(context: Context, person: Person, ref: BookingRef): Promise<Booking> {
  return setState(context, person, { ...ref, state: 'ended' });
}

/** Undo of an ending. Throws `invalid` when what it books is gone by now. */
export function resumeBooking(context: Context, person: Person, ref: BookingRef): Promise<Booking> {
  return setState(context, person, { ...ref, state: 'live' });
}

async function setState(
  context: Context,
  person: Person,
  { bookingId, version, state }: BookingRef & Pick<Booking, 'state'>,
): Promise<Booking> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.bookings, bookingId, '편성을');
    requireRight(person, 'booking.write', before);
    refuseStale(before.version, version);
    if (before.state === state) {
      const already = state === 'ended' ? '이미 끝난 편성입니다.' : '끝나지 않은 편성입니다.';
      throw new Refusal('conflict', already);
    }
    if (state === 'live') await refuseBadBooking(records, before);
    const after: Booking = { ...before, state, version: version + 1 };
    await records.bookings.put(after);
    noted.touch('bookings');
    const action = state === 'ended' ? 'booking.end' : 'booking.resume';
    noted.record({ action, subjectId: bookingId, before, after });
    return after;
  });
  return value;
}
