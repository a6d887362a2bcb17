import type { Booking } from '../../shared/content/booking.ts';
import { includesScreen } from '../../shared/content/fields.ts';
import { zoneOf, type Screen } from '../../shared/content/screen.ts';
import { titleOf } from '../../shared/content/slide.ts';
import { addDays, type EpochMs } from '../../shared/time.ts';
import type { CalendarEntry } from '../calendar/booking-events.ts';
import type { DaySpan } from '../manifest/expand.ts';
import type { Records } from '../store/store.ts';
import type { Context } from './context.ts';
import { listBookingDays } from './list-booking-days.ts';
import { viewSlides } from './slide-view.ts';

interface Wanted {
  readonly wants: (booking: Booking) => boolean;
  /** Of bookings that nobody changed since the house was filled. */
  readonly changedAt: EpochMs;
  /** The console's origin; null where it is not known. */
  readonly publicUrl: string | null;
}

/** What a calendar tells of the wanted bookings that run within the span, by id: one entry for each zone of their boards. */
export async function feedEntries(
  context: Context,
  span: DaySpan,
  { wants, changedAt, publicUrl }: Wanted,
): Promise<CalendarEntry[]> {
  const { records } = context.store;
  const bookings = (await records.bookings.all()).filter(wants);
  const screens = await records.screens.all();
  const lastDate = addDays(span.firstDate, span.count - 1);
  const days = await listBookingDays(context, { from: span.firstDate, to: lastDate });
  const datesById = new Map(days.map(({ bookingId, dates }) => [bookingId, dates]));
  const titleById = await slideTitles(records, bookings);
  const shopById = new Map((await records.shops.all()).map((shop) => [shop.id, shop]));
  const changedById = await records.audit.newest('booking');
  return bookings.flatMap((booking) => {
    const dates = datesById.get(booking.id) ?? [];
    if (dates.length === 0) return [];
    return boardsByZone(booking, screens).map(({ zone, boards }) => ({
      ...{ booking, zone, dates },
      shopName: shopById.get(booking.shopId ?? '')?.name.ko ?? null,
      places: [...new Set(boards.map((board) => board.place.ko))],
      slideTitles: booking.slideIds.flatMap((id) => titleById.get(id) ?? []),
      changedAt: changedById.get(booking.id) ?? changedAt,
      url: publicUrl && `${publicUrl}/console#/bookings/${booking.id}`,
    }));
  });
}

/** Never empty: a booking without a board is told by the zone of the house. */
function boardsByZone(
  { screens }: Booking,
  all: readonly Screen[],
): { readonly zone: string; readonly boards: readonly Screen[] }[] {
  const boards = all.filter(({ id }) => includesScreen(screens, id));
  if (boards.length === 0) return [{ zone: zoneOf(all), boards }];
  const byZone = Map.groupBy(boards, ({ zone }) => zone);
  return [...byZone].map(([zone, boards]) => ({ zone, boards }));
}

/** By slide id: of what the boards show, or of the draft where nothing was approved yet. */
async function slideTitles(
  records: Records,
  bookings: readonly Booking[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(bookings.flatMap(({ slideIds }) => slideIds));
  const slides = (await records.slides.all()).filter(({ id }) => wanted.has(id));
  const views = await viewSlides(records, slides);
  return new Map(
    views.map(({ slide, latest, approved }) => [slide.id, titleOf((approved ?? latest).content)]),
  );
}
