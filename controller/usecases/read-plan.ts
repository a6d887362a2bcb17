import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { Refusal } from '../../shared/problem.ts';
import type { CivilDate } from '../../shared/time.ts';
import type { Context } from './context.ts';

/**
 * The run sheet of a screen day: today's as it really came about so far as this process knows it, later
 * days as the manifest plans them. Empty for days that it does not reach.
 */
export function readPlan(
  context: Context,
  { screenId, date }: { readonly screenId: string; readonly date: CivilDate },
): { date: CivilDate; manifestRevision: number; slots: Slot[] } {
  const { manifest } = heldByScreen(context, screenId);
  const slots = context.manifests.planOf(screenId, date) ?? [];
  return { date, manifestRevision: manifest.revision, slots: [...slots] };
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
