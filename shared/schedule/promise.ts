/** What a booking was promised for a day, what it got, and what is made good (S10). */
import type { Play, PlayTotal } from '../content/play.ts';
import type { Claims, Manifest, Slot } from '../protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../time.ts';
import { carryOver } from './carry.ts';
import { dayPlan } from './day-plan.ts';
import { MIN_SLOT_MS } from './roster.ts';
import { dayIndexOf } from './window.ts';

/** Claims of one booking displace regular turns of the others: how often that is looked at again. */
const ROUNDS = 8;

type RecordedPlay = Pick<Play, 'bookingId' | 'slotStartMs' | 'outcome'>;

/** One board's recorded plays of the day, in any order; twice the same counts once. */
export interface BoardRecord {
  readonly screenId: string;
  readonly plays: readonly RecordedPlay[];
  /** Plays of the day of which only the number is known; absent is none. */
  readonly totals?: readonly Pick<PlayTotal, 'bookingId' | 'played'>[];
}

/** The day of all boards that share a plan. */
export interface PromiseDay {
  readonly manifest: Manifest;
  readonly date: CivilDate;
  /** The plan of record: what was planned, to closing. */
  readonly slots: readonly Slot[];
  readonly boards: readonly BoardRecord[];
  /** Slots that end by then have been played or were lost; a play that arrives later mends that. */
  readonly at: EpochMs;
}

/** How one board stands to one promise. */
export interface PromiseLine {
  readonly screenId: string;
  readonly bookingId: string;
  readonly promised: number;
  readonly played: number;
  /** How many of these are known by number only; absent is none. */
  readonly aggregated?: number;
  /** Still planned after `at`. */
  readonly ahead: number;
  /** What will be missing at closing as things stand; final once nothing is ahead. Never negative. */
  readonly shortfall: number;
}

/**
 * The claims of the day at `at`: for every booking that lost slots on every board and will be short of its
 * promise even on the best, these slots, and on top what making good itself displaces. What was claimed before
 * stays, unless plays that arrived late show that nothing was lost. Without boards nothing is claimed.
 * Costs a day plan for each time that it looks again, at most `ROUNDS`.
 */
export function claimsOf(day: PromiseDay): Claims {
  const { manifest, boards, date } = day;
  if (boards.length === 0) return {};
  const before = (manifest.carry?.date === date ? manifest.carry.claims : undefined) ?? {};
  const lost = lostByAll(day);
  const played = boards.map(playsOf);
  const promises = promisesOf(day)
    .filter(({ id }) => lost.has(id))
    .map(({ id, promised }) => {
      const best = Math.max(...played.map((plays) => plays.get(id) ?? 0));
      return { id, wanted: promised - best, gone: lost.get(id) ?? 0 };
    });
  let claims: Claims = Object.fromEntries(
    promises.flatMap(({ id }) => (before[id] === undefined ? [] : [[id, before[id]]])),
  );
  let ahead = aheadOf(day);
  for (let round = 0; round < ROUNDS; round += 1) {
    const short = promises.filter(({ id, wanted }) => wanted > (ahead.get(id) ?? 0));
    if (short.length === 0) break;
    const more = short.map(({ id, wanted, gone }) => {
      const missing = wanted - (ahead.get(id) ?? 0);
      return [id, Math.max(gone, (claims[id] ?? 0) + missing)] as const;
    });
    claims = { ...claims, ...Object.fromEntries(more) };
    ahead = aheadOf({ ...day, slots: planWith(day, claims) });
  }
  return claims;
}

/** The rest of the day as it would be with `claims`. */
function planWith({ manifest, date, at }: PromiseDay, claims: Claims): readonly Slot[] {
  const change = { held: manifest, next: manifest, effectiveAt: at, showNow: null, claims };
  return dayPlan({ ...manifest, carry: carryOver(change) }, date);
}

/** Every promise of `date` on every board, board after board. */
export function promiseLines(day: PromiseDay): readonly PromiseLine[] {
  const aheadById = aheadOf(day);
  const promises = promisesOf(day);
  return day.boards.flatMap((board) => {
    const plays = playsOf(board);
    return promises.map(({ id, promised }) => {
      const aggregated = aggregatedOf(board, id);
      const played = (plays.get(id) ?? 0) + aggregated;
      const ahead = aheadById.get(id) ?? 0;
      const shortfall = Math.max(0, promised - played - ahead);
      const line = { screenId: board.screenId, bookingId: id, promised, played, ahead, shortfall };
      return aggregated > 0 ? { ...line, aggregated } : line;
    });
  });
}

/** A promise holds on the days on which its booking starts a window. */
function promisesOf({ manifest, date }: PromiseDay) {
  const index = dayIndexOf(manifest.calendar, date);
  return manifest.bookings.flatMap((booking) => {
    const promised = booking.promisedPlaysPerDay;
    if (promised === null || booking.days[index] !== '1') return [];
    return [{ id: booking.id, promised }];
  });
}

function lostByAll({ manifest, slots, boards, at }: PromiseDay): ReadonlyMap<string, number> {
  const dwellOf = new Map(manifest.slides.map(({ id, dwellMs }) => [id, dwellMs]));
  const played = new Set(boards.flatMap(({ plays }) => plays.filter(isWhole).map(keyOf)));
  const lost = new Map<string, number>();
  for (const { startMs, endMs, kind, slideId, bookingId } of slots) {
    if (bookingId === null || kind !== 'booking' || endMs > at) continue;
    // A slot that a change cut short is in the plan again right after it (S9).
    const isCut = endMs - startMs < Math.max(MIN_SLOT_MS, dwellOf.get(slideId) ?? 0);
    if (isCut || played.has(keyOf({ bookingId, slotStartMs: startMs }))) continue;
    lost.set(bookingId, (lost.get(bookingId) ?? 0) + 1);
  }
  return lost;
}

/** Whole plays by booking. */
function playsOf({ plays }: BoardRecord): ReadonlyMap<string, number> {
  const byKey = new Map(plays.filter(isWhole).map((play) => [keyOf(play), play.bookingId]));
  return counted(byKey.values());
}

function aggregatedOf({ totals = [] }: BoardRecord, bookingId: string): number {
  const own = totals.filter((total) => total.bookingId === bookingId);
  return own.reduce((sum, { played }) => sum + played, 0);
}

/** Slots by booking that are on air at `at` or come after it. */
function aheadOf({ slots, at }: PromiseDay): ReadonlyMap<string, number> {
  return counted(slots.filter((slot) => slot.endMs > at).map((slot) => slot.bookingId));
}

function counted(ids: Iterable<string | null>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function isWhole({ outcome }: RecordedPlay): boolean {
  return outcome === 'played';
}

function keyOf({ bookingId, slotStartMs }: Omit<RecordedPlay, 'outcome'>): string {
  return `${bookingId ?? ''} ${String(slotStartMs)}`;
}
