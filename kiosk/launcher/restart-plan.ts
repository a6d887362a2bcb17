/** How to mend, the oftener it was needed of late the more thoroughly and the later. Knows no clock of its own. */
export interface Restart {
  readonly what: 'page' | 'browser';
  /** Before it is tried. */
  readonly waitMs: number;
  /** It fails again and again: somebody should look at it. */
  readonly isLoop: boolean;
}

export interface RestartTimes {
  /** What is longer ago counts no more. */
  readonly recentMs: number;
  /** The pause before the second try; each one after it is twice as long, up to a minute. */
  readonly firstWaitMs: number;
}

const PAGE_ALONE = 2;
const LOOP = 5;
const LONGEST_WAIT_MS = 60_000;

export class RestartPlan {
  readonly #times: RestartTimes;
  #at: readonly number[] = [];

  constructor(times: RestartTimes) {
    this.#times = times;
  }

  /**
   * What to do about a trouble at `atMs`, by a clock that only runs forward. The first costs no pause. Where
   * only the page's own process died its browser stays until it is a loop: the tab remembers which page that
   * was, and with it the slide that took it along.
   */
  next(atMs: number, kind: 'page-died' | 'other' = 'other'): Restart {
    const { recentMs, firstWaitMs } = this.#times;
    this.#at = [...this.#at.filter((time) => time > atMs - recentMs), atMs];
    const count = this.#at.length;
    const waitMs = count < 2 ? 0 : firstWaitMs * 2 ** Math.min(20, count - 2);
    return {
      what: count <= (kind === 'page-died' ? LOOP : PAGE_ALONE) ? 'page' : 'browser',
      waitMs: Math.min(LONGEST_WAIT_MS, waitMs),
      isLoop: count >= LOOP,
    };
  }
}
