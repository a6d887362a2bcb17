import type { Booking } from '../../shared/content/booking.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import type { BookingFacts } from '../../shared/schedule/explain.ts';
import { dayIndexOf } from '../../shared/schedule/window.ts';
import { dateAt, type EpochMs } from '../../shared/time.ts';
import { isOnAir } from '../manifest/world.ts';
import type { Records } from '../store/store.ts';

/**
 * What the records say of the booking, for the manifest of an instant: what that still planned for the day had
 * neither ended nor expired then, whatever was decided later.
 */
export async function bookingFacts(
  records: Records,
  booking: Booking,
  { manifest, at }: { readonly manifest: Manifest; readonly at: EpochMs },
): Promise<BookingFacts> {
  const slides = { onAir: 0, withdrawn: 0 };
  for (const id of booking.slideIds) {
    const slide = await records.slides.get(id);
    if (isOnAir(slide)) slides.onAir += 1;
    else if (slide?.state === 'withdrawn') slides.withdrawn += 1;
  }
  const planned = manifest.bookings.find(({ id }) => id === booking.id);
  const { calendar } = manifest;
  const ranThen = planned?.days[dayIndexOf(calendar, dateAt(calendar.offsets, at))] === '1';
  const { fromDate, toDate, excludedDates, shopId, skipClosedDays, state } = booking;
  return {
    ...{ fromDate, toDate: ranThen ? null : toDate, excludedDates, shopId, skipClosedDays, slides },
    isEnded: state === 'ended' && !planned,
  };
}
