import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { Refusal } from '../../shared/problem.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { Context } from './context.ts';

/**
 * The run sheet of a screen day: past days and today's past as they really came about, what is ahead as the
 * manifest plans it. Empty for days of which nothing is known, or that it does not reach. The revision is the
 * newest one, or for a day that is over the one that it ended with. Throws `not-found` for an unknown screen.
 */
export async function readPlan(
  context: Context,
  { screenId, date }: { readonly screenId: string; readonly date: CivilDate },
): Promise<{ date: CivilDate; manifestRevision: number; slots: Slot[] }> {
  const { manifest } = heldByScreen(context, screenId);
  const day = await context.manifests.recordOf(screenId, date);
  const closing = day?.slots.at(-1)?.endMs ?? Infinity;
  const last = day && closing <= context.now() ? day.manifestAt(closing - 1) : manifest;
  return { date, manifestRevision: last.revision, slots: [...(day?.slots ?? [])] };
}

/** The newest manifest of a screen. Throws `not-found` for an unknown screen. */
export function heldByScreen(
  context: Context,
  screenId: string,
): { readonly manifest: Manifest; readonly hash: string } {
  const held = context.manifests.ofScreen(screenId);
  if (held) return held;
  throw new Refusal('not-found', '그 화면을 찾을 수 없습니다. 목록을 새로 고쳐 주십시오.');
}
