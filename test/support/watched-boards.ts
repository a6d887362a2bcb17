/** Boards that are looked at every five seconds by the fake clock, as the controller does it, without one. */
import type { Trouble } from '../../shared/content/trouble.ts';
import type { Beat, ScreenState } from '../../shared/protocol/events.ts';
import type { Interval } from '../../shared/schedule/window.ts';
import { signsOf } from '../../controller/watch/signs.ts';
import { look, resume, type WatchState } from '../../controller/watch/troubles.ts';

export const LOOK_MS = 5000;
export const START = Date.parse('2026-11-23T12:00:00+09:00');

export interface WatchedBoard {
  readonly id: string;
  /** When it said something, ascending, milliseconds after START. */
  readonly words: readonly number[];
  /** What its beats say else, at a moment after START. */
  readonly beat?: (atMs: number) => Partial<Beat>;
  readonly faults?: (atMs: number) => number;
}

export interface Simulation {
  readonly boards: readonly WatchedBoard[];
  /** How long, milliseconds. */
  readonly forMs: number;
  /** When it is open, milliseconds after START; always, unless told. */
  readonly opening?: Interval;
  /** When the controller starts anew, milliseconds after START. */
  readonly restartsAt?: readonly number[];
  /** When nobody looks, such as while the machine sleeps. */
  readonly sleeps?: Interval;
}

export interface Told {
  /** Milliseconds after START. */
  readonly atMs: number;
  readonly what: 'begun' | 'ended';
  readonly screenIds: readonly string[];
  readonly kinds: readonly Trouble['kind'][];
}

/** Everything that was told, in order. */
export function simulate(simulation: Simulation): readonly Told[] {
  const { boards, forMs, restartsAt = [], sleeps } = simulation;
  const stored = new Map<string, Trouble>();
  const told: Told[] = [];
  let state: WatchState = resume([]);
  let watchedSince = START;
  let lookedMs = 0;
  let nextId = 0;
  for (let atMs = 0; atMs <= forMs; atMs += LOOK_MS) {
    if (sleeps && sleeps.fromMs <= atMs && atMs < sleeps.toMs) continue;
    const at = START + atMs;
    const isStart = restartsAt.some((one) => lookedMs < one && one <= atMs);
    if (isStart) state = resume([...stored.values()]);
    if (isStart || atMs - lookedMs > 30_000) watchedSince = at;
    lookedMs = atMs;
    const signs = boards.flatMap((board) =>
      signsOf(seen(board, simulation, atMs), watchedSince, at),
    );
    const looked = look(state, signs, { at, newId: () => `t${String((nextId += 1))}` });
    state = looked.state;
    for (const trouble of looked.changed) stored.set(trouble.id, trouble);
    for (const what of ['begun', 'ended'] as const)
      if (looked[what].length > 0)
        told.push({
          ...{ atMs, what },
          screenIds: looked[what].map(({ screenId }) => screenId),
          kinds: looked[what].map(({ kind }) => kind),
        });
  }
  return told;
}

function seen(board: WatchedBoard, { opening, restartsAt = [] }: Simulation, atMs: number) {
  const { id, words, beat, faults } = board;
  // A controller that has just started remembers nothing of what was said before.
  const startMs = restartsAt.filter((one) => one <= atMs).at(-1) ?? -1;
  const lastMs = lastUntil(words, atMs);
  const heardMs = lastMs !== undefined && lastMs > startMs ? lastMs : undefined;
  const isOpen = !opening || (opening.fromMs <= atMs && atMs < opening.toMs);
  return {
    screenId: id,
    state: heardMs === undefined ? undefined : stateOf(id, START + heardMs, beat?.(atMs) ?? {}),
    lastSeenAt: null,
    opening: isOpen
      ? { fromMs: START + (opening?.fromMs ?? -3_600_000), toMs: START + (opening?.toMs ?? 1e9) }
      : undefined,
    manifestRevision: 1,
    faults: faults?.(atMs) ?? 0,
  };
}

function lastUntil(words: readonly number[], atMs: number): number | undefined {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! <= atMs) low = middle + 1;
    else high = middle;
  }
  return words[low - 1];
}

function stateOf(screenId: string, heardAt: number, beat: Partial<Beat>): ScreenState {
  const held = { manifestId: 'm', manifestRevision: 1, manifestHash: 'h' };
  return {
    ...{ screenId, heardAt, beatAt: heardAt, connected: true, manifestRevision: 1 },
    ...{ build: 'b', commands: [], misfits: [] },
    beat: {
      held: { ...held, announcementSeq: 0, screenVersion: 1 },
      ...{ glass: null, safeMode: false, clockOffsetMs: 0, unsentPlays: 0, failedSlideIds: [] },
      ...beat,
    },
  };
}

/** Words every 15 s over `spans` (milliseconds after START, half-open), `phaseMs` after each one's beginning. */
export function beats(spans: readonly (readonly [number, number])[], phaseMs = 0): number[] {
  return spans.flatMap(([fromMs, toMs]) => {
    const words: number[] = [];
    for (let at = fromMs + phaseMs; at < toMs; at += 15_000) words.push(at);
    return words;
  });
}
