/** Notices that the page fails again and again with what it holds, and then leaves that alone. */
import type { EpochMs } from '../../shared/time.ts';

export interface SafeModeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What a page leaves behind for the next one. */
interface Kept {
  /** Starts and failures of late. */
  readonly times: readonly EpochMs[];
  /** Hash of what the page played last; it may have died of it before it could be cached. */
  readonly manifestHash: string | null;
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
  #manifestHash: string | null;
  /** What may have been the cause: hashes of manifests. */
  readonly #suspects = new Set<string>();
  #isOn: boolean;
  #sinceMs: EpochMs;
  #hasEnded = false;

  constructor(storage: SafeModeStorage, wallMs: () => EpochMs) {
    this.#storage = storage;
    this.#wallMs = wallMs;
    const { times, manifestHash } = this.#read();
    this.#times = times;
    this.#manifestHash = manifestHash;
    const starts = this.#recent();
    this.#isOn = starts.length >= FAILURES;
    if (this.#isOn) this.#suspectAlso(manifestHash);
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
    this.#suspectAlso(manifestHash);
    // The page's own start is one of them.
    if (failures.length <= FAILURES) return;
    this.#isOn = true;
    this.#sinceMs = this.#wallMs();
  }

  /** The page found this in its cache: it is played, and in safe mode suspect. */
  suspect(manifestHash: string | null): void {
    if (this.#isOn) this.#suspectAlso(manifestHash);
    else if (manifestHash !== null) this.receive(manifestHash);
  }

  /**
   * A manifest came, and is played unless it is suspect; another one cures. To be called before it is looked
   * at: it may stop the page. Answers whether the mode changed.
   */
  receive(manifestHash: string): boolean {
    const wasOn = this.#isOn;
    if (wasOn && this.#suspects.has(manifestHash)) return false;
    this.#isOn = false;
    if (!wasOn && manifestHash === this.#manifestHash) return false;
    this.#manifestHash = manifestHash;
    this.#keep(wasOn ? [] : this.#times);
    return wasOn;
  }

  #suspectAlso(manifestHash: string | null): void {
    if (manifestHash !== null) this.#suspects.add(manifestHash);
  }

  #recent(): readonly EpochMs[] {
    const now = this.#wallMs();
    return this.#times.filter((time) => time <= now && time > now - WITHIN_MS);
  }

  #read(): Kept {
    try {
      return keptIn(JSON.parse(this.#storage.getItem(KEY) ?? 'null'));
    } catch {
      // Unreadable or refused: nothing is known to have failed.
      return nothingKept;
    }
  }

  #keep(times: readonly EpochMs[]): void {
    this.#times = times;
    try {
      const kept: Kept = { times, manifestHash: this.#manifestHash };
      this.#storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage is full or refused: safe mode then only works within one page.
    }
  }
}

const nothingKept: Kept = { times: [], manifestHash: null };

function keptIn(stored: unknown): Kept {
  if (typeof stored !== 'object' || stored === null) return nothingKept;
  const { times, manifestHash } = stored as Partial<Record<keyof Kept, unknown>>;
  return {
    times: Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [],
    manifestHash: typeof manifestHash === 'string' ? manifestHash : null,
  };
}
