/** The board's own database: what it must remember to play by itself and to prove what it played. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Play, Receipt } from '../../shared/content/play.ts';

export interface StoredMedia {
  readonly sha256: string;
  readonly blob: Blob;
  /** When it came, board's clock; the oldest unwanted leave first. */
  readonly storedAt: number;
}

interface BoardSchema extends DBSchema {
  /** Single documents by name; each is parsed again when it is read. */
  documents: { key: string; value: unknown };
  media: { key: string; value: StoredMedia };
  plays: { key: string; value: Play };
  receipts: { key: string; value: Receipt };
}
export type BoardDatabase = IDBPDatabase<BoardSchema>;

const DATABASE_VERSION = 1;

/** Opens the database under `name`, made anew where there is none. Rejects where storage is refused. */
export function openBoardDatabase(name = 'plaza-board'): Promise<BoardDatabase> {
  return openDB<BoardSchema>(name, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore('documents');
      database.createObjectStore('media', { keyPath: 'sha256' });
      database.createObjectStore('plays', { keyPath: 'id' });
      database.createObjectStore('receipts', { keyPath: 'id' });
    },
  });
}
