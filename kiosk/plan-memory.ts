import { planDateAt } from '../shared/schedule/window.ts';
import type { EpochMs } from '../shared/time.ts';
import type { BoardDatabase } from './cache/database.ts';
import { noteDay } from './cache/kept-manifest.ts';
import type { Held } from './player/held.ts';

/** Keeps the plan of the day on the board: making it is the longest part of a start. */
export class PlanMemory {
  readonly #database: BoardDatabase | null;
  readonly #build: string;
  #kept = '';

  constructor(options: { readonly database: BoardDatabase | null; readonly build: string }) {
    this.#database = options.database;
    this.#build = options.build;
  }

  /** To be called with what is played, when nothing on the glass moves. */
  passed({ plan }: Held, at: EpochMs): void {
    // A page that was not built is another one each time.
    if (!plan || !this.#database || this.#build === '') return;
    const { manifest, hash, plans } = plan;
    const date = planDateAt(manifest.calendar, at);
    const slots = plans.known(date);
    const key = `${hash}/${date}`;
    if (!slots || key === this.#kept) return;
    this.#kept = key;
    noteDay(this.#database, { date, slots }, { build: this.#build, hash });
  }
}
