import type { EpochMs } from '../../shared/time.ts';
import type { Showing } from './view.ts';

const TURN_FADE_MS = 400;
const CORRECTION_FADE_MS = 250;
const URGENT_FADE_MS = 120;

/**
 * Length of the cross-fade from `shown` to `target`, milliseconds. 0 is a cut: the first picture, and
 * what an operator put on at once. A slide that must leave before its end leaves fast.
 */
export function fadeBetween(shown: Showing | null, target: Showing, at: EpochMs): number {
  if (!shown || target.slot?.kind === 'now') return 0;
  if (!shown.slot || shown.slot.endMs <= at) return TURN_FADE_MS;
  return shown.slide.id === target.slide.id ? CORRECTION_FADE_MS : URGENT_FADE_MS;
}
