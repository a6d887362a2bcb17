import type { Context } from '../usecases/context.ts';
import { createBooking } from '../usecases/create-booking.ts';
import { editBooking } from '../usecases/edit-booking.ts';
import { endBooking, resumeBooking } from '../usecases/end-booking.ts';
import { listBookings } from '../usecases/list-bookings.ts';
import { saveBooking } from '../usecases/save-booking.ts';
import { undoEdit } from '../usecases/undo-edit.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function bookingHandlers(
  context: Context,
): Handlers<
  | 'listBookings'
  | 'createBooking'
  | 'saveBooking'
  | 'endBooking'
  | 'resumeBooking'
  | 'editBooking'
  | 'undoEdit'
> {
  return {
    listBookings: () => listBookings(context),
    createBooking: (call) => createBooking(context, signedIn(call).person, call.body),
    saveBooking: (call) =>
      saveBooking(context, signedIn(call).person, { ...call.params, ...call.body }),
    endBooking: (call) =>
      endBooking(context, signedIn(call).person, { ...call.params, ...call.body }),
    resumeBooking: (call) =>
      resumeBooking(context, signedIn(call).person, { ...call.params, ...call.body }),
    editBooking: (call) =>
      editBooking(context, signedIn(call).person, { ...call.params, ...call.body }),
    undoEdit: (call) => undoEdit(context, signedIn(call).person, call.body),
  };
}
