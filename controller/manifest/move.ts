/** One group's step from a revision to the next. */
import type { Claims, Manifest, ManifestPatch, ShowNow } from '../../shared/protocol/manifest.ts';
import { manifestHash } from '../../shared/protocol/manifest-hash.ts';
import { carryOver } from '../../shared/schedule/carry.ts';
import { slotOnAir } from '../../shared/schedule/on-air.ts';
import { planRelevant } from '../../shared/schedule/replan.ts';
import { openingOf, planDateAt } from '../../shared/schedule/window.ts';
import type { CivilDate, EpochMs } from '../../shared/time.ts';
import type { ManifestState } from '../store/store.ts';
import { buildContent, type Content } from './build.ts';
import { difference, type Difference } from './diff.ts';
import type { Group } from './group.ts';
import { PlanOfRecord } from './plan-of-record.ts';
import { isOnAir, type World } from './world.ts';

/** The newest manifest of a group. */
export interface Held {
  readonly group: Group;
  readonly manifest: Manifest;
  readonly hash: string;
  readonly plan: PlanOfRecord;
}

export interface Step {
  readonly world: World;
  readonly group: Group;
  readonly firstDate: CivilDate;
  readonly at: EpochMs;
  /** Put on at once on all boards of the group. */
  readonly showNow: ShowNow | null;
  /** What the day makes good from now on (S10); undefined leaves it as it is. */
  readonly claims?: Claims | undefined;
}

/** A group's next revision; `patch` brings its boards there, null where they must pull. */
export interface Moved {
  readonly held: Held;
  readonly patch: ManifestPatch | null;
}

/** What the group plays after the step, and the patch that brings its boards there; undefined when nothing moves. */
export function moveOn(
  held: Held,
  step: Step,
): (Moved & { readonly patch: ManifestPatch }) | undefined {
  const { at, group, showNow } = step;
  const { content, differs } = contentAfter(held, step);
  const claims = claimsAfter(held.manifest, step);
  if (!differs && !showNow && !claims) return undefined;
  const { id, revision } = held.manifest;
  const next = { ...held.manifest, ...content, id, revision: revision + 1 };
  const difference = differs ?? NO_DIFFERENCE;
  const shown = held.manifest.carry?.showNow?.slideId;
  const isReplanned = planRelevant(held.manifest, next, shown === undefined ? [] : [shown]);
  const replan =
    showNow !== null || isReplanned || claims
      ? { effectiveAt: at, showNow, ...(claims && { claims }) }
      : null;
  const after = replan ? replanned(held, next, replan) : quiet(held, next, at);
  const hash = manifestHash(after.manifest);
  return {
    held: { group, hash, ...after },
    patch: { manifestId: id, from: revision, to: revision + 1, ...difference, replan, hash },
  };
}

/**
 * The first manifest of a new group. `origin` is what its first screen played until now: the day goes on
 * from there. `revision` is above every one that the group's name ever had.
 */
export function begin(step: Step, revision: number, origin: Held | undefined): Held {
  const { group, at, showNow } = step;
  const { content } = origin ? contentAfter(origin, step) : { content: build(step, []) };
  const next: Manifest = { id: group.id, revision, ...content, carry: null };
  const { manifest, plan } = origin
    ? replanned(origin, next, { effectiveAt: at, showNow })
    : { manifest: next, plan: new PlanOfRecord(next, null) };
  return { group, manifest, hash: manifestHash(manifest), plan };
}

/** The group's manifest after a restart: the revision that its boards hold, or the next where it says something else. */
export function resume(step: Step, state: ManifestState): Held {
  const { group, at } = step;
  const content = build(step, state.carry?.showNow ? [state.carry.showNow.slideId] : []);
  const same: Manifest = {
    ...{ id: group.id, revision: state.revision, carry: state.carry },
    ...content,
  };
  const hash = manifestHash(same);
  if (hash === state.hash)
    return { group, manifest: same, hash, plan: new PlanOfRecord(same, null) };
  const isToday = state.carry?.date === planDateAt(content.calendar, at);
  const carry = isToday ? state.carry : null;
  const manifest = { ...same, revision: state.revision + 1, carry };
  return { group, manifest, hash: manifestHash(manifest), plan: new PlanOfRecord(manifest, null) };
}

/** Where the slots of a carried plan begin: with the slot that may finish, if there is one. Undefined without a carry. */
export function carryStart({ carry }: Manifest): EpochMs | undefined {
  return carry?.finishing?.startMs ?? carry?.fromMs;
}

/** A patch that fits no manifest: whoever gets it pulls. */
export function hintOf({ manifest, hash }: Held): ManifestPatch {
  const { id, revision } = manifest;
  return { manifestId: id, from: revision, to: revision, ...NO_DIFFERENCE, replan: null, hash };
}

const NO_DIFFERENCE: Difference = {
  calendar: null,
  put: { organizations: [], shops: [], slides: [], bookings: [] },
  drop: { organizations: [], shops: [], slides: [], bookings: [] },
};

/**
 * What the records say now. The slide on the glass is kept, so that its slot may finish, unless it was
 * withdrawn; so is one that was put on by hand, on which the rest of the day's plan depends.
 */
function contentAfter(
  held: Held,
  step: Step,
): { readonly content: Content; readonly differs: Difference | undefined } {
  const { carry, calendar } = held.manifest;
  const keep = [carry?.showNow?.slideId, step.showNow?.slideId].filter((id) => id !== undefined);
  if (carry?.finishing && carry.finishing.endMs > step.at) keep.push(carry.finishing.slideId);
  const content = build(step, keep);
  const differs = difference(held.manifest, content);
  if (!differs || differs.drop.slides.length === 0) return { content, differs };
  const slots = held.plan.slots(planDateAt(calendar, step.at));
  const onGlass = slotOnAir(slots, step.at)?.slideId;
  if (onGlass === undefined || !differs.drop.slides.includes(onGlass)) return { content, differs };
  if (!isOnAir(step.world.slides.get(onGlass))) return { content, differs };
  const kept = build(step, [...keep, onGlass]);
  return { content: kept, differs: difference(held.manifest, kept) };
}

/** The claims of the step where they are others than those of the day so far. A dark board makes nothing good. */
function claimsAfter({ calendar, carry }: Manifest, { at, claims }: Step): Claims | undefined {
  if (!claims) return undefined;
  const date = planDateAt(calendar, at);
  const opening = openingOf(calendar, date);
  if (!opening || at < opening.fromMs || at >= opening.toMs) return undefined;
  const before = (carry?.date === date ? carry.claims : undefined) ?? {};
  const ids = new Set([...Object.keys(before), ...Object.keys(claims)]);
  return [...ids].some((id) => (before[id] ?? 0) !== (claims[id] ?? 0)) ? claims : undefined;
}

function build({ world, group, firstDate }: Step, keepSlideIds: readonly string[]): Content {
  return buildContent(world, group, { firstDate, keepSlideIds });
}

/** Only words, or days that have come near: today's slots stay. */
function quiet(held: Held, manifest: Manifest, at: EpochMs): Pick<Held, 'manifest' | 'plan'> {
  return { manifest, plan: held.plan.renewed(manifest, planDateAt(manifest.calendar, at)) };
}

function replanned(
  held: Held,
  next: Manifest,
  replan: NonNullable<ManifestPatch['replan']>,
): Pick<Held, 'manifest' | 'plan'> {
  const manifest = { ...next, carry: carryOver({ held: held.manifest, next, ...replan }) };
  const plan = new PlanOfRecord(manifest, {
    plan: held.plan,
    date: planDateAt(next.calendar, replan.effectiveAt),
    fromMs: carryStart(manifest) ?? replan.effectiveAt,
  });
  return { manifest, plan };
}
