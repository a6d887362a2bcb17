import type { Booking } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { CivilDate } from '../../shared/time.ts';
import { parseRule } from '../manifest/rule.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';

/**
 * Moves the last day of a booking, inclusive; null takes its end away. Throws `conflict` where the booking
 * would end at its old time all the same: it was ended, a notice ends it, or its rule has an end of its own.
 */
export async function extendBooking(
  context: Context,
  person: Person,
  {
    bookingId,
    toDate,
    version,
  }: {
    readonly bookingId: string;
    readonly toDate: CivilDate | null;
    readonly version: number;
  },
): Promise<Booking> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await findOrRefuse(records.bookings, bookingId, '편성을');
    requireRight(person, 'booking.write', before);
    refuseStale(before.version, version);
    refuseOtherEnd(before, toDate);
    const after: Booking = { ...before, toDate, version: version + 1 };
    await refuseBadBooking(records, after);
    await records.bookings.put(after);
    noted.touch('bookings');
    noted.record({ action: 'booking.save', subjectId: bookingId, before, after });
    return after;
  });
  return value;
}

function refuseOtherEnd(booking: Booking, toDate: CivilDate | null): void {
  if (booking.state === 'ended')
    throw new Refusal('conflict', '이미 끝낸 편성입니다. 먼저 되살린 뒤에 연장해 주십시오.');
  if (booking.endsAt !== undefined)
    throw new Refusal(
      'conflict',
      '공지가 만든 편성은 공지와 함께 끝납니다. 더 보이려면 공지를 다시 보내 주십시오.',
    );
  const isLater = booking.toDate !== null && (toDate === null || toDate > booking.toDate);
  const rule = booking.recurrence === null ? undefined : parseRule(booking.recurrence);
  const isCut = rule?.until !== undefined && (toDate === null || toDate > rule.until);
  if (isLater && (isCut || rule?.count !== undefined))
    throw new Refusal(
      'conflict',
      '반복 규칙에 끝이 정해져 있습니다. 편성을 열어 반복 규칙을 고쳐 주십시오.',
    );
}
