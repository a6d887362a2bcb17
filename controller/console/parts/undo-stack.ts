/** What a person did, to be taken back and done again. */
import type { EpochMs } from '../../../shared/time.ts';

/** Typing on in one field without a longer pause is one step. */
const PAUSE_MS = 1000;
const MOST_STEPS = 200;

export class UndoStack<T> {
  #past: readonly T[] = [];
  #future: readonly T[] = [];
  #present: T;
  #field = '';
  #at: EpochMs = 0;

  constructor(present: T) {
    this.#present = present;
  }

  get present(): T {
    return this.#present;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Goes on to `next`, which differs in `field`; '' is always a step of its own. */
  put(next: T, field: string, at: EpochMs): void {
    const isSameStep = field !== '' && field === this.#field && at - this.#at < PAUSE_MS;
    if (!isSameStep) this.#past = [...this.#past, this.#present].slice(-MOST_STEPS);
    this.#present = next;
    this.#future = [];
    this.#field = field;
    this.#at = at;
  }

  /** Nothing happens without a step to take back. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#present, ...this.#future];
    this.#present = before;
    this.#field = '';
  }

  /** Nothing happens without a step that was taken back. */
  redo(): void {
    const [next, ...later] = this.#future;
    if (next === undefined) return;
    this.#past = [...this.#past, this.#present];
    this.#future = later;
    this.#present = next;
    this.#field = '';
  }
}
