/** When trouble begins and ends, and when it is told: a pure function of what was seen (RULES.md). */
import type { Trouble, TroubleKind } from '../../shared/content/trouble.ts';
import { HOUR_MS, MINUTE_MS, type EpochMs } from '../../shared/time.ts';

/** What one look at a board says of one kind of trouble. */
export interface Sign {
  readonly screenId: string;
  readonly kind: TroubleKind;
  /** `between` neither begins trouble nor ends it. */
  readonly standing: 'bad' | 'good' | 'between';
  /** Since when, where that is known better than by looking: a silent board's last word. */
  readonly since?: EpochMs;
  /** When the board said so last, where that is not now: what it did not say since counts for nothing. */
  readonly saidAt?: EpochMs;
  /** It may be the beginning of trouble: nobody can tell yet. */
  readonly isDoubtful?: boolean;
}

/** One kind of trouble of one board, as it was followed so far. */
interface Followed {
  /** The trouble that is open. */
  readonly openId: string | null;
  readonly badSince: EpochMs | null;
  readonly goodSince: EpochMs | null;
  /** When the last one ended. */
  readonly endedAt: EpochMs | null;
}

export interface WatchState {
  readonly byKey: ReadonlyMap<string, Followed>;
  /** By id: those that are open, and those whose end is not told yet. */
  readonly troubles: ReadonlyMap<string, Trouble>;
}

export interface Look {
  readonly state: WatchState;
  /** To be stored: begun, ended, or told. */
  readonly changed: readonly Trouble[];
  /** One message each, where not empty. */
  readonly begun: readonly Trouble[];
  readonly ended: readonly Trouble[];
}

/** What goes with a look: the instant, and where new ids come from. */
export interface LookTools {
  readonly at: EpochMs;
  readonly newId: () => string;
}

/** [W5] Others that share a cause show within this time. */
const GATHER_MS = 20_000;
/** [W4] Trouble that comes back within this time of its last end has to be over for longer. */
const AGAIN_MS = HOUR_MS;
const STEADY_AGAIN_MS = 15 * MINUTE_MS;

/** How long a sign must stand before trouble begins, and before it ends. */
const patience: Readonly<Record<TroubleKind, { readonly bad: number; readonly good: number }>> = {
  // The silence itself was the wait.
  silent: { bad: 0, good: MINUTE_MS },
  'safe-mode': { bad: MINUTE_MS, good: MINUTE_MS },
  faults: { bad: 0, good: 0 },
  clock: { bad: MINUTE_MS, good: 5 * MINUTE_MS },
  storage: { bad: MINUTE_MS, good: 5 * MINUTE_MS },
  plays: { bad: 10 * MINUTE_MS, good: MINUTE_MS },
  behind: { bad: 5 * MINUTE_MS, good: MINUTE_MS },
};
const nothingYet: Followed = { openId: null, badSince: null, goodSince: null, endedAt: null };

/** The state after a start. `stored`: all that are open or ended within the last hour, in any order. */
export function resume(stored: readonly Trouble[]): WatchState {
  const byKey = new Map<string, Followed>();
  for (const trouble of stored) {
    const { openId, endedAt } = byKey.get(keyOf(trouble)) ?? nothingYet;
    byKey.set(keyOf(trouble), {
      ...nothingYet,
      openId: trouble.endedAt === null ? trouble.id : openId,
      endedAt: Math.max(trouble.endedAt ?? 0, endedAt ?? 0) || null,
    });
  }
  return { byKey, troubles: byId(stored.filter((one) => !isDone(one))) };
}

/**
 * One look at everything that is watched. What has no sign any more, such as a board whose PC was taken away,
 * is watched no more: its trouble ends, and nobody is told.
 */
export function look(state: WatchState, signs: readonly Sign[], tools: LookTools): Look {
  const { at } = tools;
  const byKey = new Map<string, Followed>();
  const troubles = new Map(state.troubles);
  for (const sign of signs)
    byKey.set(
      keyOf(sign),
      follow(state.byKey.get(keyOf(sign)) ?? nothingYet, sign, { ...tools, troubles }),
    );
  for (const trouble of state.troubles.values())
    if (trouble.endedAt === null && !byKey.has(keyOf(trouble)))
      troubles.set(trouble.id, { ...trouble, ...{ endedAt: at, changedAt: at, endToldAt: at } });
  const mayFall = signs.some(({ isDoubtful }) => isDoubtful);
  const mayRise = [...byKey.values()].some(
    ({ openId, goodSince }) => goodSince !== null && troubles.get(openId ?? '')?.toldAt != null,
  );
  const begun = due([...troubles.values()].filter(isUntold), mayFall, at);
  const ended = due([...troubles.values()].filter(isEndUntold), mayRise, at);
  for (const one of begun) troubles.set(one.id, { ...one, toldAt: at });
  for (const one of ended) troubles.set(one.id, { ...one, endToldAt: at });
  const all = [...troubles.values()];
  return {
    state: { byKey, troubles: byId(all.filter((one) => !isDone(one))) },
    changed: all.filter((one) => state.troubles.get(one.id) !== one),
    ...{ begun, ended },
  };
}

/** Follows one kind of trouble of one board; what begins or ends goes into `troubles`. */
function follow(
  before: Followed,
  { standing, screenId, kind, since, saidAt }: Sign,
  { at, newId, troubles }: LookTools & { readonly troubles: Map<string, Trouble> },
): Followed {
  const badSince = standing === 'bad' ? (before.badSince ?? since ?? at) : null;
  const goodSince = standing === 'good' ? (before.goodSince ?? saidAt ?? at) : null;
  const after = { ...before, badSince, goodSince };
  const open = troubles.get(before.openId ?? '');
  if (open) {
    const goodMs = goodSince === null ? -1 : (saidAt ?? at) - goodSince;
    if (goodSince === null || goodMs < steadyMs(open, before.endedAt)) return after;
    troubles.set(open.id, { ...open, endedAt: goodSince, changedAt: at });
    return { ...after, openId: null, endedAt: goodSince };
  }
  if (badSince === null || at - badSince < patience[kind].bad) return { ...after, openId: null };
  const id = newId();
  const untold = { endedAt: null, toldAt: null, endToldAt: null };
  troubles.set(id, { ...{ id, screenId, kind, startedAt: badSince, changedAt: at }, ...untold });
  return { ...after, openId: id };
}

function steadyMs({ kind, startedAt }: Trouble, lastEndedAt: EpochMs | null): number {
  const isAgain = lastEndedAt !== null && startedAt - lastEndedAt < AGAIN_MS;
  return isAgain ? STEADY_AGAIN_MS : patience[kind].good;
}

/** All of them, or none yet while more may join and the first has not waited long. */
function due(troubles: readonly Trouble[], mayBeMore: boolean, at: EpochMs): readonly Trouble[] {
  const isLong = troubles.some(({ changedAt }) => at - changedAt >= GATHER_MS);
  return mayBeMore && !isLong ? [] : troubles;
}

function isUntold({ endedAt, toldAt }: Trouble): boolean {
  return endedAt === null && toldAt === null;
}

function isEndUntold({ endedAt, toldAt, endToldAt }: Trouble): boolean {
  return endedAt !== null && toldAt !== null && endToldAt === null;
}

/** Over, and nothing of it is left to tell. */
function isDone(trouble: Trouble): boolean {
  return trouble.endedAt !== null && !isEndUntold(trouble);
}

function byId(troubles: readonly Trouble[]): ReadonlyMap<string, Trouble> {
  return new Map(troubles.map((one) => [one.id, one]));
}

function keyOf({ screenId, kind }: Pick<Trouble, 'screenId' | 'kind'>): string {
  return `${screenId}/${kind}`;
}
