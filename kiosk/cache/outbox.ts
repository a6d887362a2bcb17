/** What must reach the controller exactly once: kept durably until it says that it is stored. */
import { MAX_BATCH } from '../../shared/protocol/events.ts';
import { SingleFlight } from '../single-flight.ts';
import type { BoardDatabase } from './database.ts';

export interface OutboxStore<Item> {
  /** Resolves once the item is on the disk. */
  put(item: Item): Promise<void>;
  /** The oldest `limit` items by key order; empty when there are none. */
  take(limit: number): Promise<readonly Item[]>;
  drop(ids: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

/** Sends one batch; resolves with the ids that are stored at the other end. Rejects when unreachable. */
export type SendBatch<Item> = (items: readonly Item[]) => Promise<readonly string[]>;

export class Outbox<Item extends { readonly id: string }> {
  readonly #store: OutboxStore<Item>;
  readonly #send: SendBatch<Item>;
  readonly #onFailure: (error: unknown) => void;
  readonly #draining = new SingleFlight(() => this.#drain());
  #waiting = 0;

  constructor(options: {
    readonly store: OutboxStore<Item>;
    readonly send: SendBatch<Item>;
    /** Told when storage fails; a link that is down is no failure. */
    readonly onFailure: (error: unknown) => void;
  }) {
    this.#store = options.store;
    this.#send = options.send;
    this.#onFailure = options.onFailure;
  }

  /** Items that are kept and not acknowledged yet, as of the last change. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Keeps `item` and then sends what is kept. Resolves when it is kept, or after reporting that it could not be. */
  async add(item: Item): Promise<void> {
    try {
      await this.#store.put(item);
      this.#waiting += 1;
    } catch (error) {
      this.#onFailure(error);
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
      this.#onFailure(error);
    }
  }

  async #sendNext(): Promise<boolean> {
    const items = await this.#store.take(MAX_BATCH);
    this.#waiting = items.length < MAX_BATCH ? items.length : await this.#store.count();
    if (items.length === 0) return false;
    const stored = await this.#send(items).catch(() => []);
    if (stored.length === 0) return false;
    await this.#store.drop(stored);
    this.#waiting -= stored.length;
    return true;
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
      const putting = transaction.store.put(item);
      // At once: what the page says while it is being left would otherwise be undone with it.
      transaction.commit();
      await Promise.all([putting, transaction.done]);
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
