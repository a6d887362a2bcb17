import type { Booking } from '../../shared/content/booking.ts';
import type { CivilDate } from '../../shared/time.ts';
import { shopClosedDays, startDays } from '../manifest/expand.ts';
import { placeDays } from '../manifest/place-days.ts';
import type { Records } from '../store/store.ts';
import { readPlaceCalendar } from './read-place-calendar.ts';

/** Whether a window of the booking starts on `date`, with its shop's closing days, holidays and market days. */
export async function runsOn(
  records: Records,
  booking: Booking,
  date: CivilDate,
): Promise<boolean> {
  const span = { firstDate: date, count: 1 };
  const place = placeDays(await readPlaceCalendar(records), span);
  const shop =
    booking.skipClosedDays && booking.shopId !== null
      ? await records.shops.get(booking.shopId)
      : undefined;
  const closedDays = shop && shopClosedDays(shop, date, 1);
  return startDays(booking, span, { ...place, closedDays }) === '1';
}
