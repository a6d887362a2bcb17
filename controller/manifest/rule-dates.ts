import type { Booking } from '../../shared/content/booking.ts';
import { addDays, dayNumber, type CivilDate } from '../../shared/time.ts';
import { startDays } from './expand.ts';

/**
 * The dates from `from` to `last`, both inclusive, on which the booking runs by its dates, its rule and its
 * excluded dates alone; closing days and holidays are not asked. Empty where `last` is before `from`.
 */
export function ruleDates(
  { fromDate, toDate, recurrence, excludedDates }: Booking,
  { from, last }: { readonly from: CivilDate; readonly last: CivilDate },
): CivilDate[] {
  const count = Math.max(0, dayNumber(last) - dayNumber(from) + 1);
  const rule = { fromDate, toDate, recurrence, excludedDates };
  const days = startDays(rule, { firstDate: from, count }, {});
  return Array.from({ length: count }, (_, index) => addDays(from, index)).filter(
    (_, index) => days[index] === '1',
  );
}
