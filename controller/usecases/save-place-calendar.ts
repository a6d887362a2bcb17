import type { Person } from '../../shared/content/person.ts';
import {
  PLACE_CALENDAR_ID,
  type PlaceCalendar,
  type PlaceCalendarFields,
} from '../../shared/content/place-calendar.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { readPlaceCalendar } from './read-place-calendar.ts';
import { refuseStale } from './refuse-stale.ts';
import { requireSomewhere } from './require-somewhere.ts';

/**
 * Sets the temporary holidays and the market days of the place, which all partners share. Holidays are kept
 * by date; of several on one date the last. Boards whose bookings look at them plan anew at once.
 */
export async function savePlaceCalendar(
  context: Context,
  person: Person,
  { version, ...fields }: PlaceCalendarFields & { readonly version: number },
): Promise<PlaceCalendar> {
  requireSomewhere(person, 'calendar.write');
  const { value } = await change(context, { person }, async (records, noted) => {
    const before = await readPlaceCalendar(records);
    refuseStale(before.version, version);
    const after: PlaceCalendar = {
      id: PLACE_CALENDAR_ID,
      temporaryHolidays: oneADay(fields.temporaryHolidays),
      marketDigit: fields.marketDigit,
      version: version + 1,
    };
    await records.placeCalendars.put(after);
    noted.touch('calendar');
    noted.record({ action: 'calendar.save', subjectId: PLACE_CALENDAR_ID, before, after });
    return after;
  });
  return value;
}

function oneADay(
  holidays: PlaceCalendarFields['temporaryHolidays'],
): PlaceCalendarFields['temporaryHolidays'] {
  const byDate = new Map(holidays.map((holiday) => [holiday.date, holiday]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
