/** The newest manifest of every group of screens: staged inside a change's transaction, given out after it. */
import { MANIFEST_DAYS, type ManifestPatch } from '../../shared/protocol/manifest.ts';
import { dayIndexOf, planDateAt } from '../../shared/schedule/window.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { Records, Store } from '../store/store.ts';
import type { DayRecord, Log, Manifests, StagedPush } from '../usecases/context.ts';
import { createDayRecords, type ReadDay } from './day-records.ts';
import { heldBy, stageDesk, type Desk, type Staged } from './desk.ts';
import { loadDesk, type Unlearned } from './load-desk.ts';
import { hintOf, type Held } from './move.ts';
import { concernsPlans, loadWorld } from './world.ts';

export interface ManifestParts {
  readonly store: Store;
  readonly boards: {
    /** One patch for all boards of a group; `acceptedAt` is when its request was. */
    patch(patch: ManifestPatch, acceptedAt: EpochMs): void;
    /** These screens play another group's manifest from now on; the hint fits none of theirs, so they pull. */
    moved(screenIds: readonly string[], hint: ManifestPatch): void;
  };
  readonly log: Log;
  readonly now: () => EpochMs;
  /** Origin of the short links; without one the codes hold the links themselves. */
  readonly publicUrl: string | null;
}

const UNMOVED: StagedPush = { revisionByScreen: new Map() };

/** Builds every manifest from the store; one that says something else than before the restart gets a new revision. */
export async function createManifests(parts: ManifestParts): Promise<Manifests> {
  const { store, boards, log, now, publicUrl } = parts;
  const start = await store.transact((records) => loadDesk(records, now(), publicUrl));
  let desk = start.desk;
  let pending: Staged | undefined;
  const readDay = createDayRecords({
    ...{ log, now, history: store.records.history },
    newestRevision: (id) => desk.heldById.get(id)?.manifest.revision,
  });
  log.info({ groups: desk.heldById.size, screens: desk.groupIdByScreen.size }, 'manifests built');
  void learnPasts(start.unlearned, { readDay, log });

  return {
    stage: async (records, request) => {
      const isByHand = request.showNow !== null || request.claims !== undefined;
      if (!isByHand && !concernsPlans(request.kinds)) return UNMOVED;
      const base = pending ? await whatWasKept(records, [pending.desk, desk]) : desk;
      pending = await stageDesk(base, records, request);
      return pending;
    },

    release: (push) => {
      if (!isStaged(push) || push.desk === desk) return;
      desk = push.desk;
      if (pending === push) pending = undefined;
      for (const [groupId, screenIds] of push.moved) {
        const held = desk.heldById.get(groupId);
        if (held) boards.moved(screenIds, hintOf(held));
      }
      for (const patch of push.patches) boards.patch(patch, push.at);
      const replanned = push.patches.filter((patch) => patch.replan);
      prepare(
        replanned.map((patch) => patch.manifestId),
        (groupId) => {
          const held = desk.heldById.get(groupId);
          held?.plan.slots(planDateAt(held.manifest.calendar, now()));
        },
      );
    },

    ofScreen: (screenId) => {
      const held = heldBy(desk, screenId);
      return held && { manifest: held.manifest, hash: held.hash };
    },

    screenIds: () => [...desk.groupIdByScreen.keys()],

    planOf: (screenId, date) => heldBy(desk, screenId)?.plan.slots(date),

    recordOf: async (screenId, date) => {
      const held = heldBy(desk, screenId);
      if (!held) return undefined;
      const isAhead = date > planDateAt(held.manifest.calendar, now());
      return isAhead ? plannedDay(held, date) : readDay(screenId, date);
    },

    groups: () =>
      [...desk.heldById.values()].map(({ group }) => ({
        manifestId: group.id,
        screenIds: group.screenIds,
      })),
  };
}

/** Makes new plans after the push, one at a time, so that neither it nor the next change waits. */
function prepare(groupIds: readonly string[], plan: (groupId: string) => void): void {
  const [groupId, ...others] = groupIds;
  if (groupId === undefined) return;
  setImmediate(() => {
    plan(groupId);
    prepare(others, plan);
  });
}

/** What was played before the restart, one group after another beside everything else. */
async function learnPasts(
  unlearned: readonly Unlearned[],
  { readDay, log }: { readonly readDay: ReadDay; readonly log: Log },
): Promise<void> {
  for (const { held, date, fromMs } of unlearned) {
    try {
      const record = await readDay(held.group.screen.id, date);
      if (record) held.plan.learn({ date, fromMs, slots: record.slots });
    } catch (error) {
      log.warn({ err: error, manifestId: held.group.id }, 'the plan before the start is unknown');
    }
  }
}

/** A day that has not begun, as the newest manifest plans it; undefined when it does not reach that far. */
function plannedDay({ manifest, plan }: Held, date: CivilDate): DayRecord | undefined {
  if (dayIndexOf(manifest.calendar, date) >= MANIFEST_DAYS) return undefined;
  return { date, slots: plan.slots(date), manifestAt: () => manifest };
}

/**
 * A change that was staged and not given out has either been committed a moment ago or failed: the store
 * knows. `candidates` are the newer and the older desk.
 */
async function whatWasKept(records: Records, candidates: readonly [Desk, Desk]): Promise<Desk> {
  const [newer, older] = candidates;
  const world = await loadWorld(records, older.world.publicUrl);
  for (const [id, held] of newer.heldById) {
    if (older.heldById.get(id) === held) continue;
    const state = await records.manifests.get(id);
    const isKept = state?.revision === held.manifest.revision && state.hash === held.hash;
    if (!isKept) return { ...older, world };
  }
  return { ...newer, world };
}

function isStaged(push: StagedPush): push is Staged {
  return 'desk' in push;
}
