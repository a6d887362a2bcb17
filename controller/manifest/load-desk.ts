/** The desk after a start: every group goes on from the revision that its boards hold. */
import { manifestHash } from '../../shared/protocol/manifest-hash.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import { addDays, type CivilDate, type EpochMs } from '../../shared/time.ts';
import type { ManifestState, Records } from '../store/store.ts';
import { assignScreens, firstDates, groupIds, stepOf, writeStep, type Desk } from './desk.ts';
import { groupsOf, type Group } from './group.ts';
import { begin, carryStart, moveOn, resume, type Held, type Step } from './move.ts';
import { PlanOfRecord } from './plan-of-record.ts';
import { replay } from './replay.ts';
import { loadWorld } from './world.ts';

/** A group whose plan of `date` is known from `fromMs` on only; what was before is in the history. */
export interface Unlearned {
  readonly held: Held;
  readonly date: CivilDate;
  readonly fromMs: EpochMs;
}

/** After everything. */
const EVER_MS = Number.MAX_SAFE_INTEGER;

interface Loaded {
  readonly held: Held;
  readonly unlearned: readonly Pick<Unlearned, 'date' | 'fromMs'>[];
}

/**
 * Builds every manifest from the records. One that says something else than before gets a new revision by a
 * step like any other, which goes on from what the history says that boards hold; without a history, anew.
 */
export async function loadDesk(
  records: Records,
  at: EpochMs,
  publicUrl: string | null,
): Promise<{ readonly desk: Desk; readonly unlearned: readonly Unlearned[] }> {
  const world = await loadWorld(records, publicUrl);
  const firstDateByZone = firstDates(world, at, new Map());
  const assigned = await records.history.newestAssigned();
  const heldById = new Map<string, Held>();
  const unlearned: Unlearned[] = [];
  for (const group of groupsOf(world, new Map())) {
    const step = stepOf(group, { world, firstDateByZone, at, showNow: null });
    const { held, unlearned: past } = await loadGroup(records, step, assigned);
    heldById.set(group.id, held);
    for (const part of past) unlearned.push({ held, ...part });
  }
  const groupIdByScreen = groupIds(heldById);
  const desk = { world, heldById, groupIdByScreen, firstDateByZone, apart: new Map(), at };
  await assignScreens(records, desk, assigned);
  return { desk, unlearned };
}

async function loadGroup(
  records: Records,
  step: Step,
  assigned: ReadonlyMap<string, string>,
): Promise<Loaded> {
  const { group, at } = step;
  const state = await records.manifests.get(group.id);
  const originId = group.screenIds.map((id) => assigned.get(id)).find((id) => id !== undefined);
  if (!state || (originId !== undefined && originId !== group.id)) {
    const origin = originId === undefined ? undefined : await records.manifests.get(originId);
    const old = origin && (await heldBefore(records, group, origin));
    const held = begin(step, (state?.revision ?? 0) + 1, old);
    await writeStep(records, { held, patch: null }, { at, isWhole: true });
    return { held, unlearned: old ? unlearnedOf(old.manifest, at) : [] };
  }
  const held = resume(step, state);
  const isSame = held.hash === state.hash;
  if (isSame && originId !== undefined) return { held, unlearned: unlearnedOf(held.manifest, at) };
  const old =
    isSame || originId === undefined ? undefined : await heldBefore(records, group, state);
  const moved = old && moveOn(old, step);
  await writeStep(records, moved ?? { held, patch: null }, { at, isWhole: true });
  if (moved) return { held: moved.held, unlearned: unlearnedOf(old.manifest, at) };
  const date = planDateAt(held.manifest.calendar, at);
  return { held, unlearned: isSame ? [] : [{ date, fromMs: at }] };
}

/** What the plan that goes on from `manifest` does not say: the part of a day before its carry, or before now. */
function unlearnedOf(manifest: Manifest, at: EpochMs): Loaded['unlearned'] {
  const { calendar, carry } = manifest;
  const date = planDateAt(calendar, at);
  const yesterday = addDays(date, -1);
  const fromMs = carryStart(manifest);
  // Last night's too: its hours may be stretched after midnight.
  if (carry && fromMs !== undefined && carry.date >= yesterday)
    return [{ date: carry.date, fromMs }];
  const opening = openingOf(calendar, date);
  if (opening && at >= opening.fromMs && at < opening.toMs) return [];
  // In the dark a change leaves no carry, and any change of the hours may go on with a day that was over.
  const lastNight = { date: yesterday, fromMs: at };
  const isAhead = opening && at < opening.fromMs;
  return isAhead ? [lastNight] : [lastNight, { date, fromMs: at }];
}

/** The newest revision of a manifest out of the history; undefined where that does not lead to `state`. */
async function heldBefore(
  records: Records,
  group: Group,
  state: ManifestState,
): Promise<Held | undefined> {
  const steps = await records.history.steps(state.id, EVER_MS, EVER_MS);
  const manifest = (await replay(steps, () => undefined)).at(-1)?.manifest;
  if (manifest?.revision !== state.revision) return undefined;
  const hash = manifestHash(manifest);
  if (hash !== state.hash) return undefined;
  return { group, manifest, hash, plan: new PlanOfRecord(manifest, null) };
}
