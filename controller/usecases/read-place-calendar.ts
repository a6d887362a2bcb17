import {
  EMPTY_PLACE_CALENDAR,
  PLACE_CALENDAR_ID,
  type PlaceCalendar,
} from '../../shared/content/place-calendar.ts';
import type { Records } from '../store/store.ts';

/** The place's calendar as it was last saved, or the empty one. */
export async function readPlaceCalendar({
  placeCalendars,
}: Pick<Records, 'placeCalendars'>): Promise<PlaceCalendar> {
  return (await placeCalendars.get(PLACE_CALENDAR_ID)) ?? EMPTY_PLACE_CALENDAR;
}
