import { MANIFEST_DAYS } from '../../shared/protocol/manifest.ts';
import { dayIndexOf } from '../../shared/schedule/window.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { Context, DayRecord } from './context.ts';
import { heldByScreen } from './read-plan.ts';

/**
 * Today or a later day of a screen from memory, as the newest manifest has it. Undefined beyond its reach.
 * Throws `not-found` for an unknown screen.
 */
export function plannedDay(
  context: Context,
  screenId: string,
  date: CivilDate,
): DayRecord | undefined {
  const { manifest } = heldByScreen(context, screenId);
  if (dayIndexOf(manifest.calendar, date) >= MANIFEST_DAYS) return undefined;
  const slots = context.manifests.planOf(screenId, date) ?? [];
  return { date, slots, manifestAt: () => manifest };
}
