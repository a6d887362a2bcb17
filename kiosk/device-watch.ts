/** How the board's PC is, so far as its browser tells: storage, and frames that came late. */
import type { Beat } from '../shared/protocol/events.ts';
import type { EpochMs } from '../shared/time.ts';

export interface DeviceWatchOptions {
  /** Null where the browser does not tell, as over plain HTTP. */
  readonly estimate: (() => Promise<StorageEstimate>) | null;
  readonly isPersisted: () => boolean;
  /** Calls back with the length of each frame that took 50 ms or more, milliseconds. */
  readonly watchFrames: (onLong: (ms: number) => void) => void;
  readonly monotonicMs: () => number;
  /** When the page started, as well as it is known. */
  readonly startedAt: () => EpochMs;
}

const ESTIMATE_EVERY_MS = 60_000;
const FRAME_MS = 1000 / 60;

export class DeviceWatch {
  readonly #options: DeviceWatchOptions;
  #estimate: StorageEstimate | null = null;
  #askedMs = -ESTIMATE_EVERY_MS;
  #dropped = 0;
  #longestMs = 0;

  constructor(options: DeviceWatchOptions) {
    this.#options = options;
    options.watchFrames((ms) => {
      this.#dropped += Math.max(0, Math.floor(ms / FRAME_MS) - 1);
      this.#longestMs = Math.max(this.#longestMs, Math.round(ms));
    });
  }

  /** What is known now; the storage is asked for again in passing. */
  facts(): Pick<Beat, 'storage' | 'frames'> {
    this.#ask();
    const { usage, quota } = this.#estimate ?? {};
    const persisted = this.#options.isPersisted();
    return {
      frames: {
        sinceAt: this.#options.startedAt(),
        dropped: this.#dropped,
        longestMs: this.#longestMs,
      },
      ...(usage !== undefined && quota !== undefined
        ? { storage: { usedBytes: Math.round(usage), quotaBytes: Math.round(quota), persisted } }
        : {}),
    };
  }

  #ask(): void {
    const { estimate, monotonicMs } = this.#options;
    if (!estimate || monotonicMs() - this.#askedMs < ESTIMATE_EVERY_MS) return;
    this.#askedMs = monotonicMs();
    estimate().then(
      (known) => (this.#estimate = known),
      // Refused once: the next minute asks again, and what was known stays.
      () => undefined,
    );
  }
}
