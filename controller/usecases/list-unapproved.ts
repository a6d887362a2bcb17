import { zoneOf } from '../../shared/content/screen.ts';
import type { Unapproved } from '../../shared/protocol/http/approvals.ts';
import { addDays, DAY_MS, instantOf } from '../../shared/time.ts';
import { dateInZone, zoneOffsets } from '../manifest/offsets.ts';
import type { Context } from './context.ts';
import { listBookingDays } from './list-booking-days.ts';

/** [V22] Slides that were never approved whose window starts within a day, or runs; the earliest of each, soonest first. */
export async function listUnapproved(context: Context): Promise<Unapproved[]> {
  const { records } = context.store;
  const slides = await records.slides.all();
  const open = slides.filter(
    ({ state, approvedRevisionId }) => approvedRevisionId === null && state !== 'withdrawn',
  );
  if (open.length === 0) return [];
  const windows = await windowsWithinDay(context);
  return open
    .flatMap(({ id: slideId }) => {
      const first = windows.find(({ slideIds }) => slideIds.includes(slideId));
      return first ? [{ slideId, bookingId: first.bookingId, startsAt: first.startsAt }] : [];
    })
    .toSorted((a, b) => a.startsAt - b.startsAt);
}

interface BookedWindow {
  readonly bookingId: string;
  readonly slideIds: readonly string[];
  readonly startsAt: number;
}

/** Windows of live bookings that start within a day or have not ended, soonest first. */
async function windowsWithinDay(context: Context): Promise<readonly BookedWindow[]> {
  const { records } = context.store;
  const at = context.now();
  const zone = zoneOf(await records.screens.all());
  const today = dateInZone(zone, at);
  const offsets = zoneOffsets(zone, today, 3);
  const bookingById = new Map((await records.bookings.all()).map((one) => [one.id, one]));
  const days = await listBookingDays(context, { from: addDays(today, -1), to: addDays(today, 1) });
  return days
    .flatMap(({ bookingId, dates }) => {
      const booking = bookingById.get(bookingId);
      if (!booking) return [];
      const { slideIds, fromMinute, toMinute } = booking;
      return dates
        .filter((date) => instantOf(offsets, date, toMinute) > at)
        .map((date) => ({ bookingId, slideIds, startsAt: instantOf(offsets, date, fromMinute) }))
        .filter(({ startsAt }) => startsAt <= at + DAY_MS);
    })
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
