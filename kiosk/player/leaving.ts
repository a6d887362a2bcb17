import type { EpochMs } from '../../shared/time.ts';

/** A page that was to start anew by then goes on. */
const LEAVE_MS = 2_000;

/** Holds the next turn back while the page is about to start anew. */
export class Leaving {
  /** While it is under way: when it must be done. */
  #untilMs: EpochMs | null = null;

  /** When to look again; `Infinity` while nobody leaves. */
  get lookAgainAt(): EpochMs {
    return this.#untilMs ?? Infinity;
  }

  /** Whether the page leaves now; `begin` is asked between two turns, and only then. */
  isOn(at: EpochMs, begin: () => boolean): boolean {
    if (this.#untilMs === null && begin()) this.#untilMs = at + LEAVE_MS;
    else if (this.#untilMs !== null && at >= this.#untilMs) this.#untilMs = null;
    return this.#untilMs !== null;
  }
}
