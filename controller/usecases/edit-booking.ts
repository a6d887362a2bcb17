import { bookingSchema, type Booking } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { BookingEdit, Edited } from '../../shared/protocol/http/planning.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { planEdit } from './booking-edits.ts';
import { refuseBadBooking } from './booking-rules.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { findOrRefuse } from './find-or-refuse.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireRight } from './require-right.ts';
import { runsOn } from './runs-on.ts';

/** Which booking in which version, at which of its days, and what is done to it. */
export interface EditRequest {
  readonly bookingId: string;
  readonly version: number;
  readonly day: CivilDate;
  readonly edit: BookingEdit;
}

/**
 * Moves, stretches, copies or splits a booking. Throws `conflict` when it is over, does not run on that day,
 * would not run where it is put, belongs to a notice, or has a rule that cannot be changed so.
 */
export async function editBooking(
  context: Context,
  person: Person,
  { bookingId, version, day, edit }: EditRequest,
): Promise<Edited> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const stored = await findOrRefuse(records.bookings, bookingId, '편성을');
    requireRight(person, 'booking.write', stored);
    refuseStale(stored.version, version);
    await refuseOtherDay(records, stored, day);
    const edited = carriedOut(stored, { day, edit }, context.newId);
    for (const { after } of edited) await refuseBroken(records, after);
    await refuseUnseen(records, edited, edit);
    for (const { before, after } of edited) {
      await records.bookings.put(after);
      const action = before === null ? 'booking.create' : 'booking.save';
      noted.record({ action, subjectId: after.id, before, after });
    }
    noted.touch('bookings');
    return edited;
  });
  return value;
}

async function refuseOtherDay(records: Records, booking: Booking, day: CivilDate): Promise<void> {
  if (booking.state === 'ended') throw new Refusal('conflict', '이미 끝난 편성입니다.');
  if (await runsOn(records, booking, day)) return;
  throw new Refusal('conflict', '그날에는 나가지 않는 편성입니다. 달력을 새로 고쳐 주십시오.');
}

function carriedOut(
  before: Booking,
  { day, edit }: Pick<EditRequest, 'day' | 'edit'>,
  newId: () => string,
): Edited {
  const { changed, made } = planEdit(before, day, edit);
  if (made && before.endsAt !== undefined)
    throw new Refusal(
      'conflict',
      '공지와 함께 만든 편성이라 나누거나 복사할 수 없습니다. 공지에서 고쳐 주십시오.',
    );
  const edited: Edited = [];
  if (changed)
    edited.push({ before, after: { ...before, ...changed, version: before.version + 1 } });
  if (made) edited.push({ before: null, after: { ...before, ...made, id: newId(), version: 1 } });
  return edited;
}

async function refuseBroken(records: Records, after: Booking): Promise<void> {
  await refuseBadBooking(records, after);
  if (bookingSchema.safeParse(after).success) return;
  throw new Refusal('invalid', '날짜가 너무 멀거나 쉬는 날이 너무 많습니다. 다시 골라 주십시오.');
}

/** A booking that was put on a date and does not run there would be gone from under the person's hand. */
async function refuseUnseen(records: Records, edited: Edited, edit: BookingEdit): Promise<void> {
  const placed = edited.at(-1)?.after;
  if (!placed || !('to' in edit) || (await runsOn(records, placed, edit.to.date))) return;
  throw new Refusal(
    'conflict',
    '그날은 가게가 쉬거나 편성에서 뺀 날이라 나가지 않습니다. 다른 날을 골라 주십시오.',
  );
}
