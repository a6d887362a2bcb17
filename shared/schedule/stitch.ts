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
