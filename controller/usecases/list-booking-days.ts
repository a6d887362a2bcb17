import type { Shop } from '../../shared/content/shop.ts';
import { addDays, type CivilDate } from '../../shared/time.ts';
import { shopClosedDays, startDays, type DaySpan } from '../manifest/expand.ts';
import { placeDays } from '../manifest/place-days.ts';
import type { Context } from './context.ts';
import { daySpan } from './day-span.ts';
import { readPlaceCalendar } from './read-place-calendar.ts';

/**
 * The days from `from` to `to`, both inclusive, on which each live booking starts a window, as its boards
 * expand them today, also for days that are past. Bookings without one are left out. Throws `invalid` for a
 * span that is none. O(bookings × days).
 */
export async function listBookingDays(
  { store: { records } }: Context,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<{ bookingId: string; dates: CivilDate[] }[]> {
  const span = daySpan({ from, to });
  const place = placeDays(await readPlaceCalendar(records), span);
  const closedById = closedDaysOf(await records.shops.all(), span);
  const dates = Array.from({ length: span.count }, (_, index) => addDays(from, index));
  return (await records.bookings.all())
    .filter(({ state }) => state === 'live')
    .map((booking) => {
      const closedDays = booking.skipClosedDays ? closedById(booking.shopId) : undefined;
      const days = startDays(booking, span, { ...place, closedDays });
      return { bookingId: booking.id, dates: dates.filter((_, index) => days[index] === '1') };
    })
    .filter((booking) => booking.dates.length > 0);
}

/** Each shop's days are expanded once, when the first booking asks for them. */
function closedDaysOf(
  shops: readonly Shop[],
  { firstDate, count }: DaySpan,
): (shopId: string | null) => string | undefined {
  const shopById = new Map(shops.map((shop) => [shop.id, shop]));
  const known = new Map<string, string>();
  return (shopId) => {
    const shop = shopById.get(shopId ?? '');
    if (!shop) return undefined;
    const days = known.get(shop.id) ?? shopClosedDays(shop, firstDate, count);
    known.set(shop.id, days);
    return days;
  };
}
