/** The desk after a start: every group goes on from the revision that its boards hold. */
import { manifestHash } from '../../shared/protocol/manifest-hash.ts';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import type { EpochMs } from '../../shared/time.ts';
import type { ManifestState, Records } from '../store/store.ts';
import { assignScreens, firstDates, groupIds, stepOf, writeStep, type Desk } from './desk.ts';
import { groupsOf, type Group } from './group.ts';
import { begin, carryStart, moveOn, resume, type Held, type Step } from './move.ts';
import { PlanOfRecord } from './plan-of-record.ts';
import { replay } from './replay.ts';
import { loadWorld } from './world.ts';

/** A group whose plan of today is known from `fromMs` on only; what was before is in the history. */
export interface Unlearned {
  readonly held: Held;
  readonly fromMs: EpochMs;
}

/** After everything. */
const EVER_MS = Number.MAX_SAFE_INTEGER;

interface Loaded {
  readonly held: Held;
  readonly unlearnedFromMs: EpochMs | undefined;
}

/**
 * Builds every manifest from the records. One that says something else than before gets a new revision by a
 * step like any other, which goes on from what the history says that boards hold; without a history, anew.
 */
export async function loadDesk(
  records: Records,
  at: EpochMs,
): Promise<{ readonly desk: Desk; readonly unlearned: readonly Unlearned[] }> {
  const world = await loadWorld(records);
  const firstDateByZone = firstDates(world, at, new Map());
  const assigned = await records.history.newestAssigned();
  const heldById = new Map<string, Held>();
  const unlearned: Unlearned[] = [];
  for (const group of groupsOf(world, new Map())) {
    const step = stepOf(group, { world, firstDateByZone, at, showNow: null });
    const { held, unlearnedFromMs: fromMs } = await loadGroup(records, step, assigned);
    heldById.set(group.id, held);
    if (fromMs !== undefined) unlearned.push({ held, fromMs });
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
  if (state && (originId === undefined || originId === group.id)) {
    const held = resume(step, state);
    const isSame = held.hash === state.hash;
    if (isSame && originId !== undefined) return loaded(held, held.manifest, at);
    const old = originId === undefined ? undefined : await heldBefore(records, group, state);
    const moved = isSame || !old ? undefined : moveOn(old, step);
    await writeStep(records, moved ?? { held, patch: null }, { at, isWhole: true });
    if (moved && old) return loaded(moved.held, old.manifest, at);
    return { held, unlearnedFromMs: isSame ? undefined : at };
  }
  const origin = originId === undefined ? undefined : await records.manifests.get(originId);
  const old = origin && (await heldBefore(records, group, origin));
  const held = begin(step, (state?.revision ?? 0) + 1, old);
  await writeStep(records, { held, patch: null }, { at, isWhole: true });
  return old ? loaded(held, old.manifest, at) : { held, unlearnedFromMs: undefined };
}

/** `before` is the manifest from which the plan of `held` goes on. */
function loaded(held: Held, before: Manifest, at: EpochMs): Loaded {
  const { calendar, carry } = before;
  const date = planDateAt(calendar, at);
  if (carry?.date === date) return { held, unlearnedFromMs: carryStart(before) };
  const opening = openingOf(calendar, date);
  // Dark for the rest of the day: perhaps only since a change took its hours away.
  const isDark = !opening || at >= opening.toMs;
  return { held, unlearnedFromMs: isDark ? at : undefined };
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
