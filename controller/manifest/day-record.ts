/** One screen day out of the revisions that the screen played by. */
import { setImmediate } from 'node:timers/promises';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { join, stitch } from '../../shared/schedule/stitch.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { DayRecord } from '../usecases/context.ts';
import type { Revision } from './replay.ts';

/** What a screen played by while it belonged to one group. */
export interface Stay {
  readonly fromMs: EpochMs;
  /** Oldest first; those before `fromMs` were played by the group only. */
  readonly revisions: readonly Revision[];
}

/** The last part of a day that was made of each manifest: only the newest two are others after a change. */
const made = new WeakMap<Manifest, Made>();

interface Made {
  readonly date: CivilDate;
  readonly untilMs: EpochMs;
  readonly slots: readonly Slot[];
}

/** A manifest's part of the day, up to where the next one takes over; null where the day was cut short. */
interface Part {
  readonly manifest: Manifest | null;
  readonly fromMs: EpochMs;
  readonly isJoined: boolean;
}

/**
 * The record of `date` from `stays` (oldest first). What its first group played before the screen is heard of
 * counts as its own. Lets other work in between. Undefined when the screen was not there before the day was over.
 */
export async function dayRecord(
  date: CivilDate,
  stays: readonly Stay[],
): Promise<DayRecord | undefined> {
  const revisions = stays.flatMap((stay, index) => (index === 0 ? stay.revisions : joined(stay)));
  const [first] = revisions;
  if (!first) return undefined;
  const appeared = inForce(revisions, stays[0]?.fromMs ?? first.at) ?? first;
  const appearedAt = Math.max(stays[0]?.fromMs ?? 0, first.at);
  if (planDateAt(appeared.manifest.calendar, appearedAt) > date) return undefined;
  return {
    date,
    slots: await slotsOf(date, partsOf(date, revisions)),
    manifestAt: (at) => (inForce(revisions, at) ?? first).manifest,
  };
}

/** The revisions of a stay after another: the first one is what the screen changed over to. */
function joined({ fromMs, revisions }: Stay): readonly Revision[] {
  const first = inForce(revisions, fromMs) ?? revisions[0];
  if (!first) return [];
  const later = revisions.filter((one) => one !== first && one.at >= fromMs);
  return [{ ...first, at: Math.max(first.at, fromMs), follows: 'join' }, ...later];
}

function partsOf(date: CivilDate, revisions: readonly Revision[]): readonly Part[] {
  let parts: Part[] = [];
  for (const { at, manifest, follows } of revisions) {
    const planDate = planDateAt(manifest.calendar, at);
    const isJoined = follows === 'join';
    const fromMs = typeof follows === 'string' ? at : follows.fromMs;
    if (parts.length === 0 || planDate < date)
      parts = [{ manifest, fromMs: -Infinity, isJoined: false }];
    else if (follows !== 'stay')
      parts.push({ manifest: planDate === date ? manifest : null, fromMs, isJoined });
  }
  return parts;
}

async function slotsOf(date: CivilDate, parts: readonly Part[]): Promise<readonly Slot[]> {
  // How far each part is looked at: to the start of the next one, or of a later one that begins after it.
  const untils: EpochMs[] = [];
  for (const { fromMs } of parts.toReversed())
    untils.unshift(Math.max(fromMs, untils[0] ?? -Infinity));
  let slots: readonly Slot[] = [];
  for (const [index, { manifest, fromMs, isJoined }] of parts.entries()) {
    const own = manifest ? await slotsUntil(manifest, date, untils[index + 1] ?? Infinity) : [];
    slots = isJoined ? join(slots, own, fromMs) : stitch(slots, own, fromMs);
  }
  return slots;
}

async function slotsUntil(
  manifest: Manifest,
  date: CivilDate,
  untilMs: EpochMs,
): Promise<readonly Slot[]> {
  const known = made.get(manifest);
  if (known?.date === date && known.untilMs === untilMs) return known.slots;
  await setImmediate();
  const slots = dayPlan(manifest, date, untilMs);
  made.set(manifest, { date, untilMs, slots });
  return slots;
}

/** The newest of those at or before `at`. */
function inForce(revisions: readonly Revision[], at: EpochMs): Revision | undefined {
  return revisions.findLast((one) => one.at <= at);
}
