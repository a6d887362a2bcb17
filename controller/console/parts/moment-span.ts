/** How long an answer about one instant also holds for the instants around it. Pure. */
import type { Slot } from '../../../shared/protocol/manifest.ts';
import type { Moment } from '../../../shared/protocol/http/planning.ts';
import type { EpochMs } from '../../../shared/time.ts';

/** What lies over the plan can come and go within a slot; how soon it is asked for again. */
const FRESH_MS = 5000;

/** Whether what `moment` says of its own instant also holds at `at`: the same slot and play, not far away. */
export function holds(moment: Moment, at: EpochMs): boolean {
  if (at === moment.at) return true;
  const { layer, slot, play } = moment;
  if (layer !== 'slot' && layer !== 'house') return layer === 'off' && isNear(moment, at);
  if (play && (at < play.startedAt || at >= play.endedAt)) return false;
  return isNear(moment, at) && slot !== null && slot.startMs <= at && at < slot.endMs;
}

function isNear(moment: Moment, at: EpochMs): boolean {
  return Math.abs(at - moment.at) < FRESH_MS;
}

/** Where the slot before or after the one at `at` starts; undefined where `slots` hold none. */
export function slotBeside(slots: readonly Slot[], at: EpochMs, step: -1 | 1): EpochMs | undefined {
  if (step === 1) return slots.find(({ startMs }) => startMs > at)?.startMs;
  const started = slots.filter(({ startMs }) => startMs <= at);
  const last = started.at(-1);
  return last && at < last.endMs ? started.at(-2)?.startMs : last?.startMs;
}
