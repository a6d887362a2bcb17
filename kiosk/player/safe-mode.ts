/** Notices that the page fails again and again with what it holds, and then leaves that alone. */
import type { EpochMs } from '../../shared/time.ts';

export interface SafeModeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const KEY = 'plaza-starts';
const FAILURES = 3;
const WITHIN_MS = 120_000;
/** So long it waits for another manifest before it tries the same again: power may have flickered, no more. */
const RETRY_MS = 900_000;

/**
 * Counts starts that were not followed by an orderly end. Its memory outlives the page, and is kept by
 * the PC's own clock, which needs to be right only over two minutes.
 */
export class SafeMode {
  readonly #storage: SafeModeStorage;
  readonly #wallMs: () => EpochMs;
  #times: readonly EpochMs[];
  #poison: string | null = null;
  #isOn: boolean;
  #sinceMs: EpochMs;
  #hasEnded = false;

  constructor(storage: SafeModeStorage, wallMs: () => EpochMs) {
    this.#storage = storage;
    this.#wallMs = wallMs;
    this.#times = this.#read();
    const starts = this.#recent();
    this.#isOn = starts.length >= FAILURES;
    this.#sinceMs = wallMs();
    this.#keep([...starts, wallMs()]);
  }

  get isOn(): boolean {
    if (this.#isOn && this.#wallMs() >= this.#sinceMs + RETRY_MS) {
      this.#isOn = false;
      // One more failure is enough then: the page's own start is among these.
      this.#keep(Array.from({ length: FAILURES }, () => this.#wallMs()));
    }
    return this.#isOn;
  }

  /** Whether a page ended without being asked to, a moment before this one began. */
  get hasDied(): boolean {
    return this.#times.length > 1;
  }

  /** The page ends in good order (a reload that was asked for): its start counts for nothing. */
  endOrderly(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#keep(this.#recent().slice(0, -1));
  }

  /** Playing `manifestHash` failed within this page; three times in two minutes is too often. */
  fail(manifestHash: string | null): void {
    const failures = [...this.#recent(), this.#wallMs()];
    this.#keep(failures);
    this.#poison = manifestHash;
    // The page's own start is one of them.
    if (failures.length <= FAILURES) return;
    this.#isOn = true;
    this.#sinceMs = this.#wallMs();
  }

  /** What the page found in its cache when it started in safe mode is suspect. */
  suspect(manifestHash: string | null): void {
    if (this.#isOn) this.#poison = manifestHash;
  }

  /** A manifest came: another one than the suspect cures. Answers whether the mode changed. */
  receive(manifestHash: string): boolean {
    if (!this.#isOn || manifestHash === this.#poison) return false;
    this.#isOn = false;
    this.#keep([]);
    return true;
  }

  #recent(): readonly EpochMs[] {
    const now = this.#wallMs();
    return this.#times.filter((time) => time <= now && time > now - WITHIN_MS);
  }

  #read(): readonly EpochMs[] {
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter((time) => typeof time === 'number') : [];
    } catch {
      // Unreadable or refused: nothing is known to have failed.
      return [];
    }
  }

  #keep(times: readonly EpochMs[]): void {
    this.#times = times;
    try {
      this.#storage.setItem(KEY, JSON.stringify(times));
    } catch {
      // Storage is full or refused: safe mode then only works within one page.
    }
  }
}
