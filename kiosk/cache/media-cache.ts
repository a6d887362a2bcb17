/**
 * Media by the SHA-256 of their bytes. What is stored was verified when it came, and is verified
 * again when it is read, since disks of small PCs do rot.
 */
import type { BoardDatabase, StoredMedia } from './database.ts';

export interface MediaStore {
  get(sha256: string): Promise<StoredMedia | undefined>;
  put(media: StoredMedia): Promise<void>;
  drop(sha256s: readonly string[]): Promise<void>;
  /** Hash and age of all that is stored. */
  list(): Promise<readonly Pick<StoredMedia, 'sha256' | 'storedAt'>[]>;
}

export type FetchMedia = (
  sha256: string,
  watch: { readonly signal: AbortSignal; readonly onBytes: () => void },
) => Promise<Blob>;

export interface MediaCacheOptions {
  readonly store: MediaStore;
  /** Fetches `/media/<sha256>` and tells of bytes as they come; its rejection or refusal is passed on. */
  readonly fetchMedia: FetchMedia;
  readonly hash: (bytes: ArrayBuffer) => Promise<string>;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
}

/** A download ends when no byte came for this long. */
const STALL_MS = 30_000;
/** Media younger than this stay though unwanted: a slide that comes back needs no download. */
const KEEP_MS = 14 * 86_400_000;

export class MediaCache {
  readonly #options: MediaCacheOptions;
  readonly #pending = new Map<string, Promise<Blob>>();
  /** What is stored; null before the store was first looked at. */
  #held: Set<string> | null = null;
  #saving = Promise.resolve();

  constructor(options: MediaCacheOptions) {
    this.#options = options;
  }

  /** Whether the file is known not to be stored here. */
  isMissing(sha256: string): boolean {
    return this.#held?.has(sha256) === false;
  }

  /** The file, from the store or else from the controller. Rejects when neither has the right bytes. */
  load(sha256: string): Promise<Blob> {
    const pending = this.#pending.get(sha256);
    if (pending) return pending;
    const loading = this.#load(sha256).finally(() => this.#pending.delete(sha256));
    this.#pending.set(sha256, loading);
    return loading;
  }

  /** Brings in what `wanted` names, one after the other, and drops what nobody wants and came two weeks ago. */
  async keep(wanted: readonly string[]): Promise<void> {
    const stored = await this.#list();
    for (const sha256 of wanted.filter((one) => !stored.has(one))) {
      try {
        await this.load(sha256);
      } catch (error) {
        this.#options.onFailure(error);
      }
    }
    await this.#saving;
    await this.#evict(new Set(wanted), this.#options.now() - KEEP_MS);
  }

  async #load(sha256: string): Promise<Blob> {
    const stored = await this.#stored(sha256);
    if (stored) return stored;
    const blob = await this.#fetch(sha256);
    if (!(await this.#isRight(blob, sha256))) {
      throw new Error(`media ${sha256}: the bytes that came are not the ones asked for`);
    }
    // Not waited for: the picture is wanted on the glass first.
    const media = { sha256, blob, storedAt: this.#options.now() };
    this.#held?.add(sha256);
    this.#saving = this.#saving.then(() => this.#save(media));
    return blob;
  }

  /** A film takes longer than any stall. */
  async #fetch(sha256: string): Promise<Blob> {
    const stalled = new AbortController();
    const stop = () => stalled.abort(new DOMException('no bytes came', 'TimeoutError'));
    let timer = setTimeout(stop, STALL_MS);
    const onBytes = () => {
      clearTimeout(timer);
      timer = setTimeout(stop, STALL_MS);
    };
    try {
      return await this.#options.fetchMedia(sha256, { signal: stalled.signal, onBytes });
    } finally {
      clearTimeout(timer);
    }
  }

  async #stored(sha256: string): Promise<Blob | undefined> {
    try {
      const media = await this.#options.store.get(sha256);
      if (!media) return undefined;
      if (await this.#isRight(media.blob, sha256)) {
        this.#held?.add(sha256);
        return media.blob;
      }
      await this.#drop([sha256]);
    } catch (error) {
      this.#options.onFailure(error);
    }
    return undefined;
  }

  /** A full disk costs the copy, never the picture. */
  async #save(media: StoredMedia): Promise<void> {
    try {
      await this.#options.store.put(media);
    } catch (error) {
      this.#held?.delete(media.sha256);
      this.#options.onFailure(error);
      await this.#evict(new Set([media.sha256]), this.#options.now() - 60_000);
    }
  }

  /** What is stored, by its name only: its bytes are looked at when they are read. */
  async #list(): Promise<ReadonlySet<string>> {
    try {
      this.#held = new Set((await this.#options.store.list()).map(({ sha256 }) => sha256));
      return this.#held;
    } catch (error) {
      this.#options.onFailure(error);
      return new Set();
    }
  }

  async #evict(wanted: ReadonlySet<string>, before: number): Promise<void> {
    try {
      const all = await this.#options.store.list();
      const stale = all.filter((media) => !wanted.has(media.sha256) && media.storedAt < before);
      if (stale.length > 0) await this.#drop(stale.map((media) => media.sha256));
    } catch (error) {
      this.#options.onFailure(error);
    }
  }

  async #drop(sha256s: readonly string[]): Promise<void> {
    await this.#options.store.drop(sha256s);
    for (const sha256 of sha256s) this.#held?.delete(sha256);
  }

  async #isRight(blob: Blob, sha256: string): Promise<boolean> {
    return (await this.#options.hash(await blob.arrayBuffer())) === sha256;
  }
}

/** Keeps media in `database`. */
export function databaseMediaStore(database: BoardDatabase): MediaStore {
  return {
    get: (sha256) => database.get('media', sha256),
    async put(media) {
      await database.put('media', media);
    },
    async drop(sha256s) {
      const transaction = database.transaction('media', 'readwrite');
      await Promise.all([...sha256s.map((key) => transaction.store.delete(key)), transaction.done]);
    },
    list: () => database.getAll('media'),
  };
}

/** For a page whose storage is refused. */
export function memoryMediaStore(): MediaStore {
  const media = new Map<string, StoredMedia>();
  return {
    get: (sha256) => Promise.resolve(media.get(sha256)),
    put(item) {
      media.set(item.sha256, item);
      return Promise.resolve();
    },
    drop(sha256s) {
      for (const sha256 of sha256s) media.delete(sha256);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...media.values()]),
  };
}
