/** Which file comes next. Decided anew at every part, so that what became urgent does not wait for a film. */

export interface DownloadQueueOptions {
  /** Fetches the next part of a file; resolves with the verified file after the last, with null before. */
  readonly step: (sha256: string) => Promise<Blob | null>;
  /** What is missing, the most urgent first. */
  readonly missing: () => readonly string[];
  /** A file is there; afterwards `missing` does not name it. */
  readonly onCame: (sha256: string, blob: Blob) => void;
  readonly onFailure: (error: unknown) => void;
}

interface Waiting {
  readonly promise: Promise<Blob>;
  readonly resolve: (blob: Blob) => void;
  readonly reject: (reason: unknown) => void;
}

/** A file that did not come rests for this long, and twice as long each time, up to the second. */
const REST_MS = 5_000;
const LONGEST_REST_MS = 600_000;

export class DownloadQueue {
  readonly #options: DownloadQueueOptions;
  readonly #urgent = new Map<string, Waiting>();
  readonly #running = new Set<string>();
  readonly #rests = new Map<string, { ms: number; timer: ReturnType<typeof setTimeout> | null }>();
  #idle: (() => void)[] = [];

  constructor(options: DownloadQueueOptions) {
    this.#options = options;
  }

  /** The file, before all that is only missing. Rejects when this try fails; a rest does not hold it back. */
  urgently(sha256: string): Promise<Blob> {
    const known = this.#urgent.get(sha256);
    if (known) return known.promise;
    const waiting = Promise.withResolvers<Blob>();
    this.#urgent.set(sha256, waiting);
    this.run();
    return waiting.promise;
  }

  /** Goes on with what is missing; to be called when that changed. */
  run(): void {
    for (let next = this.#next(); next !== undefined; next = this.#next()) void this.#advance(next);
    if (this.#running.size > 0) return;
    for (const done of this.#idle.splice(0)) done();
  }

  /** The network is back: nothing rests any longer. */
  retryNow(): void {
    for (const { timer } of this.#rests.values()) if (timer !== null) clearTimeout(timer);
    this.#rests.clear();
    this.run();
  }

  /** Resolves when nothing is under way: all came, or rests after a failure. */
  idle(): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #next(): string | undefined {
    for (const sha256 of this.#urgent.keys()) if (!this.#running.has(sha256)) return sha256;
    // One at a time: two would share the line, and the more urgent of them would come later.
    if (this.#running.size > 0) return undefined;
    return this.#options.missing().find((sha256) => this.#rests.get(sha256)?.timer == null);
  }

  async #advance(sha256: string): Promise<void> {
    this.#running.add(sha256);
    try {
      const blob = await this.#options.step(sha256);
      if (blob) this.#came(sha256, blob);
    } catch (error) {
      this.#failed(sha256, error);
    }
    this.#running.delete(sha256);
    this.run();
  }

  #came(sha256: string, blob: Blob): void {
    this.#rests.delete(sha256);
    this.#options.onCame(sha256, blob);
    this.#urgent.get(sha256)?.resolve(blob);
    this.#urgent.delete(sha256);
  }

  #failed(sha256: string, error: unknown): void {
    const before = this.#rests.get(sha256);
    if (before?.timer != null) clearTimeout(before.timer);
    const ms = Math.min(LONGEST_REST_MS, before ? before.ms * 2 : REST_MS);
    const rest = { ms, timer: setTimeout(() => this.#rested(sha256), ms) };
    this.#rests.set(sha256, rest);
    const waiting = this.#urgent.get(sha256);
    this.#urgent.delete(sha256);
    if (waiting) waiting.reject(error);
    else this.#options.onFailure(error);
  }

  #rested(sha256: string): void {
    const rest = this.#rests.get(sha256);
    if (rest) rest.timer = null;
    this.run();
  }
}
