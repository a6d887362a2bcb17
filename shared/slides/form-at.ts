import { sunTimes } from '../sun.ts';
import { dateAt, instantOf, type EpochMs, type ZoneOffset } from '../time.ts';
import type { Form } from './scene.ts';

/** Whether slides stand in their day or their night form at `at`: by day from sunrise to sunset at `spot`. */
export function formAt(
  offsets: readonly ZoneOffset[],
  at: EpochMs,
  spot: { readonly latitude: number; readonly longitude: number },
): Form {
  const sun = sunTimes(instantOf(offsets, dateAt(offsets, at), 720), spot);
  if (!sun) return 'night';
  return at >= sun.riseMs && at < sun.setMs ? 'day' : 'night';
}
