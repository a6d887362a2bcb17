/** Where media files lie: whole ones, and the parts of those that are still coming. */
import type { BoardDatabase, StoredMedia, StoredPart } from './database.ts';

export interface MediaStore {
  get(sha256: string): Promise<StoredMedia | undefined>;
  /** Keeps a whole file and lets go of its parts, both or neither. */
  put(media: StoredMedia): Promise<void>;
  drop(sha256s: readonly string[]): Promise<void>;
  /** The names of all whole files. */
  names(): Promise<readonly string[]>;
  /** By their first byte. */
  parts(sha256: string): Promise<readonly StoredPart[]>;
  putPart(part: StoredPart): Promise<void>;
  dropParts(sha256: string): Promise<void>;
  /** The names of all files of which there are parts. */
  partNames(): Promise<readonly string[]>;
}

/** Keeps media in `database`. */
export function databaseMediaStore(database: BoardDatabase): MediaStore {
  return {
    get: (sha256) => database.get('media', sha256),
    async put(media) {
      const transaction = database.transaction(['media', 'parts'], 'readwrite');
      const parts = transaction.objectStore('parts');
      await Promise.all([
        transaction.objectStore('media').put(media),
        parts.delete(partsOf(media.sha256)),
        transaction.done,
      ]);
    },
    async drop(sha256s) {
      const transaction = database.transaction('media', 'readwrite');
      await Promise.all([...sha256s.map((key) => transaction.store.delete(key)), transaction.done]);
    },
    names: () => database.getAllKeys('media'),
    parts: (sha256) => database.getAll('parts', partsOf(sha256)),
    async putPart(part) {
      await database.put('parts', part);
    },
    dropParts: (sha256) => database.delete('parts', partsOf(sha256)),
    async partNames() {
      const keys = await database.getAllKeys('parts');
      return [...new Set(keys.map(([sha256]) => sha256))];
    },
  };
}

/** For a page whose storage is refused. */
export function memoryMediaStore(): MediaStore {
  const files = new Map<string, StoredMedia>();
  const partsBySha = new Map<string, readonly StoredPart[]>();
  return {
    get: (sha256) => Promise.resolve(files.get(sha256)),
    put(media) {
      files.set(media.sha256, media);
      partsBySha.delete(media.sha256);
      return Promise.resolve();
    },
    drop(sha256s) {
      for (const sha256 of sha256s) files.delete(sha256);
      return Promise.resolve();
    },
    names: () => Promise.resolve([...files.keys()]),
    parts: (sha256) => Promise.resolve(partsBySha.get(sha256) ?? []),
    putPart(part) {
      const others = (partsBySha.get(part.sha256) ?? []).filter(({ from }) => from !== part.from);
      const all = [...others, part].toSorted((a, b) => a.from - b.from);
      partsBySha.set(part.sha256, all);
      return Promise.resolve();
    },
    dropParts(sha256) {
      partsBySha.delete(sha256);
      return Promise.resolve();
    },
    partNames: () => Promise.resolve([...partsBySha.keys()]),
  };
}

function partsOf(sha256: string): IDBKeyRange {
  return IDBKeyRange.bound([sha256], [sha256, Infinity]);
}
