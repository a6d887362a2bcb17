import type { NamedDay } from '../../shared/content/place-calendar.ts';
import type { CivilDate } from '../../shared/time.ts';
import { KNOWN_UNTIL, namedDays } from '../calendar/named-days.ts';
import type { Context } from './context.ts';
import { daySpan } from './day-span.ts';
import { readPlaceCalendar } from './read-place-calendar.ts';

/** Holidays and market days from `from` to `to`, both inclusive. Throws `invalid` for a span that is none. */
export async function listNamedDays(
  context: Context,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<{ days: NamedDay[]; knownUntil: CivilDate }> {
  daySpan({ from, to });
  const calendar = await readPlaceCalendar(context.store.records);
  return { days: namedDays(calendar, from, to), knownUntil: KNOWN_UNTIL };
}
