/** The board's own database: what it must remember to play by itself and to prove what it played. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Play, PlayTotal, Receipt } from '../../shared/content/play.ts';

export interface StoredMedia {
  readonly sha256: string;
  readonly blob: Blob;
  /** When it came, board's clock; the oldest unwanted leave first. */
  readonly storedAt: number;
}

/** A piece of a file that is still coming. */
export interface StoredPart {
  readonly sha256: string;
  /** Its first byte in the file. */
  readonly from: number;
  readonly blob: Blob;
  /** Of the whole file. */
  readonly totalBytes: number;
}

/** Plays of one day that were folded into numbers. */
export interface StoredTotal extends PlayTotal {
  /** It may have reached the controller: nothing is added to it any more. */
  readonly isSealed: boolean;
}

interface BoardSchema extends DBSchema {
  /** Single documents by name; each is parsed again when it is read. */
  documents: { key: string; value: unknown };
  media: { key: string; value: StoredMedia };
  parts: { key: [sha256: string, from: number]; value: StoredPart };
  plays: { key: string; value: Play };
  totals: { key: string; value: StoredTotal };
  receipts: { key: string; value: Receipt };
}
export type BoardDatabase = IDBPDatabase<BoardSchema>;

const KEY_PATHS = {
  documents: null,
  media: 'sha256',
  parts: ['sha256', 'from'],
  plays: 'id',
  totals: 'id',
  receipts: 'id',
} as const;
const STORES = Object.keys(KEY_PATHS) as (keyof typeof KEY_PATHS)[];

/**
 * Opens the database under `name`, made anew where there is none. It has no version of its own: what is missing
 * is added, and what another build added is left alone, so that an older build works with what a newer one
 * stored. Rejects where storage is refused.
 */
export async function openBoardDatabase(name = 'plaza-board'): Promise<BoardDatabase> {
  const database = await openAt(name, undefined);
  if (STORES.every((store) => database.objectStoreNames.contains(store))) return database;
  const { version } = database;
  database.close();
  return openAt(name, version + 1);
}

/**
 * Commits `transaction` at once with its last `request`; resolves with the answer when it holds. Left to itself it
 * would wait for the page, and one that stops or is left meanwhile takes along what it had said.
 */
export async function committed<Answer>(
  transaction: { readonly done: Promise<void>; commit(): void },
  request: Promise<Answer>,
): Promise<Answer> {
  transaction.commit();
  const [answer] = await Promise.all([request, transaction.done]);
  return answer;
}

/** The database as it is, or at a higher version, for which what is missing is made. */
function openAt(name: string, version: number | undefined): Promise<BoardDatabase> {
  return openDB<BoardSchema>(name, version, {
    upgrade(database) {
      for (const store of STORES) {
        if (database.objectStoreNames.contains(store)) continue;
        database.createObjectStore(store, {
          keyPath: KEY_PATHS[store] as string | string[] | null,
        });
      }
    },
    // The page that comes next may need more stores than this one made.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
