/** Who takes part on one screen day: organizations, their advertisers, their bookings, and when each comes and goes. */
import { MIN_DWELL_SECONDS } from '../content/slide.ts';
import type { Manifest, ManifestBooking, ManifestSlide } from '../protocol/manifest.ts';
import { dayNumber, type CivilDate, type EpochMs } from '../time.ts';
import { PassHeap, type Turn } from './pass-heap.ts';
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

/** A slide as the plan needs it, for one booking. */
export interface Page {
  readonly slideId: string;
  /** The slide's shop or, without one, the booking's. */
  readonly shopId: string | null;
  /** That shop's trade; empty without one. */
  readonly trade: string;
  readonly dwellMs: number;
}

/** A booking on this day. Live from a window's start to the last instant at which a slide still fits. */
export interface Entry extends Turn {
  readonly id: string;
  readonly advertiser: Advertiser;
  readonly weight: number;
  /** Never empty. */
  readonly pages: readonly Page[];
  readonly shortestMs: number;
  /** End of the window that is open. */
  toMs: EpochMs;
  /** Position of the page shown last; -1 before the first. */
  lastPage: number;
  turns: number;
}

/** A shop, or a booking without one, within one organization (S5). */
export interface Advertiser extends Turn {
  /** `ORGANIZATION/shop:ID` or `ORGANIZATION/booking:ID`. */
  readonly key: string;
  readonly party: Party;
  /** Its trade's heap within the party. */
  readonly trade: PassHeap<Advertiser>;
  readonly tradeName: string;
  /** Its live bookings. */
  readonly entries: PassHeap<Entry>;
  /** Least pass of the round within it: where a joining booking starts. */
  roundPass: number;
  /** Highest weight among the live bookings; 0 while that must be counted again. */
  weight: number;
}

/** An organization on this day (S4). */
export interface Party {
  readonly id: string;
  readonly rank: number;
  /** Its part of an hour in relation to the other parties' `claim`. */
  readonly claim: number;
  readonly trades: Map<string, PassHeap<Advertiser>>;
  /** How many of its bookings are live. */
  live: number;
  /** Least pass of the round: where a joining advertiser starts. */
  roundPass: number;
  /** Planned milliseconds in the clock hour. */
  hourMs: number;
  /** What it was entitled to in the clock hour, microseconds. */
  dueMicros: number;
}

/** Bookings that become live, or stop being so, at one instant. */
export interface Event {
  readonly at: EpochMs;
  readonly starts: { readonly entry: Entry; readonly toMs: EpochMs }[];
  readonly ends: Entry[];
}

export interface Roster {
  /** By id. */
  readonly parties: readonly Party[];
  /** By id. */
  readonly entries: readonly Entry[];
  readonly advertisers: readonly Advertiser[];
  /** In time. */
  readonly events: readonly Event[];
  /** Every slide of the manifest. */
  readonly pageOf: ReadonlyMap<string, Page>;
}

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

/** Gathers entries in the order of their ids. */
class Cast {
  readonly #parties: ReadonlyMap<string, Party>;
  readonly #tradeOf: ReadonlyMap<string, string>;
  readonly #fromMs: EpochMs;
  readonly #advertisers = new Map<string, Advertiser & { rank: number }>();
  readonly #entries: (Entry & { rank: number })[] = [];
  readonly #events = new Map<EpochMs, Event>();

  constructor(
    parties: ReadonlyMap<string, Party>,
    tradeOf: ReadonlyMap<string, string>,
    fromMs: EpochMs,
  ) {
    this.#parties = parties;
    this.#tradeOf = tradeOf;
    this.#fromMs = fromMs;
  }

  add(booking: ManifestBooking, pages: readonly Page[], windows: readonly Interval[]): void {
    let shortestMs = Infinity;
    for (const page of pages) shortestMs = Math.min(shortestMs, page.dwellMs);
    const usable = windows.filter((window) => window.toMs - window.fromMs >= shortestMs);
    const party = this.#parties.get(booking.organizationId);
    if (usable.length === 0 || !party) return;
    const entry = {
      id: booking.id,
      advertiser: this.#advertiserOf(booking, party),
      weight: booking.weight,
      pages,
      shortestMs,
      toMs: 0,
      lastPage: -1,
      turns: 0,
      pass: 0,
      rank: 0,
      place: 0,
    };
    this.#entries.push(entry);
    for (const { fromMs, toMs } of usable) {
      if (toMs - shortestMs < this.#fromMs) continue;
      this.#eventAt(Math.max(fromMs, this.#fromMs)).starts.push({ entry, toMs });
      this.#eventAt(toMs - shortestMs + 1).ends.push(entry);
    }
  }

  /** Ties rotate by date: who comes first moves on by one each day (S5). */
  ranked(day: number): Pick<Roster, 'parties' | 'entries' | 'advertisers' | 'events'> {
    rotate(this.#entries, day, (entry) => entry.advertiser.key);
    const advertisers = [...this.#advertisers.values()];
    rotate(advertisers, day, (advertiser) => advertiser.party.id);
    return {
      parties: [...this.#parties.values()],
      entries: this.#entries,
      advertisers,
      events: [...this.#events.values()].sort((a, b) => a.at - b.at),
    };
  }

  #advertiserOf(booking: ManifestBooking, party: Party): Advertiser {
    const who = booking.shopId === null ? `booking:${booking.id}` : `shop:${booking.shopId}`;
    const key = `${party.id}/${who}`;
    let advertiser = this.#advertisers.get(key);
    if (!advertiser) {
      const tradeName = (booking.shopId !== null && this.#tradeOf.get(booking.shopId)) || '';
      advertiser = {
        key,
        party,
        trade: tradeHeap(party, tradeName),
        tradeName,
        entries: new PassHeap(),
        roundPass: 0,
        weight: 0,
        pass: 0,
        rank: 0,
        place: 0,
      };
      this.#advertisers.set(key, advertiser);
    }
    return advertiser;
  }

  #eventAt(at: EpochMs): Event {
    let event = this.#events.get(at);
    if (!event) this.#events.set(at, (event = { at, starts: [], ends: [] }));
    return event;
  }
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
        trades: new Map(),
        live: 0,
        roundPass: 0,
        hourMs: 0,
        dueMicros: 0,
      },
    ]),
  );
}

function tradeHeap(party: Party, name: string): PassHeap<Advertiser> {
  let heap = party.trades.get(name);
  if (!heap) party.trades.set(name, (heap = new PassHeap()));
  return heap;
}

function rotate<T extends { rank: number }>(
  items: readonly T[],
  day: number,
  groupOf: (item: T) => string,
): void {
  const sizes = new Map<string, number>();
  for (const item of items) {
    const group = groupOf(item);
    const index = sizes.get(group) ?? 0;
    item.rank = index;
    sizes.set(group, index + 1);
  }
  for (const item of items) item.rank = (item.rank + day) % (sizes.get(groupOf(item)) ?? 1);
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
    pages.push(inherits ? { ...page, shopId, trade: tradeOf.get(shopId) ?? '' } : page);
  }
  return pages;
}

function pageOfSlide(slide: ManifestSlide, tradeOf: ReadonlyMap<string, string>): Page {
  return {
    slideId: slide.id,
    shopId: slide.shopId,
    trade: (slide.shopId !== null && tradeOf.get(slide.shopId)) || '',
    dwellMs: Math.max(slide.dwellMs, MIN_SLOT_MS),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const isSorted = items.every((item, i) => i === 0 || (items[i - 1]?.id ?? '') < item.id);
  return isSorted ? items : [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
