import type { EpochMs } from '../../shared/time.ts';

const MOST_KEYS = 50_000;

/** When something last failed or happened, by key, within a moving window. In memory, bounded. */
export class Failures {
  readonly #windowMs: number;
  readonly #atByKey = new Map<string, readonly EpochMs[]>();

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** How many within the window that ends at `at`. */
  count(key: string, at: EpochMs): number {
    return this.#recent(key, at).length;
  }

  add(key: string, at: EpochMs): void {
    const recent = this.#recent(key, at);
    this.#atByKey.delete(key);
    this.#atByKey.set(key, [...recent, at]);
    if (this.#atByKey.size > MOST_KEYS) this.#dropOldest();
  }

  /** Takes one that was added at `at` back. */
  takeBack(key: string, at: EpochMs): void {
    const known = this.#atByKey.get(key) ?? [];
    const index = known.indexOf(at);
    if (index >= 0) this.#atByKey.set(key, known.toSpliced(index, 1));
  }

  clear(key: string): void {
    this.#atByKey.delete(key);
  }

  #recent(key: string, at: EpochMs): readonly EpochMs[] {
    return (this.#atByKey.get(key) ?? []).filter((then) => then > at - this.#windowMs);
  }

  /** Keys are in the order of their latest. */
  #dropOldest(): void {
    const oldest = this.#atByKey.keys().next().value;
    if (oldest !== undefined) this.#atByKey.delete(oldest);
  }
}
