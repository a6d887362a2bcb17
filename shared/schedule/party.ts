/** The parties of a screen day while it is walked through: who stands where in the turns. */
import type { EpochMs } from '../time.ts';
import type { PassHeap, Turn } from './pass-heap.ts';

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
  /** End of the window that is open. */
  toMs: EpochMs;
  /** Position of the page shown last; -1 before the first. */
  lastPage: number;
  turns: number;
  isLive: boolean;
  /** Slots that are still to be made good (S10). */
  claim: number;
  /** Slots made good since the opening. */
  madeGood: number;
}

/** A shop, or a booking without one, within one organization (S5). */
export interface Advertiser extends Turn {
  /** `shop` or `booking`, and its id. */
  readonly kind: 'shop' | 'booking';
  readonly id: string;
  readonly party: Party;
  /** The live advertisers of its trade within the party, itself among them while it is live. */
  readonly trade: PassHeap<Advertiser>;
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
  /** Its live advertisers, a heap for each trade. */
  readonly trades: PassHeap<Advertiser>[];
  /** Its bookings with something to be made good (S10), by id. */
  claimants: readonly Entry[];
  /** Whether its last slot made something good, so that the next is a regular one. */
  isResting: boolean;
  /** The live advertiser that is due first; undefined while that must be looked for. */
  due: Advertiser | undefined;
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
