/** Turns within an organization (S5), and which of those that are due repeats the least (S6). */
import type { EpochMs } from '../time.ts';
import { isBefore } from './pass-heap.ts';
import type { Advertiser, Entry, Event, Page, Party } from './party.ts';

/** One turn of weight 1; divisible by every weight, so that passes stay integers. */
const WHOLE_TURN = 2520;
/** How many of one trade are looked at for one that does not repeat (S6). */
const LOOK_AHEAD = 16;
/** What a slot can repeat, by weight: any slide is worse than any shop, and that than any trade. */
const SLIDE = 4;
const SHOP = 2;
const TRADE = 1;

/** The slot before: what the next one should not repeat. */
export interface Before {
  readonly slideId: string;
  readonly shopId: string | null;
  /** Empty when it has none. */
  readonly trade: string;
}

/** Whose turn it would be in one organization. */
export interface Choice {
  readonly entry: Entry;
  /** Position in the booking's pages. */
  readonly page: number;
  /** 0 repeats nothing; the sum of `TRADE`, `SHOP` and `SLIDE`. */
  readonly repeats: number;
  /** Least pass of the organization's live advertisers. */
  readonly roundPass: number;
  /** Whether it makes a lost slot good, which costs no turn (S10). */
  readonly isClaim: boolean;
}

/** The choice of `party` for a slot that starts at `at`; undefined when nothing of it is live. */
export function choiceOf(party: Party, before: Before, at: EpochMs): Choice | undefined {
  const regular = regularChoice(party, before, at);
  if (!regular || party.claimants.length === 0 || party.isResting) return regular;
  const claim = claimChoice(party, before, at);
  return claim && claim.repeats <= regular.repeats ? claim : regular;
}

function regularChoice(party: Party, before: Before, at: EpochMs): Choice | undefined {
  const due = (party.due ??= firstDue(party));
  if (!due) return undefined;
  const choice = choiceOfOne(due, { before, at, roundPass: due.pass });
  return choice.repeats === 0 ? choice : leastRepeating(choice, before, at);
}

function firstDue(party: Party): Advertiser | undefined {
  let due: Advertiser | undefined;
  for (const heap of party.trades) {
    const first = heap.first;
    if (first && (!due || isBefore(first, due))) due = first;
  }
  return due;
}

/** Of the live bookings with something to be made good the one that repeats least, then with the most (S10). */
function claimChoice(party: Party, before: Before, at: EpochMs): Choice | undefined {
  let best: Choice | undefined;
  for (const entry of party.claimants) {
    if (!entry.isLive) continue;
    const page = nextPage(entry, at);
    const repeats = repeatsOf(entry.pages[page], before);
    const isBest =
      !best ||
      repeats < best.repeats ||
      (repeats === best.repeats && entry.claim > best.entry.claim);
    if (isBest) best = { entry, page, repeats, roundPass: 0, isClaim: true };
  }
  return best;
}

/** Books one turn of `choice`: its booking, its advertiser and its slides move on. */
export function takeTurn(choice: Choice): void {
  const { entry, page } = choice;
  const { advertiser } = entry;
  advertiser.party.isResting = choice.isClaim;
  if (choice.isClaim) {
    entry.claim -= 1;
    entry.madeGood += 1;
    if (entry.claim === 0)
      advertiser.party.claimants = advertiser.party.claimants.filter((one) => one !== entry);
    showPage(entry, page);
    return;
  }
  advertiser.party.roundPass = Math.max(advertiser.party.roundPass, choice.roundPass);
  advertiser.roundPass = Math.max(advertiser.roundPass, entry.pass);
  entry.pass += WHOLE_TURN / entry.weight;
  advertiser.entries.moved(entry);
  advertiser.party.due = undefined;
  advertiser.pass += turnOf(advertiser);
  advertiser.trade.moved(advertiser);
  showPage(entry, page);
}

/** Counts a slot of `entry` and moves its slides on, without charging a turn. */
export function showPage(entry: Entry, page: number): void {
  entry.lastPage = page;
  entry.turns += 1;
}

/**
 * Position of the page that follows the last one and still ends inside the window (S7).
 * `entry` must be live at `at`.
 */
export function nextPage(entry: Entry, at: EpochMs): number {
  const count = entry.pages.length;
  for (let step = 1; step <= count; step += 1) {
    const index = (entry.lastPage + step) % count;
    const page = entry.pages[index];
    if (page && at + page.dwellMs <= entry.toMs) return index;
  }
  throw new Error(`booking ${entry.id} has no slide that fits at ${String(at)}`);
}

/** Bookings come and go; who joins starts at the current pass of its round (S5). */
export function applyEvent(event: Event): void {
  for (const entry of event.ends) leave(entry);
  for (const { entry, toMs } of event.starts) {
    entry.toMs = toMs;
    join(entry);
  }
}

function join(entry: Entry): void {
  const { advertiser } = entry;
  const { party } = advertiser;
  if (advertiser.entries.size === 0) {
    advertiser.pass = Math.max(advertiser.pass, party.roundPass);
    advertiser.trade.push(advertiser);
  }
  entry.pass = Math.max(entry.pass, advertiser.roundPass);
  entry.isLive = true;
  advertiser.entries.push(entry);
  advertiser.weight = 0;
  party.due = undefined;
  party.live += 1;
}

function leave(entry: Entry): void {
  const { advertiser } = entry;
  entry.isLive = false;
  advertiser.entries.remove(entry);
  advertiser.weight = 0;
  advertiser.party.due = undefined;
  advertiser.party.live -= 1;
  if (advertiser.entries.size === 0) advertiser.trade.remove(advertiser);
}

function turnOf(advertiser: Advertiser): number {
  if (advertiser.weight === 0)
    for (const entry of advertiser.entries.items)
      advertiser.weight = Math.max(advertiser.weight, entry.weight);
  return WHOLE_TURN / advertiser.weight;
}

/** Another choice that repeats less than `due`, among those within one turn of their due; else `due`. */
function leastRepeating(due: Choice, before: Before, at: EpochMs): Choice {
  const { roundPass } = due;
  let best = due;
  for (const heap of due.entry.advertiser.party.trades) {
    // Nobody in it can be better than one that repeats nothing and is due before its first.
    if (best.repeats === 0 && heap.first && !isBefore(heap.first, best.entry.advertiser)) continue;
    for (const most of [TRADE, TRADE | SHOP, TRADE | SHOP | SLIDE]) {
      const found = heap.firstThat(
        (one) => one.pass < roundPass + turnOf(one) && repeatsOf(pageAt(one, at), before) <= most,
        LOOK_AHEAD,
      );
      if (!found) continue;
      const choice = choiceOfOne(found, { before, at, roundPass });
      if (isBetter(choice, best)) best = choice;
      break;
    }
  }
  return best;
}

function isBetter(a: Choice, b: Choice): boolean {
  if (a.repeats !== b.repeats) return a.repeats < b.repeats;
  return isBefore(a.entry.advertiser, b.entry.advertiser);
}

function choiceOfOne(
  advertiser: Advertiser,
  { before, at, roundPass }: { before: Before; at: EpochMs; roundPass: number },
): Choice {
  const entry = firstEntry(advertiser);
  const page = nextPage(entry, at);
  const repeats = repeatsOf(entry.pages[page], before);
  return { entry, page, repeats, roundPass, isClaim: false };
}

function pageAt(advertiser: Advertiser, at: EpochMs): Page | undefined {
  const entry = firstEntry(advertiser);
  return entry.pages[nextPage(entry, at)];
}

function repeatsOf(page: Page | undefined, before: Before): number {
  if (!page) return 0;
  let repeats = 0;
  if (page.slideId === before.slideId) repeats |= SLIDE;
  if (page.shopId !== null && page.shopId === before.shopId) repeats |= SHOP;
  if (page.trade !== '' && page.trade === before.trade) repeats |= TRADE;
  return repeats;
}

function firstEntry(advertiser: Advertiser): Entry {
  const entry = advertiser.entries.first;
  if (!entry) throw new Error(`${advertiser.kind} ${advertiser.id} has nothing live`);
  return entry;
}
