import type { ManifestBooking } from '../protocol/manifest.ts';
import type { EpochMs } from '../time.ts';
import type { Advertiser, Entry, Event, Page, Party, Roster } from './party.ts';
import { PassHeap } from './pass-heap.ts';
import type { Interval } from './window.ts';

type Ranked<T> = T & { rank: number };

/** Gathers entries in the order of their ids. */
export class Cast {
  readonly #parties: ReadonlyMap<string, Party>;
  readonly #tradeOf: ReadonlyMap<string, string>;
  readonly #fromMs: EpochMs;
  readonly #advertisers: Ranked<Advertiser>[] = [];
  readonly #entries: Ranked<Entry>[] = [];
  readonly #shops = new Map<Party, Map<string, Ranked<Advertiser>>>();
  readonly #trades = new Map<Party, Map<string, PassHeap<Advertiser>>>();
  /** How many advertisers a party, and how many entries an advertiser has so far. */
  readonly #sizes = new Map<Party | Advertiser, number>();
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
    const party = this.#parties.get(booking.organizationId);
    if (!party || !windows.some((window) => window.toMs - window.fromMs >= shortestMs)) return;
    const advertiser = this.#advertiserOf(booking, party);
    const entry = {
      id: booking.id,
      advertiser,
      weight: booking.weight,
      pages,
      toMs: 0,
      lastPage: -1,
      turns: 0,
      isLive: false,
      claim: 0,
      madeGood: 0,
      pass: 0,
      rank: this.#nextRank(advertiser),
      place: 0,
    };
    this.#entries.push(entry);
    for (const { fromMs, toMs } of windows) {
      if (toMs - shortestMs < Math.max(fromMs, this.#fromMs)) continue;
      this.#eventAt(Math.max(fromMs, this.#fromMs)).starts.push({ entry, toMs });
      this.#eventAt(toMs - shortestMs + 1).ends.push(entry);
    }
  }

  /** Ties rotate by date: who comes first moves on by one each day (S5). */
  ranked(day: number): Pick<Roster, 'parties' | 'entries' | 'advertisers' | 'events'> {
    for (const one of this.#entries)
      one.rank = (one.rank + day) % (this.#sizes.get(one.advertiser) ?? 1);
    for (const one of this.#advertisers)
      one.rank = (one.rank + day) % (this.#sizes.get(one.party) ?? 1);
    return {
      parties: [...this.#parties.values()],
      entries: this.#entries,
      advertisers: this.#advertisers,
      events: [...this.#events.values()].sort((a, b) => a.at - b.at),
    };
  }

  #advertiserOf({ id, shopId }: ManifestBooking, party: Party): Advertiser {
    if (shopId === null) return this.#newAdvertiser(party, 'booking', id);
    const shops = valueOf(this.#shops, party, () => new Map<string, Ranked<Advertiser>>());
    return valueOf(shops, shopId, () => this.#newAdvertiser(party, 'shop', shopId));
  }

  #newAdvertiser(party: Party, kind: Advertiser['kind'], id: string): Ranked<Advertiser> {
    const advertiser = {
      kind,
      id,
      party,
      trade: this.#tradeHeap(party, kind === 'shop' ? (this.#tradeOf.get(id) ?? '') : ''),
      entries: new PassHeap<Entry>(),
      roundPass: 0,
      weight: 0,
      pass: 0,
      rank: this.#nextRank(party),
      place: 0,
    };
    this.#advertisers.push(advertiser);
    return advertiser;
  }

  #tradeHeap(party: Party, name: string): PassHeap<Advertiser> {
    const trades = valueOf(this.#trades, party, () => new Map<string, PassHeap<Advertiser>>());
    return valueOf(trades, name, () => {
      const heap = new PassHeap<Advertiser>();
      party.trades.push(heap);
      return heap;
    });
  }

  #nextRank(group: Party | Advertiser): number {
    const size = this.#sizes.get(group) ?? 0;
    this.#sizes.set(group, size + 1);
    return size;
  }

  #eventAt(at: EpochMs): Event {
    let event = this.#events.get(at);
    if (!event) this.#events.set(at, (event = { at, starts: [], ends: [] }));
    return event;
  }
}

function valueOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
