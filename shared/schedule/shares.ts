/** Time between organizations (S4): each is entitled to its part of every clock hour in which it has something live. */
import { HOUR_MS, offsetAt, type EpochMs, type ZoneOffset } from '../time.ts';
import type { Party } from './party.ts';
import type { Choice } from './turns.ts';

/**
 * How many quarters of a slot a party may fall behind for the sake of S6. Whole slots hold S4 in theory; a
 * quarter is kept for slots of different lengths (the worst of 80,000 random hours was 0.78 slots behind).
 */
const FARTHEST_QUARTERS = 3;

/** Adds `durationMs` that went to `party` to what it got, and to what every live party was entitled to. */
export function spend(parties: readonly Party[], party: Party, durationMs: number): void {
  let total = 0;
  for (const other of parties) if (other.live > 0) total += other.claim;
  const isEven = total === 0;
  if (isEven) for (const other of parties) if (other.live > 0) total += 1;
  for (const other of parties)
    if (other.live > 0)
      other.dueMicros += Math.floor((durationMs * 1000 * (isEven ? 1 : other.claim)) / total);
  party.hourMs += durationMs;
}

/** A new clock hour: nobody is behind. */
export function beginHour(parties: readonly Party[]): void {
  for (const party of parties) {
    party.hourMs = 0;
    party.dueMicros = 0;
  }
}

/** The end of the clock hour of `at`, by the zone's offset at `at`. */
export function hourEnd(offsets: readonly ZoneOffset[], at: EpochMs): EpochMs {
  const offsetMs = offsetAt(offsets, at);
  return (Math.floor((at + offsetMs) / HOUR_MS) + 1) * HOUR_MS - offsetMs;
}

/**
 * Whose slot it is: of the parties that are not beyond their entitlement, the one whose next slot would
 * have to be done first to keep it (earliest eligible virtual deadline first, Stoica and Abdel-Wahab 1995);
 * where that one would repeat something, another that repeats less, if nobody falls far behind by it (S6).
 * `choices` are those of the live parties, not empty.
 */
export function dueChoice(choices: readonly Choice[]): Choice {
  let best: Choice | undefined;
  for (const choice of choices) if (!best || isDueBefore(choice, best)) best = choice;
  if (!best) throw new Error('nobody to choose from');
  if (best.repeats === 0) return best;
  let total = 0;
  for (const choice of choices) total += partyOf(choice).claim;
  if (total === 0) return best;
  for (const choice of choices)
    if (choice.repeats < best.repeats && mayGoFirst(choice, choices, total)) best = choice;
  return best;
}

/** Whether `choice` stays within its entitlement, and leaves every other party within a slot of its own (S4). */
function mayGoFirst(choice: Choice, choices: readonly Choice[], total: number): boolean {
  const micros = dwellMicros(choice);
  return choices.every((other) => {
    const party = partyOf(other);
    const lag = lagOf(party) + Math.floor((micros * party.claim) / total);
    if (other === choice) return party.claim > 0 && lag >= 0;
    return lag * 4 <= dwellMicros(other) * FARTHEST_QUARTERS;
  });
}

function isDueBefore(a: Choice, b: Choice): boolean {
  const one = partyOf(a);
  const two = partyOf(b);
  if (one.claim === 0 || two.claim === 0) {
    if (one.claim !== two.claim) return two.claim === 0;
  }
  const lagOfOne = lagOf(one);
  const lagOfTwo = lagOf(two);
  if (lagOfOne < 0 || lagOfTwo < 0) {
    if (lagOfOne !== lagOfTwo) return lagOfOne > lagOfTwo;
    return one.rank < two.rank;
  }
  const needOfOne = (dwellMicros(a) - lagOfOne) * (two.claim || 1);
  const needOfTwo = (dwellMicros(b) - lagOfTwo) * (one.claim || 1);
  return needOfOne === needOfTwo ? one.rank < two.rank : needOfOne < needOfTwo;
}

function partyOf({ entry }: Choice): Party {
  return entry.advertiser.party;
}

/** How far a party is behind its entitlement, microseconds; negative beyond it. */
function lagOf({ dueMicros, hourMs }: Party): number {
  return dueMicros - hourMs * 1000;
}

function dwellMicros({ entry, page }: Choice): number {
  return (entry.pages[page]?.dwellMs ?? 0) * 1000;
}
