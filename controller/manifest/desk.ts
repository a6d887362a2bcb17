/** What every group of screens plays, as one immutable value, and the step from it to the next. */
import type { ManifestPatch } from '../../shared/protocol/manifest.ts';
import { addDays, MINUTE_MS, type CivilDate, type EpochMs } from '../../shared/time.ts';
import type { ManifestState, Records } from '../store/store.ts';
import type { ChangedEntities, StagedPush, StageRequest } from '../usecases/context.ts';
import { apartAfter, apartToday, type Apart } from './apart.ts';
import { groupsOf, type Group } from './group.ts';
import { begin, moveOn, type Held, type Moved, type Step } from './move.ts';
import { dateInZone } from './offsets.ts';
import { changedWorld, type World } from './world.ts';

export interface Desk {
  readonly world: World;
  readonly heldById: ReadonlyMap<string, Held>;
  readonly groupIdByScreen: ReadonlyMap<string, string>;
  readonly firstDateByZone: ReadonlyMap<string, CivilDate>;
  /** Screens that were given something of their own by hand leave their group until the next day. */
  readonly apart: Apart;
  /** When it became so. */
  readonly at: EpochMs;
}

export interface Staged extends StagedPush {
  readonly desk: Desk;
  readonly at: EpochMs;
  readonly patches: readonly ManifestPatch[];
  /** Screens that change their group, by its new id. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
}

/** The screen day before yesterday may still reach over midnight into the one that is on the glass. */
const DAYS_BACK = 2;
/** Changes that wait for each other may be out of order by as long; a clock that was set back is believed. */
const DISORDER_MS = MINUTE_MS;

/** The desk after a change, its steps written into `records`: states, history, and who plays by what. */
export async function stageDesk(
  base: Desk,
  records: Records,
  request: StageRequest,
): Promise<Staged> {
  const { kinds, showNow } = request;
  const at = base.at - request.at < DISORDER_MS ? Math.max(base.at, request.at) : request.at;
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
    const step = stepOf(group, { ...request, world, firstDateByZone, at });
    const held = base.heldById.get(group.id);
    const moved = held ? moveOn(held, step) : await beginGroup(base, records, step);
    if (held && !moved) heldById.set(group.id, held.group === group ? held : { ...held, group });
    if (!moved) continue;
    heldById.set(group.id, moved.held);
    if (moved.patch) patches.push(moved.patch);
    for (const id of group.screenIds) revisionByScreen.set(id, moved.held.manifest.revision);
    await writeStep(records, moved, { at, isWhole: !held || isNewDay(held, moved.held) });
  }
  const groupIdByScreen = isRegrouped ? groupIds(heldById) : base.groupIdByScreen;
  const desk = { world, heldById, groupIdByScreen, firstDateByZone, apart, at };
  await assignScreens(records, desk, base.groupIdByScreen);
  const moved = movedScreens(base.groupIdByScreen, groupIdByScreen);
  for (const screenIds of moved.values())
    for (const id of screenIds) {
      const held = heldBy(desk, id);
      if (held) revisionByScreen.set(id, held.manifest.revision);
    }
  return { revisionByScreen, desk, at: request.at, patches, moved };
}

/** The newest of a screen's group; undefined for an unknown screen. */
export function heldBy(
  desk: Pick<Desk, 'heldById' | 'groupIdByScreen'>,
  screenId: string,
): Held | undefined {
  const groupId = desk.groupIdByScreen.get(screenId);
  return groupId === undefined ? undefined : desk.heldById.get(groupId);
}

/** The step of one group, from what is asked of all. */
export function stepOf(
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

/** One revision into the store: what a restart needs, and its line in the history. */
export async function writeStep(
  records: Records,
  { held, patch }: Moved,
  { at, isWhole }: { readonly at: EpochMs; readonly isWhole: boolean },
): Promise<void> {
  const { manifest } = held;
  const { id: manifestId, revision } = manifest;
  await records.manifests.put(stateOf(held));
  await records.history.add({
    ...{ manifestId, revision, at, patch },
    manifest: isWhole ? manifest : null,
  });
}

/** Notes for each screen of `desk` that `before` had elsewhere, or not at all, what it plays by from now on. */
export async function assignScreens(
  records: Records,
  { groupIdByScreen, at }: Pick<Desk, 'groupIdByScreen' | 'at'>,
  before: ReadonlyMap<string, string>,
): Promise<void> {
  if (before === groupIdByScreen) return;
  for (const [screenId, groupId] of groupIdByScreen)
    if (before.get(screenId) !== groupId) await records.history.assign(screenId, groupId, at);
}

/** The first date of the manifests of each zone; those that are `known` stay. */
export function firstDates(
  world: World,
  at: EpochMs,
  known: ReadonlyMap<string, CivilDate>,
): ReadonlyMap<string, CivilDate> {
  const dates = new Map(known);
  for (const { zone } of world.screens.values())
    if (!dates.has(zone)) dates.set(zone, firstDateIn(zone, at));
  return dates;
}

export function groupIds(heldById: ReadonlyMap<string, Held>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [groupId, { group }] of heldById)
    for (const screenId of group.screenIds) ids.set(screenId, groupId);
  return ids;
}

async function beginGroup(base: Desk, records: Records, step: Step): Promise<Moved> {
  const before = await records.manifests.get(step.group.id);
  const origin = heldBy(base, step.group.screen.id);
  return { held: begin(step, (before?.revision ?? 0) + 1, origin), patch: null };
}

function firstDateIn(zone: string, at: EpochMs): CivilDate {
  return addDays(dateInZone(zone, at), -DAYS_BACK);
}

function isNewDay(before: Held, after: Held): boolean {
  return before.manifest.calendar.firstDate !== after.manifest.calendar.firstDate;
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
  const written: readonly ReadonlyMap<string, unknown>[] = Object.values(changed);
  return written.every(({ size }) => size === 0);
}
