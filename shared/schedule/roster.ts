/** Who takes part on one screen day: organizations, their advertisers, their bookings, and when each comes and goes. */
import { MIN_DWELL_SECONDS } from '../content/slide.ts';
import type { Manifest, ManifestBooking, ManifestSlide } from '../protocol/manifest.ts';
import { dayNumber, type CivilDate, type EpochMs } from '../time.ts';
import { Cast } from './cast.ts';
import type { Page, Party, Roster } from './party.ts';
import {
  bookingWindows,
  dayIndexOf,
  instantsAround,
  unite,
  without,
  type Interval,
} from './window.ts';

/** Least length of a slot (S7). */
export const MIN_SLOT_MS = MIN_DWELL_SECONDS * 1000;

/**
 * Everybody who plays on `date` within `opening`, with the events from `fromMs` on; who is done by then
 * still counts for ranks and ledgers. The same for any order of the manifest's lists (S8).
 */
export function rosterOf(
  manifest: Manifest,
  date: CivilDate,
  { opening, fromMs }: { readonly opening: Interval; readonly fromMs: EpochMs },
): Roster {
  const day = dayNumber(date);
  const tradeOf = new Map<string, string>(manifest.shops.map((shop) => [shop.id, shop.trade]));
  const pageOf = new Map(manifest.slides.map((slide) => [slide.id, pageOfSlide(slide, tradeOf)]));
  const cast = new Cast(partiesOf(manifest, day), tradeOf, fromMs);
  const bookings = byId(manifest.bookings).filter((b) => b.slideIds.some((id) => pageOf.has(id)));
  const around = {
    dayIndex: dayIndexOf(manifest.calendar, date),
    instant: instantsAround(manifest.calendar, date),
  };
  const closed = unite(
    bookings.filter((b) => b.exclusive).flatMap((b) => bookingWindows(b, opening, around)),
  );
  for (const booking of bookings) {
    const open = bookingWindows(booking, opening, around);
    const pages = pagesOf(booking, pageOf, tradeOf);
    cast.add(booking, pages, booking.exclusive ? open : without(open, closed));
  }
  return { ...cast.ranked(day), pageOf };
}

function partiesOf(manifest: Manifest, day: number): Map<string, Party> {
  const organizations = byId(manifest.organizations);
  const shared = organizations.reduce((sum, o) => sum + o.sharePercent, 0);
  const without = organizations.filter((o) => o.sharePercent === 0).length;
  const spare = Math.max(0, 100 - shared);
  return new Map(
    organizations.map((organization, index) => [
      organization.id,
      {
        id: organization.id,
        rank: (index + day) % organizations.length,
        claim: organization.sharePercent === 0 ? spare : organization.sharePercent * (without || 1),
        trades: [],
        claimants: [],
        isResting: false,
        due: undefined,
        live: 0,
        roundPass: 0,
        hourMs: 0,
        dueMicros: 0,
      },
    ]),
  );
}

function pagesOf(
  booking: ManifestBooking,
  pageOf: ReadonlyMap<string, Page>,
  tradeOf: ReadonlyMap<string, string>,
): readonly Page[] {
  const { shopId } = booking;
  const pages: Page[] = [];
  for (const id of booking.slideIds) {
    const page = pageOf.get(id);
    if (!page) continue;
    const inherits = shopId !== null && page.shopId === null;
    const { slideId, dwellMs } = page;
    pages.push(inherits ? { slideId, shopId, trade: tradeOf.get(shopId) ?? '', dwellMs } : page);
  }
  return pages;
}

function pageOfSlide(slide: ManifestSlide, tradeOf: ReadonlyMap<string, string>): Page {
  return {
    slideId: slide.id,
    shopId: slide.shopId,
    trade: tradeOf.get(slide.shopId ?? '') ?? '',
    dwellMs: Math.max(slide.dwellMs, MIN_SLOT_MS),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const isSorted = items.every((item, i) => i === 0 || (items[i - 1]?.id ?? '') < item.id);
  return isSorted ? items : [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
