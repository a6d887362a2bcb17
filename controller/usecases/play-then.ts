import type { Play } from '../../shared/content/play.ts';
import type { Slot } from '../../shared/protocol/manifest.ts';
import { slotOnAir } from '../../shared/schedule/on-air.ts';
import type { EpochMs } from '../../shared/time.ts';

/** What a board recorded of an instant, and the planned slot that it belongs to. */
export interface Then<P extends Play> {
  readonly play: P | undefined;
  /** Undefined while the board is dark. */
  readonly slot: Slot | undefined;
}

/**
 * The play that covers `at`, the one begun last where two touch, with its own slot: a board may be a moment
 * behind its plan. Without one, the slot of the plan, and its failure where the board reported one before `at`.
 */
export function playThen<P extends Play>(
  slots: readonly Slot[],
  plays: readonly P[],
  at: EpochMs,
): Then<P> {
  const planned = slotOnAir(slots, at);
  let covering: P | undefined;
  let failed: P | undefined;
  for (const play of plays) {
    if (play.startedAt > at) continue;
    if (play.outcome === 'failed') {
      if (play.slotStartMs === planned?.startMs) failed = play;
    } else if (at < play.endedAt && play.startedAt >= (covering?.startedAt ?? 0)) covering = play;
  }
  if (!covering) return { play: failed, slot: planned };
  const own = slotOnAir(slots, covering.slotStartMs);
  const isOwn = own?.startMs === covering.slotStartMs && own.bookingId === covering.bookingId;
  return { play: covering, slot: isOwn ? own : planned };
}
