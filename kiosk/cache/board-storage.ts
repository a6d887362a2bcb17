/** All that a board stores, in its database or, where the browser refuses one, in memory. */
import type { Play, PlayTotal, Receipt } from '../../shared/content/play.ts';
import { BoundedPlays } from './bounded-plays.ts';
import type { BoardDatabase } from './database.ts';
import type { FetchPart } from './download.ts';
import { MediaCache } from './media-cache.ts';
import { databaseMediaStore, memoryMediaStore } from './media-store.ts';
import { memoryOutboxStore, Outbox, outboxStore, type SendBatch } from './outbox.ts';
import { databasePlayStore, memoryPlayStore } from './play-store.ts';
import type { FoldHow } from './fold-plays.ts';
import { sha256Hex } from './sha256.ts';
import { withSpareMemory } from './spare-memory.ts';
import { StorageWatch } from './storage-watch.ts';

export interface BoardStorage {
  readonly plays: Outbox<Play>;
  readonly receipts: Outbox<Receipt>;
  readonly media: MediaCache;
  /** Sends what waits, unless that is under way: what says that a push is on the glass before all else. */
  drain(): void;
  /** How much is kept here. */
  readonly report: StorageReport;
}

export interface StorageReport {
  readonly mediaFiles: number;
  readonly unsentPlays: number;
  /** Plays that were folded into totals for want of room, and wait. */
  readonly foldedPlays: number;
  /** Nothing could be kept last time. */
  readonly isFailing: boolean;
}

/** The line to the controller, as far as proofs go over it. */
interface ProofLine {
  readonly sendPlays: SendBatch<Play>;
  readonly sendPlayTotals: SendBatch<PlayTotal>;
  readonly sendReceipts: SendBatch<Receipt>;
}

export interface BoardStorageOptions extends FoldHow {
  readonly database: BoardDatabase | null;
  /** Null before there is one. */
  readonly line: () => ProofLine | null;
  readonly fetchPart: FetchPart;
  readonly subtle: SubtleCrypto | undefined;
  readonly now: () => number;
  /** Told once, until the storage works again. */
  readonly onStorageFailure: (error: unknown) => void;
  readonly onMediaFailure: (error: unknown) => void;
  /** A file that was missing is here. */
  readonly onMediaCame: () => void;
}

const noLine: ProofLine = {
  sendPlays: () => Promise.reject(new Error('no line yet')),
  sendPlayTotals: () => Promise.reject(new Error('no line yet')),
  sendReceipts: () => Promise.reject(new Error('no line yet')),
};

export function createBoardStorage(options: BoardStorageOptions): BoardStorage {
  const { database, subtle } = options;
  const storage = new StorageWatch(options.onStorageFailure);
  const onFailure = storage.failed;
  const line = () => options.line() ?? noLine;
  const { plays, drain: drainPlays, folded } = createPlays(options, storage, line);
  const receipts = new Outbox({
    store: database
      ? withSpareMemory(outboxStore(database, 'receipts'), onFailure)
      : memoryOutboxStore<Receipt>(),
    send: (batch) => line().sendReceipts(batch),
    onFailure,
  });
  const media = new MediaCache({
    store: database ? databaseMediaStore(database) : memoryMediaStore(),
    fetchPart: options.fetchPart,
    hash: (bytes) => sha256Hex(bytes, subtle),
    now: options.now,
    storage,
    onFailure: options.onMediaFailure,
    onCame: options.onMediaCame,
  });
  return {
    plays,
    receipts,
    media,
    drain: () => void receipts.drain().then(drainPlays),
    get report() {
      const { isFailing } = storage;
      return {
        ...{ mediaFiles: media.count, unsentPlays: plays.waiting },
        ...{ foldedPlays: folded(), isFailing },
      };
    },
  };
}

function createPlays(
  { database, dateOf, newId }: BoardStorageOptions,
  storage: StorageWatch,
  line: () => ProofLine,
) {
  const store = new BoundedPlays({
    disk: database ? databasePlayStore(database) : memoryPlayStore(),
    memory: memoryPlayStore(),
    ...{ storage, dateOf, newId },
  });
  const onFailure = storage.failed;
  const plays = new Outbox<Play>({ store, send: (batch) => line().sendPlays(batch), onFailure });
  const totals = new Outbox<PlayTotal>({
    store: store.totals,
    send: (batch) => line().sendPlayTotals(batch),
    onFailure,
  });
  let folded = 0;
  const drain = async () => {
    await plays.drain();
    await totals.drain();
    folded = await store.folded().catch(() => folded);
  };
  return { plays, drain, folded: () => folded };
}
