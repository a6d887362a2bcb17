import type { Booking } from '../../shared/content/booking.ts';
import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { addDays, type CivilDate } from '../../shared/time.ts';
import { bookingDays } from './expand.ts';

/**
 * The dates from `from` to `last`, both inclusive, on which the booking runs by its dates, its rule and its
 * excluded dates alone; closing days and holidays are not asked. Linear in the days.
 */
export function ruleDates(
  booking: Pick<Booking, 'fromDate' | 'toDate' | 'recurrence' | 'excludedDates'>,
  { from, last }: { readonly from: CivilDate; readonly last: CivilDate },
): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let first = from; first <= last; first = addDays(first, MANIFEST_DAYS)) {
    const days = bookingDays(booking, first);
    for (let index = days.indexOf('1'); index >= 0; index = days.indexOf('1', index + 1)) {
      const date = addDays(first, index);
      if (date <= last) dates.push(date);
    }
  }
  return dates;
}
