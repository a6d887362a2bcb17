/** What must reach the controller exactly once: kept durably until it says that it is stored. */
import { MAX_BATCH } from '../../shared/protocol/events.ts';
import { SingleFlight } from '../single-flight.ts';
import { committed, type BoardDatabase } from './database.ts';

export interface OutboxStore<Item> {
  /** Resolves once the item is on the disk. */
  put(item: Item): Promise<void>;
  /** The oldest `limit` items by key order; empty when there are none. */
  take(limit: number): Promise<readonly Item[]>;
  drop(ids: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

/**
 * Sends one batch; resolves with the ids that need not be sent again. Rejects when unreachable, and with
 * `BatchUnreadable`.
 */
export type SendBatch<Item> = (items: readonly Item[]) => Promise<readonly string[]>;

/** The controller could not read the batch, or not all of it: a build and a server that do not match. */
export class BatchUnreadable extends Error {
  override readonly name = 'BatchUnreadable';
}

export interface OutboxOptions<Item> {
  readonly store: OutboxStore<Item>;
  readonly send: SendBatch<Item>;
  /** Told when storage fails; a link that is down is no failure. */
  readonly onFailure: (error: unknown) => void;
  /** Between two full batches; waits by the browser's timer unless told. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** After a long time offline: as long a pause as the answer took, so that live things come in between. */
const LEAST_PAUSE_MS = 500;

export class Outbox<Item extends { readonly id: string }> {
  readonly #options: OutboxOptions<Item>;
  readonly #draining = new SingleFlight(() => this.#drain());
  /** What the controller could not read; the next page, of another build perhaps, tries again. */
  readonly #aside = new Set<string>();
  #waiting = 0;

  constructor(options: OutboxOptions<Item>) {
    this.#options = options;
  }

  /** Items that are kept and not acknowledged yet, as of the last change. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Keeps `item` and then sends what is kept. Resolves when it is kept, or after reporting that it could not be. */
  async add(item: Item): Promise<void> {
    try {
      await this.#options.store.put(item);
      this.#waiting += 1;
    } catch (error) {
      this.#options.onFailure(error);
    }
    void this.drain();
  }

  /** Sends all that is kept, batch by batch, until it is empty or the link fails. Never rejects. */
  drain(): Promise<void> {
    return this.#draining.run();
  }

  async #drain(): Promise<void> {
    try {
      let isMore = true;
      while (isMore) isMore = await this.#sendNext();
    } catch (error) {
      this.#options.onFailure(error);
    }
  }

  async #sendNext(): Promise<boolean> {
    const { store, wait = pause } = this.#options;
    const oldest = await store.take(MAX_BATCH + this.#aside.size);
    this.#waiting = oldest.length < MAX_BATCH ? oldest.length : await store.count();
    const items = oldest.filter(({ id }) => !this.#aside.has(id)).slice(0, MAX_BATCH);
    if (items.length === 0) return false;
    const asideBefore = this.#aside.size;
    const sentMs = performance.now();
    const settled = await this.#settle(items);
    await store.drop(settled);
    this.#waiting -= settled.length;
    if (settled.length === 0 && this.#aside.size === asideBefore) return false;
    if (items.length === MAX_BATCH)
      await wait(Math.max(LEAST_PAUSE_MS, performance.now() - sentMs));
    return true;
  }

  /** The ids that need not be sent again. A batch with something unreadable in it is sent by halves. */
  async #settle(items: readonly Item[]): Promise<readonly string[]> {
    try {
      return await this.#options.send(items);
    } catch (error) {
      if (!(error instanceof BatchUnreadable)) return [];
    }
    const [only] = items;
    if (items.length > 1) {
      const half = items.length >> 1;
      const first = await this.#settle(items.slice(0, half));
      return [...first, ...(await this.#settle(items.slice(half)))];
    }
    if (only) this.#aside.add(only.id);
    return [];
  }
}

/** Keeps items in `database` with strict durability: a power cut loses nothing that was kept. */
export function outboxStore<Name extends 'plays' | 'receipts'>(
  database: BoardDatabase,
  name: Name,
): OutboxStore<Parameters<typeof database.put<Name>>[1]> {
  return {
    async put(item) {
      const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
      await committed(transaction, transaction.store.put(item));
    },
    take: (limit) => database.getAll(name, null, limit),
    async drop(ids) {
      const transaction = database.transaction(name, 'readwrite');
      await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
    },
    count: () => database.count(name),
  };
}

/** For a page whose storage is refused: nothing survives a restart, but nothing stops either. */
export function memoryOutboxStore<Item extends { readonly id: string }>(): OutboxStore<Item> {
  const items = new Map<string, Item>();
  return {
    put(item) {
      items.set(item.id, item);
      return Promise.resolve();
    },
    take: (limit) => Promise.resolve([...items.values()].slice(0, limit)),
    drop(ids) {
      for (const id of ids) items.delete(id);
      return Promise.resolve();
    },
    count: () => Promise.resolve(items.size),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
