/** The newest manifest of every group of screens: staged inside a change's transaction, given out after it. */
import type { ManifestPatch } from '../../shared/protocol/manifest.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import { addDays, type CivilDate, type EpochMs } from '../../shared/time.ts';
import type { ManifestState, Records, Store } from '../store/store.ts';
import type {
  ChangedEntities,
  Log,
  Manifests,
  StagedPush,
  StageRequest,
} from '../usecases/context.ts';
import { groupsOf, type Group } from './group.ts';
import { begin, hintOf, moveOn, resume, type Held, type Step } from './move.ts';
import { dateInZone } from './offsets.ts';
import { changedWorld, concernsPlans, loadWorld, type World } from './world.ts';

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
}

/** Everything that the desk knows, replaced as a whole. */
interface Desk {
  readonly world: World;
  readonly heldById: ReadonlyMap<string, Held>;
  readonly groupIdByScreen: ReadonlyMap<string, string>;
  readonly firstDateByZone: ReadonlyMap<string, CivilDate>;
  /** Screens that were given something of their own by hand leave their group until the next day. */
  readonly apart: ReadonlyMap<string, string>;
}

interface Staged extends StagedPush {
  readonly desk: Desk;
  readonly at: EpochMs;
  readonly patches: readonly ManifestPatch[];
  /** Screens that change their group, by its new id. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
}

const UNMOVED: StagedPush = { revisionByScreen: new Map() };
/** The screen day before yesterday may still reach over midnight into the one that is on the glass. */
const DAYS_BACK = 2;

/** Builds every manifest from the store; one that says something else than before the restart gets a new revision. */
export async function createManifests(parts: ManifestParts): Promise<Manifests> {
  const { store, boards, log, now } = parts;
  let desk = await store.transact((records) => loadDesk(records, now()));
  let pending: Staged | undefined;
  log.info({ groups: desk.heldById.size, screens: desk.groupIdByScreen.size }, 'manifests built');

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
      prepare(push.patches.flatMap((patch) => (patch.replan ? [patch.manifestId] : [])));
    },

    ofScreen: (screenId) => {
      const held = heldBy(desk, screenId);
      return held && { manifest: held.manifest, hash: held.hash };
    },

    screenIds: () => [...desk.groupIdByScreen.keys()],

    planOf: (screenId, date) => heldBy(desk, screenId)?.plan.slots(date),

    recordOf: (screenId, date) => {
      const held = heldBy(desk, screenId);
      return Promise.resolve(
        held && { date, slots: held.plan.slots(date), manifestAt: () => held.manifest },
      );
    },

    groups: () =>
      [...desk.heldById.values()].map(({ group }) => ({
        manifestId: group.id,
        screenIds: group.screenIds,
      })),
  };

  /** Makes the new plans after the push, one at a time, so that neither it nor the next change waits. */
  function prepare(groupIds: readonly string[]): void {
    const [groupId, ...others] = groupIds;
    if (groupId === undefined) return;
    setImmediate(() => {
      const held = desk.heldById.get(groupId);
      if (held) held.plan.slots(planDateAt(held.manifest.calendar, now()));
      prepare(others);
    });
  }
}

/**
 * A change that was staged and not given out has either been committed a moment ago or failed: the store
 * knows. `candidates` are the newer and the older desk.
 */
async function whatWasKept(records: Records, candidates: readonly [Desk, Desk]): Promise<Desk> {
  const [newer, older] = candidates;
  const world = await loadWorld(records);
  for (const [id, held] of newer.heldById) {
    if (older.heldById.get(id) === held) continue;
    const state = await records.manifests.get(id);
    const isKept = state?.revision === held.manifest.revision && state.hash === held.hash;
    if (!isKept) return { ...older, world };
  }
  return { ...newer, world };
}

async function stageDesk(base: Desk, records: Records, request: StageRequest): Promise<Staged> {
  const { kinds, showNow, at } = request;
  const world = await changedWorld(base.world, records, request);
  const isRoll = kinds.has('screens') && isNothing(request.changed);
  const firstDateByZone = firstDates(world, at, isRoll ? new Map() : base.firstDateByZone);
  const apart = apartAfter({ ...base, apart: apartToday(base, world, firstDateByZone) }, showNow);
  const isRegrouped = kinds.has('bookings') || kinds.has('screens') || apart !== base.apart;
  const groups = isRegrouped
    ? groupsOf(world, apart)
    : [...base.heldById.values()].map((held) => held.group);
  const heldById = new Map<string, Held>();
  const patches: ManifestPatch[] = [];
  const revisionByScreen = new Map<string, number>();
  for (const group of groups) {
    const step = stepOf(group, { ...request, world, firstDateByZone });
    const held = base.heldById.get(group.id);
    const moved = held ? moveOn(held, step) : { held: await beginGroup(base, records, step) };
    if (held && !moved) heldById.set(group.id, held.group === group ? held : { ...held, group });
    if (!moved) continue;
    heldById.set(group.id, moved.held);
    if ('patch' in moved) patches.push(moved.patch);
    for (const id of group.screenIds) revisionByScreen.set(id, moved.held.manifest.revision);
    await records.manifests.put(stateOf(moved.held));
  }
  const groupIdByScreen = isRegrouped ? groupIds(heldById) : base.groupIdByScreen;
  const moved = movedScreens(base.groupIdByScreen, groupIdByScreen);
  for (const screenIds of moved.values())
    for (const id of screenIds) {
      const held = heldById.get(groupIdByScreen.get(id) ?? '');
      if (held) revisionByScreen.set(id, held.manifest.revision);
    }
  const desk = { world, heldById, groupIdByScreen, firstDateByZone, apart };
  return { revisionByScreen, desk, at, patches, moved };
}

async function loadDesk(records: Records, at: EpochMs): Promise<Desk> {
  const world = await loadWorld(records);
  const firstDateByZone = firstDates(world, at, new Map());
  const heldById = new Map<string, Held>();
  for (const group of groupsOf(world, new Map())) {
    const step = stepOf(group, { world, firstDateByZone, at, showNow: null });
    const state = await records.manifests.get(group.id);
    const held = state ? resume(step, state) : begin(step, 1, undefined);
    if (held.hash !== state?.hash) await records.manifests.put(stateOf(held));
    heldById.set(group.id, held);
  }
  const groupIdByScreen = groupIds(heldById);
  return { world, heldById, groupIdByScreen, firstDateByZone, apart: new Map() };
}

async function beginGroup(base: Desk, records: Records, step: Step): Promise<Held> {
  const before = await records.manifests.get(step.group.id);
  const origin = heldBy(base, step.group.screen.id);
  return begin(step, (before?.revision ?? 0) + 1, origin);
}

function stepOf(
  group: Group,
  of: Pick<Desk, 'world' | 'firstDateByZone'> & Pick<StageRequest, 'at' | 'showNow' | 'claims'>,
): Step {
  const { world, firstDateByZone, at, showNow, claims } = of;
  const { zone } = group.screen;
  return {
    world,
    group,
    at,
    firstDate: firstDateByZone.get(zone) ?? firstDateIn(zone, at),
    showNow: showNow?.screenIds.includes(group.screen.id) ? showNow.show : null,
    claims: claims?.get(group.id),
  };
}

/** The screens that are still apart on the day that now begins, or goes on. */
function apartToday(
  base: Desk,
  { screens }: World,
  firstDateByZone: Desk['firstDateByZone'],
): Desk['apart'] {
  const stay = [...base.apart].filter(([screenId]) => {
    const zone = screens.get(screenId)?.zone ?? '';
    return firstDateByZone.get(zone) === base.firstDateByZone.get(zone);
  });
  return stay.length === base.apart.size ? base.apart : new Map(stay);
}

/** 지금 송출 on some boards of a group only: from then on their day is another one. */
function apartAfter(base: Desk, showNow: StageRequest['showNow']): ReadonlyMap<string, string> {
  if (!showNow) return base.apart;
  const named = new Set(showNow.screenIds);
  const apart = new Map(base.apart);
  for (const { group } of base.heldById.values()) {
    const meant = group.screenIds.filter((id) => named.has(id));
    if (meant.length === group.screenIds.length) continue;
    for (const id of meant) apart.set(id, showNow.show.id);
  }
  return apart.size === base.apart.size ? base.apart : apart;
}

function firstDates(
  world: World,
  at: EpochMs,
  known: ReadonlyMap<string, CivilDate>,
): ReadonlyMap<string, CivilDate> {
  const dates = new Map(known);
  for (const { zone } of world.screens.values())
    if (!dates.has(zone)) dates.set(zone, firstDateIn(zone, at));
  return dates;
}

function firstDateIn(zone: string, at: EpochMs): CivilDate {
  return addDays(dateInZone(zone, at), -DAYS_BACK);
}

function heldBy(desk: Desk, screenId: string): Held | undefined {
  const groupId = desk.groupIdByScreen.get(screenId);
  return groupId === undefined ? undefined : desk.heldById.get(groupId);
}

function groupIds(heldById: ReadonlyMap<string, Held>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [groupId, { group }] of heldById)
    for (const screenId of group.screenIds) ids.set(screenId, groupId);
  return ids;
}

function movedScreens(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const moved = new Map<string, string[]>();
  if (before === after) return moved;
  for (const [screenId, groupId] of after) {
    const old = before.get(screenId);
    if (old === undefined || old === groupId) continue;
    const list = moved.get(groupId);
    if (list) list.push(screenId);
    else moved.set(groupId, [screenId]);
  }
  return moved;
}

function stateOf({ manifest, hash }: Held): ManifestState {
  return { id: manifest.id, revision: manifest.revision, hash, carry: manifest.carry };
}

function isNothing(changed: ChangedEntities): boolean {
  return Object.values(changed).every((written) => written.size === 0);
}

function isStaged(push: StagedPush): push is Staged {
  return 'desk' in push;
}
