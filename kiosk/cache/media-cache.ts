/**
 * Media by the SHA-256 of their bytes. What is used was verified when it came, and is verified again when it is
 * read, once a day, since disks of small PCs do rot.
 */
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import type { StoredMedia } from './database.ts';
import { Download, type FetchPart } from './download.ts';
import { DownloadQueue } from './download-queue.ts';
import type { MediaStore } from './media-store.ts';
import type { StorageWatch } from './storage-watch.ts';

export interface MediaCacheOptions {
  readonly store: MediaStore;
  readonly fetchPart: FetchPart;
  readonly hash: (bytes: ArrayBuffer) => Promise<string>;
  readonly now: () => number;
  readonly storage: StorageWatch;
  /** A file did not come, or wrong. */
  readonly onFailure: (error: unknown) => void;
  /** A file that was missing is there. */
  readonly onCame: (sha256: string) => void;
  /** How much of a file one request asks for; a mebibyte unless told. */
  readonly partBytes?: number;
}

const PART_BYTES = 1024 * 1024;
/** Media younger than this stay though unwanted: a slide that comes back needs no download. */
const KEEP_MS = 14 * DAY_MS;
/** Pictures that the disk does not take are shown from memory, up to so many bytes together. */
const UNSAVED_BYTES = 64 * 1024 * 1024;
const SAVE_AGAIN_MS = 10_000;
/** What has room neither here nor there is not fetched again for so long. */
const ROOM_AGAIN_MS = 10 * MINUTE_MS;

export class MediaCache {
  readonly #options: MediaCacheOptions;
  readonly #queue: DownloadQueue;
  readonly #loading = new Map<string, Promise<Blob>>();
  readonly #downloads = new Map<string, Download>();
  /** When each file's bytes were last found right, by the board's clock. */
  readonly #verifiedAt = new Map<string, number>();
  /** What came and is not on the disk (yet). */
  readonly #unsaved = new Map<string, StoredMedia>();
  readonly #hasNoRoom = new Set<string>();
  /** What is stored; null before the store was first looked at. */
  #held: Set<string> | null = null;
  #wanted: () => readonly string[] = () => [];
  #saving = Promise.resolve();
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #roomTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: MediaCacheOptions) {
    this.#options = options;
    this.#queue = new DownloadQueue({
      step: (sha256) => this.#step(sha256),
      missing: () => this.#wanted().filter((sha256) => this.#isToCome(sha256)),
      onCame: (sha256, blob) => this.#take(sha256, blob),
      onFailure: options.onFailure,
    });
  }

  /** Looks what is stored, by its names only: bytes are looked at when they are read. Never rejects. */
  async look(): Promise<void> {
    try {
      this.#held = new Set(await this.#options.store.names());
    } catch (error) {
      this.#options.storage.failed(error);
    }
  }

  /** Whether the file is known not to be here. */
  isMissing(sha256: string): boolean {
    return this.#held?.has(sha256) === false && !this.#unsaved.has(sha256);
  }

  /** Whether the file is known to be here. */
  has(sha256: string): boolean {
    return this.#held?.has(sha256) === true || this.#unsaved.has(sha256);
  }

  /** The file, from the store or else from the controller. Rejects when neither has the right bytes. */
  load(sha256: string): Promise<Blob> {
    const loading = this.#loading.get(sha256);
    if (loading) return loading;
    const started = this.#load(sha256).finally(() => this.#loading.delete(sha256));
    this.#loading.set(sha256, started);
    return started;
  }

  /**
   * Brings in what `wanted` names, the first first; it is asked anew before each part, so that its order may
   * change. Resolves when nothing is under way any more, and what nobody wants and came two weeks ago is gone.
   */
  async keep(wanted: () => readonly string[]): Promise<void> {
    this.#wanted = wanted;
    if (!this.#held) await this.look();
    this.#queue.run();
    await this.#queue.idle();
    await this.#saving;
    await this.#evict(this.#options.now() - KEEP_MS);
  }

  /** The network is back: what failed is tried again at once. */
  retryNow(): void {
    this.#queue.retryNow();
  }

  /** How many files are here. */
  get count(): number {
    return (this.#held?.size ?? 0) + this.#unsaved.size;
  }

  #isToCome(sha256: string): boolean {
    return this.isMissing(sha256) && !this.#hasNoRoom.has(sha256);
  }

  async #load(sha256: string): Promise<Blob> {
    return (await this.#stored(sha256)) ?? (await this.#queue.urgently(sha256));
  }

  async #stored(sha256: string): Promise<Blob | undefined> {
    const unsaved = this.#unsaved.get(sha256);
    if (unsaved) return unsaved.blob;
    if (this.isMissing(sha256)) return undefined;
    try {
      const media = await this.#options.store.get(sha256);
      if (media && (await this.#isStillRight(media))) {
        this.#held?.add(sha256);
        return media.blob;
      }
      if (media) await this.#options.store.drop([sha256]);
      this.#held?.delete(sha256);
    } catch (error) {
      // A file that cannot be read is as good as none.
      this.#held?.delete(sha256);
      this.#options.storage.failed(error);
    }
    return undefined;
  }

  async #isStillRight({ sha256, blob }: StoredMedia): Promise<boolean> {
    const now = this.#options.now();
    const verifiedAt = this.#verifiedAt.get(sha256);
    if (verifiedAt !== undefined && Math.abs(now - verifiedAt) < DAY_MS) return true;
    return this.#isRight(blob, sha256);
  }

  async #step(sha256: string): Promise<Blob | null> {
    const { store, fetchPart, storage, partBytes = PART_BYTES } = this.#options;
    const options = { store, fetchPart, partBytes, onUnkept: storage.failed };
    const download = this.#downloads.get(sha256) ?? new Download(sha256, options);
    this.#downloads.set(sha256, download);
    const blob = await download.step();
    if (!blob) return null;
    if (await this.#isRight(blob, sha256)) return blob;
    await download.restart();
    throw new Error(`media ${sha256}: the bytes that came are not the ones asked for`);
  }

  async #isRight(blob: Blob, sha256: string): Promise<boolean> {
    if ((await this.#options.hash(await blob.arrayBuffer())) !== sha256) return false;
    this.#verifiedAt.set(sha256, this.#options.now());
    return true;
  }

  /** It is used from now on; saving is not waited for: the picture is wanted on the glass first. */
  #take(sha256: string, blob: Blob): void {
    this.#downloads.delete(sha256);
    this.#unsaved.set(sha256, { sha256, blob, storedAt: this.#options.now() });
    this.#saving = this.#saving.then(() => this.#saveAll());
    this.#options.onCame(sha256);
  }

  /** A full disk costs the copy, and not the picture. */
  async #saveAll(): Promise<void> {
    for (const media of this.#unsaved.values()) {
      if (await this.#save(media)) continue;
      await this.#evict(this.#options.now() - MINUTE_MS);
      if (await this.#save(media)) continue;
      this.#saveLater();
      return;
    }
  }

  async #save(media: StoredMedia): Promise<boolean> {
    const { store, storage } = this.#options;
    try {
      await store.put(media);
    } catch (error) {
      storage.failed(error);
      return false;
    }
    this.#held?.add(media.sha256);
    this.#unsaved.delete(media.sha256);
    storage.worked();
    return true;
  }

  #saveLater(): void {
    let bytes = 0;
    for (const [sha256, { blob }] of this.#unsaved) {
      bytes += blob.size;
      if (bytes <= UNSAVED_BYTES) continue;
      this.#unsaved.delete(sha256);
      this.#hasNoRoom.add(sha256);
    }
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => {
      this.#saving = this.#saving.then(() => this.#saveAll());
    }, SAVE_AGAIN_MS);
    this.#roomTimer ??= setTimeout(() => {
      this.#roomTimer = undefined;
      this.#hasNoRoom.clear();
      this.#queue.run();
    }, ROOM_AGAIN_MS);
  }

  /** Lets go of what nobody wants and came before the instant `before`, and of parts that nobody wants. */
  async #evict(before: number): Promise<void> {
    const { store, storage } = this.#options;
    const wanted = new Set([...this.#wanted(), ...this.#unsaved.keys()]);
    // A board that knows no plan (yet) keeps what it has.
    if (wanted.size === 0) return;
    const isUnwanted = (sha256: string) => !wanted.has(sha256);
    for (const sha256 of this.#downloads.keys())
      if (isUnwanted(sha256)) this.#downloads.delete(sha256);
    try {
      for (const sha256 of (await store.partNames()).filter(isUnwanted))
        await store.dropParts(sha256);
      for (const sha256 of (await store.names()).filter(isUnwanted)) {
        const media = await store.get(sha256);
        if (!media || media.storedAt >= before) continue;
        await store.drop([sha256]);
        this.#held?.delete(sha256);
      }
    } catch (error) {
      storage.failed(error);
    }
  }
}
