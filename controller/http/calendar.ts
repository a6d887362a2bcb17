import type { Context } from '../usecases/context.ts';
import { listBookingDays } from '../usecases/list-booking-days.ts';
import { listNamedDays } from '../usecases/list-named-days.ts';
import { readPlaceCalendar } from '../usecases/read-place-calendar.ts';
import { savePlaceCalendar } from '../usecases/save-place-calendar.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

export function calendarHandlers(
  context: Context,
): Handlers<'readPlaceCalendar' | 'savePlaceCalendar' | 'listNamedDays' | 'listBookingDays'> {
  return {
    readPlaceCalendar: () => readPlaceCalendar(context.store.records),
    savePlaceCalendar: (call) => savePlaceCalendar(context, signedIn(call).person, call.body),
    listNamedDays: (call) => listNamedDays(context, call.query),
    listBookingDays: (call) => listBookingDays(context, call.query),
  };
}
