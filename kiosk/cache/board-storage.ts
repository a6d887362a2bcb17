/** All that a board stores, in its database or, where the browser refuses one, in memory. */
import type { Play, Receipt } from '../../shared/content/play.ts';
import type { BoardDatabase } from './database.ts';
import {
  databaseMediaStore,
  MediaCache,
  memoryMediaStore,
  type FetchMedia,
} from './media-cache.ts';
import { memoryOutboxStore, Outbox, outboxStore, type SendBatch } from './outbox.ts';
import { sha256Hex } from './sha256.ts';

export interface BoardStorage {
  readonly plays: Outbox<Play>;
  readonly receipts: Outbox<Receipt>;
  readonly media: MediaCache;
}

export interface BoardStorageOptions {
  readonly database: BoardDatabase | null;
  readonly sendPlays: SendBatch<Play>;
  readonly sendReceipts: SendBatch<Receipt>;
  readonly fetchMedia: FetchMedia;
  readonly subtle: SubtleCrypto | undefined;
  readonly now: () => number;
  readonly onStorageFailure: (error: unknown) => void;
  readonly onMediaFailure: (error: unknown) => void;
}

export function createBoardStorage(options: BoardStorageOptions): BoardStorage {
  const { database, subtle } = options;
  const onFailure = options.onStorageFailure;
  return {
    plays: new Outbox({
      store: database ? outboxStore(database, 'plays') : memoryOutboxStore<Play>(),
      send: options.sendPlays,
      onFailure,
    }),
    receipts: new Outbox({
      store: database ? outboxStore(database, 'receipts') : memoryOutboxStore<Receipt>(),
      send: options.sendReceipts,
      onFailure,
    }),
    media: new MediaCache({
      store: database ? databaseMediaStore(database) : memoryMediaStore(),
      fetchMedia: options.fetchMedia,
      hash: (bytes) => sha256Hex(bytes, subtle),
      now: options.now,
      onFailure: options.onMediaFailure,
    }),
  };
}
