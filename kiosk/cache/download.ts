/** One file, fetched in parts that are kept, so that a cut costs one part at most. */
import type { MediaStore } from './media-store.ts';

/** What came of one request: the part that was asked for, or the whole file where nobody knew of parts. */
export interface FetchedPart {
  readonly from: number;
  readonly blob: Blob;
  readonly totalBytes: number;
}

export interface PartRequest {
  readonly from: number;
  readonly bytes: number;
  readonly signal: AbortSignal;
  /** Told of bytes as they come. */
  readonly onBytes: () => void;
}

/** Fetches bytes of `/media/<sha256>`; its rejection is passed on. */
export type FetchPart = (sha256: string, request: PartRequest) => Promise<FetchedPart>;

/** Another file answers than the one of which parts are held. */
export class PartsDisagree extends Error {
  override readonly name = 'PartsDisagree';
}

export interface DownloadOptions {
  readonly store: MediaStore;
  readonly fetchPart: FetchPart;
  readonly partBytes: number;
  /** A part could not be kept; it stays in memory. */
  readonly onUnkept: (error: unknown) => void;
}

/** A request ends when no byte came for this long. */
const STALL_MS = 30_000;

export class Download {
  readonly #sha256: string;
  readonly #options: DownloadOptions;
  #parts: readonly FetchedPart[] | null = null;

  constructor(sha256: string, options: DownloadOptions) {
    this.#sha256 = sha256;
    this.#options = options;
  }

  /** Fetches the next part. Resolves with the file, unverified, when it was the last; null while more is to come. */
  async step(): Promise<Blob | null> {
    this.#parts ??= unbroken(await this.#options.store.parts(this.#sha256).catch(() => []));
    const before = this.#parts;
    const part = await this.#fetch(endOf(before));
    const parts = part.from === 0 ? [part] : [...before, part];
    if (parts.some(({ totalBytes }) => totalBytes !== part.totalBytes)) {
      await this.restart();
      throw new PartsDisagree(`media ${this.#sha256}: its length changed`);
    }
    if (endOf(parts) >= part.totalBytes) return new Blob(parts.map(({ blob }) => blob));
    // Read again from the disk: the parts of a film do not stay in memory.
    this.#parts = (await this.#keep(part)) ? null : parts;
    return null;
  }

  /** What came was wrong: the next step begins at the first byte. */
  async restart(): Promise<void> {
    this.#parts = [];
    await this.#options.store.dropParts(this.#sha256).catch(this.#options.onUnkept);
  }

  async #fetch(from: number): Promise<FetchedPart> {
    const stalled = new AbortController();
    const stop = () => stalled.abort(new DOMException('no bytes came', 'TimeoutError'));
    let timer = setTimeout(stop, STALL_MS);
    const onBytes = () => {
      clearTimeout(timer);
      timer = setTimeout(stop, STALL_MS);
    };
    const { fetchPart, partBytes } = this.#options;
    try {
      return await fetchPart(this.#sha256, {
        ...{ from, bytes: partBytes, onBytes },
        signal: stalled.signal,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async #keep(part: FetchedPart): Promise<boolean> {
    try {
      await this.#options.store.putPart({ ...part, sha256: this.#sha256 });
      return true;
    } catch (error) {
      this.#options.onUnkept(error);
      return false;
    }
  }
}

/** Those from the first byte on that follow each other. */
function unbroken(parts: readonly FetchedPart[]): readonly FetchedPart[] {
  const found: FetchedPart[] = [];
  for (const part of parts) if (part.from === endOf(found)) found.push(part);
  return found;
}

function endOf(parts: readonly FetchedPart[]): number {
  const last = parts.at(-1);
  return last ? last.from + last.blob.size : 0;
}
