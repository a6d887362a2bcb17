/** Edits of bookings on the calendar: which scopes there are, how they are sent and taken back. */
import type { Booking } from '../../../shared/content/booking.ts';
import type { Refusal } from '../../../shared/problem.ts';
import {
  editBooking,
  undoEdit,
  type BookingEdit,
  type Edited,
} from '../../../shared/protocol/http/planning.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { Desk } from '../link/desk.ts';
import type { EditScope } from './console-edit-scope.ts';
import { weekdaysOf } from './weekly.ts';

export interface EditRequest {
  readonly booking: Booking;
  readonly day: CivilDate;
  readonly edit: BookingEdit;
}

/** At least one. A rule of its own kind moves to other hours as a whole, to another date by one day only. */
export function scopesOf(
  { fromDate, toDate, recurrence }: Booking,
  day: CivilDate,
  date: CivilDate,
): readonly EditScope[] {
  if (fromDate === toDate) return ['all'];
  if (date !== day && weekdaysOf(recurrence) === undefined) return ['day'];
  return fromDate < day ? ['day', 'following', 'all'] : ['day', 'all'];
}

/** Throws `Refusal`. */
export function sendEdit(desk: Desk, { booking, day, edit }: EditRequest): Promise<Edited> {
  return desk.api.call(editBooking, {
    params: { bookingId: booking.id },
    body: { version: booking.version, day, edit },
  });
}

/** Throws `Refusal` when somebody changed one of them since. */
export function takeBack(desk: Desk, edited: Edited): Promise<Edited> {
  return desk.api.call(undoEdit, { body: { edited } });
}

/** What was done, in passing. */
export function doneWords({ booking, edit }: EditRequest): string {
  const name = `‘${booking.name}’`;
  switch (edit.kind) {
    case 'move':
      return `${name} 편성을 옮겼습니다.`;
    case 'dates':
      return `${name} 편성의 기간을 바꿨습니다.`;
    case 'exclude':
      return `${name} 편성에서 이날을 뺐습니다.`;
    case 'copy':
      return `${name} 편성을 복사했습니다.`;
    case 'split':
      return `${name} 편성을 둘로 나눴습니다.`;
  }
}

/** The first field's own message says more than the sum of them. */
export function refusalWords(refusal: Refusal): string {
  return refusal.fields[0]?.message ?? refusal.message;
}
