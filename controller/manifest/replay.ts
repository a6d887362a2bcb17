/** The history of one manifest, made again step by step as its boards did. */
import { setImmediate } from 'node:timers/promises';
import type { Calendar, Manifest } from '../../shared/protocol/manifest.ts';
import { applyPatch } from '../../shared/schedule/apply-patch.ts';
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { HistoryStep } from '../store/store.ts';
import { carryStart } from './move.ts';

/** One revision, in force from `at` on. */
export interface Revision {
  readonly at: EpochMs;
  readonly manifest: Manifest;
  /** How its slots follow those before: not at all, from an instant on (S9), or by boards that changed over to it. */
  readonly follows: 'stay' | 'join' | { readonly fromMs: EpochMs };
}

/**
 * The revisions that `steps` (oldest first) lead to; those before the first whole manifest are left out. A step
 * that does not fit, or whose hash differs, is told to `onMisfit` and left out with all up to the next whole one.
 * `known` is what earlier steps led to the last time. Lets other work in between, since each step may cost a part
 * of a day plan.
 */
export async function replay(
  steps: readonly HistoryStep[],
  onMisfit: (step: HistoryStep) => void,
  known: readonly Revision[] = [],
): Promise<readonly Revision[]> {
  const isSameStart = known[0]?.manifest.revision === steps[0]?.revision;
  const end = steps.at(-1)?.revision ?? 0;
  const revisions = isSameStart ? known.filter(({ manifest }) => manifest.revision <= end) : [];
  const reached = revisions.at(-1)?.manifest.revision ?? 0;
  for (const step of steps) {
    if (step.revision <= reached) continue;
    const manifest = step.manifest ?? patched(revisions.at(-1)?.manifest, step);
    if (manifest) revisions.push({ at: step.at, manifest, follows: followsOf(step, manifest) });
    else onMisfit(step);
    if (step.patch?.replan) await setImmediate();
  }
  return revisions;
}

/** Those of `steps` (oldest first, the first one whole) that the screen day `date` can be made from. */
export function stepsOf(steps: readonly HistoryStep[], date: CivilDate): readonly HistoryStep[] {
  let calendar: Calendar | undefined;
  let first = 0;
  let last = -1;
  steps.forEach((step, index) => {
    calendar = step.manifest?.calendar ?? step.patch?.calendar ?? calendar;
    if (!calendar) return;
    const planDate = planDateAt(calendar, step.at);
    if (planDate <= date) last = index;
    if (step.manifest && isAhead(calendar, date, step.at)) first = index;
  });
  // The one after the last may cut the day short, as when its hours over midnight are taken back.
  return steps.slice(first, last + 2);
}

/** Whether the screen day `date` has not begun at `at`. */
function isAhead(calendar: Calendar, date: CivilDate, at: EpochMs): boolean {
  const planDate = planDateAt(calendar, at);
  const opening = openingOf(calendar, date);
  return planDate < date || (planDate === date && opening !== undefined && at <= opening.fromMs);
}

function patched(held: Manifest | undefined, { patch }: HistoryStep): Manifest | undefined {
  return held && patch ? applyPatch(held, patch) : undefined;
}

function followsOf({ patch }: HistoryStep, manifest: Manifest): Revision['follows'] {
  if (!patch) return 'join';
  return patch.replan ? { fromMs: carryStart(manifest) ?? patch.replan.effectiveAt } : 'stay';
}
