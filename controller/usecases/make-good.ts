import { setImmediate } from 'node:timers/promises';
import { BEAT_MS, type ScreenState } from '../../shared/protocol/events.ts';
import type { Claims, Manifest } from '../../shared/protocol/manifest.ts';
import { slotOnAir } from '../../shared/schedule/on-air.ts';
import { claimsOf, type BoardRecord } from '../../shared/schedule/promise.ts';
import { planDateAt } from '../../shared/schedule/window.ts';
import type { EpochMs } from '../../shared/time.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { boardRecord, hasPromise } from './list-promises.ts';

/** A board that has been silent for longer may have played anything. */
const SILENT_MS = 3 * BEAT_MS;
/** A play is written down a moment after its slot. */
const WRITTEN_MS = 5000;

/**
 * [S10] Gives out what all boards of each plan have lost today by their own records, to be made good; takes back
 * what a late record shows to have been played. Boards of whose plays something is still to come are as if they
 * were not there. Resolves with the new totals by manifest and booking; null when nothing changed.
 */
export async function makeGood(context: Context): Promise<object | null> {
  const totals = new Map<string, Claims>();
  for (const { manifestId, screenIds } of context.manifests.groups()) {
    const claims = await newClaims(context, screenIds);
    if (claims) totals.set(manifestId, claims);
    // Plans take their time; pushes and beats go between the groups.
    await setImmediate();
  }
  if (totals.size === 0) return null;
  await change(context, { job: '보전 송출' }, (_records, noted) => {
    noted.claims(totals);
    return Promise.resolve();
  });
  return { claims: Object.fromEntries(totals) };
}

/** The claims of the day on the air, where its boards hold others. */
async function newClaims(
  context: Context,
  screenIds: readonly string[],
): Promise<Claims | undefined> {
  const [first = ''] = screenIds;
  const manifest = context.manifests.ofScreen(first)?.manifest;
  if (!manifest) return undefined;
  const date = planDateAt(manifest.calendar, context.now());
  const told = reporting(context, screenIds);
  if (!hasPromise(manifest, date) || told.length === 0) return undefined;
  // From the history: a moment after a restart the desk itself does not know the morning yet.
  const slots = (await context.manifests.recordOf(first, date))?.slots ?? [];
  if (!slotOnAir(slots, context.now())) return undefined;
  const at = Math.min(...told.map(({ beatAt }) => beatAt)) - WRITTEN_MS;
  // What ends later counts as still planned, so that the plays of quicker boards do not count twice.
  const settledMs = slotOnAir(slots, at)?.startMs ?? at;
  const boards: BoardRecord[] = [];
  for (const { screenId } of told) {
    const { plays } = await boardRecord(context, screenId, { slots });
    boards.push({ screenId, plays: plays.filter((play) => play.slotStartMs < settledMs) });
  }
  const claims = claimsOf({ manifest, date, slots, boards, at });
  return isSame(claims, claimsNow(manifest, date)) ? undefined : claims;
}

/** The boards whose last word says that all their plays are stored here, and when it came. */
function reporting(
  { boards, now }: Context,
  screenIds: readonly string[],
): readonly { readonly screenId: string; readonly beatAt: EpochMs }[] {
  const ofGroup = new Set(screenIds);
  const isUp = ({ screenId, connected, beat }: ScreenState) =>
    ofGroup.has(screenId) && connected && beat?.unsentPlays === 0;
  return boards.states().flatMap((state) => {
    const beatAt = state.beatAt ?? 0;
    return isUp(state) && now() - beatAt < SILENT_MS ? [{ screenId: state.screenId, beatAt }] : [];
  });
}

function claimsNow({ carry }: Manifest, date: string): Claims {
  return (carry?.date === date ? carry.claims : undefined) ?? {};
}

/** No claim and a claim of nothing are the same. */
function isSame(a: Claims, b: Claims): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((id) => (a[id] ?? 0) === (b[id] ?? 0));
}
