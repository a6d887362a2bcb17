import { writeDocument } from '../cache/documents.ts';
import type { BoardDatabase } from '../cache/database.ts';
import type { BoardClock } from './board-clock.ts';
import type { Reporter } from './reporter.ts';

const SAVE_MS = 300_000;

/** Keeps what a restart without a network wants to know of the clock, and reports its jumps. */
export class ClockMemory {
  readonly #clock: BoardClock;
  readonly #database: BoardDatabase | null;
  readonly #reporter: Reporter;
  #savedMs = -Infinity;

  constructor(options: {
    readonly clock: BoardClock;
    readonly database: BoardDatabase | null;
    readonly reporter: Reporter;
  }) {
    this.#clock = options.clock;
    this.#database = options.database;
    this.#reporter = options.reporter;
  }

  /** To be called at every round trip. */
  heard(): void {
    const jumpMs = this.#clock.takeJump();
    if (jumpMs !== 0) this.#reporter.report('clock-jumped', `${jumpMs} ms`);
    const driftMs = this.#clock.takeDrift();
    if (driftMs !== 0) this.#reporter.report('clock-drifted', `${driftMs} ms`);
    this.passed();
  }

  /** To be called now and then, also without a network: a PC that forgets the time goes on from here. */
  passed(): void {
    const clock = this.#clock;
    if (!this.#database || !clock.isSure || clock.stamp() - this.#savedMs < SAVE_MS) return;
    this.#savedMs = clock.stamp();
    const remembered = { offsetMs: clock.offsetMs(), serverAt: clock.now() };
    writeDocument(this.#database, 'clock', remembered).catch((error: unknown) => {
      this.#reporter.report('storage-failed', error);
    });
  }
}
