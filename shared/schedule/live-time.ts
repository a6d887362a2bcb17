/** How long each organization is live in each clock hour of a plan: what its share is taken of (S4). */
import type { Manifest, Slot } from '../protocol/manifest.ts';
import type { CivilDate, EpochMs } from '../time.ts';
import type { Event } from './party.ts';
import { rosterOf } from './roster.ts';
import type { Interval } from './window.ts';

interface Span {
  readonly date: CivilDate;
  readonly opening: Interval;
  /** What was before it is not counted. */
  readonly fromMs: EpochMs;
  /** Sorted, gapless, not empty. */
  readonly hours: readonly Interval[];
}

/** The organization whose time a slot is (S4); null is the house's, or put on by hand for nobody. */
export function chargedTo({ kind, bookingId, organizationId }: Slot): string | null {
  return kind === 'now' && bookingId === null ? null : organizationId;
}

/**
 * For each hour the milliseconds by organization, of the time that `slots` charge to somebody: what is charged
 * to nobody is not shared out. An organization that is not live is absent.
 */
export function liveTimes(
  manifest: Manifest,
  slots: readonly Slot[],
  { date, opening, fromMs, hours }: Span,
): readonly ReadonlyMap<string, number>[] {
  const { events } = rosterOf(manifest, date, { opening, fromMs });
  const edges = [fromMs, ...hours.map(({ toMs }) => toMs), ...events.map(({ at }) => at)];
  const live = new Map<string, number>();
  const sums = hours.map(() => new Map<string, number>());
  let [next, hour] = [0, 0];
  for (const { fromMs: startMs, toMs: endMs } of piecesOf(slots, edges)) {
    if (startMs < fromMs) continue;
    while ((events[next]?.at ?? Infinity) <= startMs) {
      apply(events[next], live);
      next += 1;
    }
    while ((hours[hour]?.toMs ?? Infinity) <= startMs) hour += 1;
    add(sums[hour], live, endMs - startMs);
  }
  return sums;
}

/** The charged slots, cut wherever one of `edges` falls into them. */
function piecesOf(slots: readonly Slot[], edges: readonly EpochMs[]): readonly Interval[] {
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces: Interval[] = [];
  let edge = 0;
  for (const slot of slots) {
    if (chargedTo(slot) === null) continue;
    let fromMs = slot.startMs;
    while ((sorted[edge] ?? Infinity) <= fromMs) edge += 1;
    for (let at = sorted[edge]; at !== undefined && at < slot.endMs; at = sorted[edge]) {
      if (at > fromMs) pieces.push({ fromMs, toMs: at });
      fromMs = at;
      edge += 1;
    }
    pieces.push({ fromMs, toMs: slot.endMs });
  }
  return pieces;
}

/** `live` holds how many bookings of each organization are. */
function apply(event: Event | undefined, live: Map<string, number>): void {
  const change = (id: string, by: number) => live.set(id, (live.get(id) ?? 0) + by);
  for (const { advertiser } of event?.ends ?? []) change(advertiser.party.id, -1);
  for (const { entry } of event?.starts ?? []) change(entry.advertiser.party.id, 1);
}

function add(
  sum: Map<string, number> | undefined,
  live: ReadonlyMap<string, number>,
  ms: number,
): void {
  for (const [id, bookings] of live) if (bookings > 0) sum?.set(id, (sum.get(id) ?? 0) + ms);
}
