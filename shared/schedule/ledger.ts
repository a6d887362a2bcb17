/** What a run has given each party, to and from a `Ledger`: a run that is restored goes on as if it had never stopped (S9). */
import type { Claims, Ledger } from '../protocol/manifest.ts';
import type { Advertiser, Entry } from './party.ts';
import type { Run } from './run.ts';

/** Key of the house among the last slides; no booking's id holds a slash. */
const HOUSE = 'house/';

export const EMPTY_LEDGER: Ledger = {
  hourMs: {},
  hourDueMicros: {},
  ahead: {},
  bookingTurns: {},
  lastSlides: {},
  last: null,
};

/** The ledger of `run` where it stands. `before` is what it was restored from: those that are gone stay in it. */
export function ledgerOf(run: Run, before: Ledger): Ledger {
  const hourMs: Record<string, number> = {};
  const hourDueMicros: Record<string, number> = {};
  for (const party of run.roster.parties) {
    if (party.hourMs > 0) hourMs[party.id] = party.hourMs;
    if (party.dueMicros > 0) hourDueMicros[party.id] = party.dueMicros;
  }
  const ahead: Record<string, number> = {};
  for (const advertiser of run.roster.advertisers) {
    const { pass, party } = advertiser;
    if (pass > party.roundPass) ahead[keyOf(advertiser)] = pass - party.roundPass;
  }
  const bookingTurns = { ...before.bookingTurns };
  const lastSlides = { ...before.lastSlides };
  for (const entry of run.roster.entries) {
    const { id, pass, advertiser } = entry;
    if (pass > advertiser.roundPass) ahead[id] = pass - advertiser.roundPass;
    if (entry.turns > 0) bookingTurns[id] = entry.turns;
    const page = entry.pages[entry.lastPage];
    if (page) lastSlides[id] = page.slideId;
  }
  const housePage = run.house[run.lastHouse];
  if (housePage) lastSlides[HOUSE] = housePage.slideId;
  const slot = run.last?.slot;
  const last = slot ? { slideId: slot.slideId, bookingId: slot.bookingId } : before.last;
  const madeGood = madeGoodOf(run, before);
  return {
    ...{ hourMs, hourDueMicros, ahead, bookingTurns, lastSlides, last },
    ...(madeGood && { madeGood }),
  };
}

/** Undefined while nothing was made good, so that such a ledger does not name it. */
function madeGoodOf(run: Run, before: Ledger): Ledger['madeGood'] {
  const slots = { ...before.madeGood?.slots };
  for (const { id, madeGood } of run.roster.entries) if (madeGood > 0) slots[id] = madeGood;
  if (Object.keys(slots).length === 0) return undefined;
  const resting = run.roster.parties.filter((party) => party.isResting).map(({ id }) => id);
  return { slots, resting };
}

/** Puts a fresh run where `ledger` says, with `claims` to make good. Call it before the run opens. */
export function restore(run: Run, ledger: Ledger, claims: Claims): void {
  for (const party of run.roster.parties) {
    party.isResting = ledger.madeGood?.resting.includes(party.id) ?? false;
    party.hourMs = ledger.hourMs[party.id] ?? 0;
    party.dueMicros = ledger.hourDueMicros[party.id] ?? 0;
  }
  for (const advertiser of run.roster.advertisers)
    advertiser.pass = ledger.ahead[keyOf(advertiser)] ?? 0;
  for (const entry of run.roster.entries) {
    restoreEntry(entry, ledger);
    restoreClaim(entry, ledger, claims);
  }
  run.lastHouse = run.house.findIndex((page) => page.slideId === ledger.lastSlides[HOUSE]);
  const { last } = ledger;
  if (!last) return;
  const page =
    run.roster.entries
      .find((entry) => entry.id === last.bookingId)
      ?.pages.find((one) => one.slideId === last.slideId) ?? run.roster.pageOf.get(last.slideId);
  run.before = page ?? { slideId: last.slideId, shopId: null, trade: '' };
}

function keyOf({ party, kind, id }: Advertiser): string {
  return `${party.id}/${kind}:${id}`;
}

function restoreEntry(entry: Entry, ledger: Ledger): void {
  const { id, pages } = entry;
  entry.pass = ledger.ahead[id] ?? 0;
  entry.turns = ledger.bookingTurns[id] ?? 0;
  const lastSlideId = ledger.lastSlides[id];
  if (lastSlideId !== undefined)
    entry.lastPage = pages.findIndex((page) => page.slideId === lastSlideId);
}

function restoreClaim(entry: Entry, ledger: Ledger, claims: Claims): void {
  const { party } = entry.advertiser;
  entry.madeGood = ledger.madeGood?.slots[entry.id] ?? 0;
  entry.claim = Math.max(0, (claims[entry.id] ?? 0) - entry.madeGood);
  if (entry.claim > 0) party.claimants = [...party.claimants, entry];
}
