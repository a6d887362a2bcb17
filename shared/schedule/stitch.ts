import type { Slot } from '../protocol/manifest.ts';
import type { EpochMs } from '../time.ts';

/**
 * The plan of record after a change (S9): `before` up to `fromMs`, where a slot still on air is cut, then
 * `after`. `fromMs` is the start of `carry.finishing`, else `carry.fromMs` of the newer manifest, else, where
 * it has no carry, the change's `effectiveAt`. Either plan may be empty.
 */
export function stitch(
  before: readonly Slot[],
  after: readonly Slot[],
  fromMs: EpochMs,
): readonly Slot[] {
  const past = before
    .filter((slot) => slot.startMs < fromMs)
    .map((slot) => (slot.endMs > fromMs ? { ...slot, endMs: fromMs } : slot));
  return [...past, ...after.filter((slot) => slot.startMs >= fromMs)];
}

/**
 * The plan of record of a board that plays by another plan from `at` on, as when it joins other boards: it
 * shows what that plan has at `at` from `at` on, in mid-slot. A slot that both plans have goes on through `at`.
 */
export function join(
  before: readonly Slot[],
  after: readonly Slot[],
  at: EpochMs,
): readonly Slot[] {
  const past = stitch(before, [], at);
  const [first, ...others] = after.filter((slot) => slot.endMs > at);
  if (!first) return past;
  const cut = past.at(-1);
  if (first.startMs >= at) return [...past, first, ...others];
  return cut && isSame(cut, first)
    ? [...past.slice(0, -1), first, ...others]
    : [...past, { ...first, startMs: at }, ...others];
}

function isSame(one: Slot, other: Slot): boolean {
  return (
    one.startMs === other.startMs &&
    one.kind === other.kind &&
    one.slideId === other.slideId &&
    one.bookingId === other.bookingId
  );
}
