/** What is wrong with a board right now, by its last words. Pure. */
import type { TroubleKind } from '../../shared/content/trouble.ts';
import type { ScreenState } from '../../shared/protocol/events.ts';
import type { Interval } from '../../shared/schedule/window.ts';
import { MINUTE_MS, type EpochMs } from '../../shared/time.ts';
import type { Sign } from './troubles.ts';

export interface BoardSeen {
  readonly screenId: string;
  /** Undefined for a board that was not heard since the start. */
  readonly state: ScreenState | undefined;
  /** When the board was last seen before the start, if ever. */
  readonly lastSeenAt: EpochMs | null;
  /** Of the day on which the board is open at the instant of the look; undefined while it is closed. */
  readonly opening: Interval | undefined;
  /** The newest revision for it. */
  readonly manifestRevision: number;
  /** Faults of its picture within the last hour. */
  readonly faults: number;
}

/** [W1] */
export const SILENT_MS = MINUTE_MS;
/** Three beats: a board that was heard since is there. */
const THERE_MS = 45_000;
/** One beat missed. */
const DOUBTFUL_MS = 20_000;
/** [W2] A PC that is switched on with the opening takes so long to be heard. */
const WAKING_MS = 5 * MINUTE_MS;
const FAULTS = 3;
const CLOCK_BAD_MS = 2000;
const CLOCK_GOOD_MS = 1000;
const STORAGE_BAD = 0.9;
const STORAGE_GOOD = 0.8;
const PLAYS_BAD = 500;
const PLAYS_GOOD = 100;

/** One sign of each kind that can be judged at `at`; `watchedSince` is when the watching began (W3). */
export function signsOf(board: BoardSeen, watchedSince: EpochMs, at: EpochMs): readonly Sign[] {
  const { screenId } = board;
  const silence = silenceOf(board, watchedSince, at);
  const sign = (kind: TroubleKind, isBad: boolean, isGood: boolean): Sign => ({
    ...{ screenId, kind },
    standing: isBad ? 'bad' : isGood ? 'good' : 'between',
  });
  const beat = board.state?.beat;
  const isThere = silence.standing === 'good' && beat != null;
  // Of a board that is not heard, old words tell nothing new: what was open stays open.
  if (!isThere) return [silence, ...others.map((kind) => sign(kind, false, false))];
  const { usedBytes = 0, quotaBytes = 0 } = beat.storage ?? {};
  const used = quotaBytes > 0 ? usedBytes / quotaBytes : 0;
  const offset = Math.abs(beat.clockOffsetMs);
  const isLevel = beat.held.manifestRevision >= board.manifestRevision;
  return [
    silence,
    sign('safe-mode', beat.safeMode, !beat.safeMode),
    sign('faults', board.faults >= FAULTS, board.faults === 0),
    sign('clock', offset > CLOCK_BAD_MS, offset < CLOCK_GOOD_MS),
    sign('storage', used >= STORAGE_BAD, used < STORAGE_GOOD),
    sign('plays', beat.unsentPlays >= PLAYS_BAD, beat.unsentPlays < PLAYS_GOOD),
    sign('behind', !isLevel, isLevel),
  ];
}

const others = ['safe-mode', 'faults', 'clock', 'storage', 'plays', 'behind'] as const;

function silenceOf(board: BoardSeen, watchedSince: EpochMs, at: EpochMs): Sign {
  const { screenId, state, opening, lastSeenAt } = board;
  const lastWord = state?.heardAt ?? null;
  const heardAt = lastWord ?? 0;
  const sign = { screenId, kind: 'silent', saidAt: heardAt } as const;
  if (at - heardAt < DOUBTFUL_MS) return { ...sign, standing: 'good' };
  if (!opening) return { ...sign, standing: at - heardAt < THERE_MS ? 'good' : 'between' };
  // What is silent since before the opening was perhaps switched off for the night.
  const mayWake = heardAt < opening.fromMs ? opening.fromMs + WAKING_MS - SILENT_MS : 0;
  const silentMs = at - Math.max(heardAt, watchedSince, mayWake);
  const since = lastWord ?? lastSeenAt ?? watchedSince;
  if (silentMs >= SILENT_MS) return { ...sign, since, standing: 'bad' };
  const isDoubtful = silentMs >= DOUBTFUL_MS;
  return { ...sign, isDoubtful, standing: at - heardAt < THERE_MS ? 'good' : 'between' };
}
