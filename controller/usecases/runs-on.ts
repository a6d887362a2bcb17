import type { Booking } from '../../shared/content/booking.ts';
import type { CivilDate } from '../../shared/time.ts';
import { bookingDays, shopClosedDays } from '../manifest/expand.ts';
import type { Records } from '../store/store.ts';

/** Whether a window of the booking starts on `date`: by its rule, its excluded dates and its shop's closing days. */
export async function runsOn(
  records: Records,
  booking: Booking,
  date: CivilDate,
): Promise<boolean> {
  const shop =
    booking.skipClosedDays && booking.shopId !== null
      ? await records.shops.get(booking.shopId)
      : undefined;
  return bookingDays(booking, date, shop && shopClosedDays(shop, date)).startsWith('1');
}
