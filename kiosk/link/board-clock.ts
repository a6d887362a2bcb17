/**
 * The server's clock as the board knows it: round trips give the offset, the monotonic clock carries
 * it on between them. The wall clock of a small PC is only believed before the first word of a server.
 */
import type { EpochMs } from '../../shared/time.ts';

export interface TimeSources {
  /** Milliseconds that only grow, such as `performance.now()`. */
  monotonicMs(): number;
  /** The PC's own clock, such as `Date.now()`; may be wrong and may jump. */
  wallMs(): EpochMs;
}

/** What was known before the restart. */
export interface RememberedClock {
  /** Server's clock minus the wall clock. */
  readonly offsetMs: number;
  /** The last instant that the server was heard to say; time never starts before it. */
  readonly serverAt: EpochMs;
}

interface Sample {
  readonly takenMonoMs: number;
  readonly delayMs: number;
  readonly baseMs: number;
}

const MAX_SAMPLES = 8;
/** A crystal drifts some 50 ppm: older samples would be wrong by more than a frame. */
const SAMPLE_LIFE_MS = 300_000;
/** Corrections under this never turn time back, so that no slide comes twice. */
const STEP_MS = 2_000;
/** The wall clock may move by this much between two looks before it counts as a jump. */
const JUMP_MS = 2_000;
/** What adds up to this much against the server's clock is worth telling. */
const DRIFT_MS = 2_000;
/** A bad crystal loses two seconds a day: for so long a word of the server stays good enough for the record. */
const SURE_MS = 86_400_000;
/** 2026-01-01: no board is older, so an earlier clock is one that was never set. */
const UNSET_MS = 1_767_225_600_000;

export class BoardClock {
  readonly #sources: TimeSources;
  #samples: readonly Sample[] = [];
  /** Estimated server time at monotonic zero. */
  #baseMs: number;
  #wallBaseMs: number;
  #lastMs = 0;
  /** Null before a server was heard in this run. */
  #sampledMonoMs: number | null = null;
  /** When drift was told last, or a server first heard. */
  #toldOffsetMs = 0;

  constructor(sources: TimeSources, remembered: RememberedClock | null = null) {
    this.#sources = sources;
    this.#wallBaseMs = sources.wallMs() - sources.monotonicMs();
    const guess = sources.wallMs() + (remembered?.offsetMs ?? 0);
    this.#baseMs = Math.max(guess, remembered?.serverAt ?? 0) - sources.monotonicMs();
  }

  /** The server's clock now, whole milliseconds; never goes back by less than a step. */
  now(): EpochMs {
    const raw = Math.round(this.#baseMs + this.#sources.monotonicMs());
    this.#lastMs = raw < this.#lastMs && raw > this.#lastMs - STEP_MS ? this.#lastMs : raw;
    return this.#lastMs;
  }

  /** Whether a server confirmed the time in this run, no longer ago than drift allows: a day. */
  get isSure(): boolean {
    const sampledMonoMs = this.#sampledMonoMs;
    return sampledMonoMs !== null && this.#sources.monotonicMs() - sampledMonoMs < SURE_MS;
  }

  /** Server's clock minus the wall clock as it is now, milliseconds. */
  offsetMs(): number {
    return Math.round(this.#baseMs + this.#sources.monotonicMs() - this.#sources.wallMs());
  }

  /** Monotonic now, for stamping a round trip's start. */
  stamp(): number {
    return this.#sources.monotonicMs();
  }

  /**
   * Takes in a round trip that started at `sentMonoMs` and in which the server said `serverAt`. Of the
   * fresh samples the one with the least delay counts: its error is at most half its delay.
   */
  sample(sentMonoMs: number, serverAt: EpochMs): void {
    const takenMonoMs = this.#sources.monotonicMs();
    const isFirst = this.#sampledMonoMs === null;
    this.#sampledMonoMs = takenMonoMs;
    const delayMs = Math.max(0, takenMonoMs - sentMonoMs);
    const baseMs = serverAt + delayMs / 2 - takenMonoMs;
    const fresh = this.#samples.filter((s) => takenMonoMs - s.takenMonoMs < SAMPLE_LIFE_MS);
    const agreeing = fresh.filter((s) => Math.abs(s.baseMs - baseMs) < STEP_MS + delayMs);
    this.#samples = [...agreeing, { takenMonoMs, delayMs, baseMs }].slice(-MAX_SAMPLES);
    this.#baseMs = this.#samples.reduce((best, s) => (s.delayMs <= best.delayMs ? s : best)).baseMs;
    if (isFirst) this.#toldOffsetMs = this.offsetMs();
  }

  /**
   * Takes in the date of any answer of the server where the PC started in 1970, which would look up a day that
   * nobody planned until the first round trip. Nothing becomes sure by it.
   */
  hint(serverAt: EpochMs): void {
    if (this.now() >= UNSET_MS) return;
    this.#baseMs = serverAt - this.#sources.monotonicMs();
  }

  /** By how much the wall clock jumped since the last question, milliseconds; 0 when it did not. */
  takeJump(): number {
    const base = this.#sources.wallMs() - this.#sources.monotonicMs();
    const jumpMs = base - this.#wallBaseMs;
    this.#wallBaseMs = base;
    if (Math.abs(jumpMs) < JUMP_MS) return 0;
    this.#toldOffsetMs -= jumpMs;
    return Math.round(jumpMs);
  }

  /**
   * How far the PC's clocks slid away from the server's, jumps apart, milliseconds; 0 under two seconds. What
   * was told is not told again. To be asked after `takeJump`.
   */
  takeDrift(): number {
    if (this.#sampledMonoMs === null) return 0;
    const driftMs = this.offsetMs() - this.#toldOffsetMs;
    if (Math.abs(driftMs) < DRIFT_MS) return 0;
    this.#toldOffsetMs = this.offsetMs();
    return Math.round(driftMs);
  }
}
