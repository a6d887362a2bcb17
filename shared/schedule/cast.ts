import type { ManifestBooking } from '../protocol/manifest.ts';
import type { EpochMs } from '../time.ts';
import type { Advertiser, Entry, Event, Page, Party, Roster } from './party.ts';
import { PassHeap } from './pass-heap.ts';
import type { Interval } from './window.ts';

/** Gathers entries in the order of their ids. */
export class Cast {
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
      const tradeName = this.#tradeOf.get(booking.shopId ?? '') ?? '';
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
