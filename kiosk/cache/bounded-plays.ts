/**
 * The plays that wait, however long nobody takes them: on the disk up to a number, then the oldest are folded
 * into totals; in memory where the disk takes nothing.
 */
import type { Play, PlayTotal } from '../../shared/content/play.ts';
import { MAX_BATCH } from '../../shared/protocol/events.ts';
import type { FoldHow } from './fold-plays.ts';
import type { OutboxStore } from './outbox.ts';
import type { PlayStore } from './play-store.ts';
import type { StorageWatch } from './storage-watch.ts';

export interface BoundedPlaysOptions extends FoldHow {
  readonly disk: PlayStore;
  readonly memory: PlayStore;
  readonly storage: StorageWatch;
  /** How many plays are kept one by one; the numbers below unless told. */
  readonly most?: { readonly disk: number; readonly memory: number };
}

/** 35 days of slots of 15 s, some 80 MB; and three days. */
const MOST = { disk: 200_000, memory: 20_000 };
const FOLD_AT_ONCE = 1_000;
/**
 * The oldest may be at the controller already, their acknowledgement lost: counted in a total they would count
 * twice. Only a batch is ever under way; twice as many, since a clock may have been set back since.
 */
const SPARED = 2 * MAX_BATCH;

export class BoundedPlays implements OutboxStore<Play> {
  readonly totals: OutboxStore<PlayTotal>;
  readonly #options: BoundedPlaysOptions;
  readonly #counts = new Map<PlayStore, number>();

  constructor(options: BoundedPlaysOptions) {
    this.#options = options;
    this.totals = this.#bothTotals();
  }

  /**
   * Never rejects: where the disk does not take it, it is kept in memory. It is written before anything is
   * asked: a page that is going away gets no answers any more.
   */
  async put(play: Play): Promise<void> {
    const { disk, memory, storage, most = MOST } = this.#options;
    try {
      await disk.put(play);
    } catch (error) {
      storage.failed(error);
      await memory.put(play);
      await this.#bound(memory, most.memory);
      return;
    }
    try {
      await this.#bound(disk, most.disk);
      await this.#bringBack();
      storage.worked();
    } catch (error) {
      storage.failed(error);
    }
  }

  async take(limit: number): Promise<readonly Play[]> {
    const { disk, memory } = this.#options;
    const kept = await memory.take(limit);
    if (kept.length >= limit) return kept;
    return [...kept, ...(await disk.take(limit - kept.length))];
  }

  async drop(ids: readonly string[]): Promise<void> {
    const { disk, memory } = this.#options;
    this.#counts.clear();
    await memory.drop(ids);
    await disk.drop(ids);
  }

  async count(): Promise<number> {
    const { disk, memory } = this.#options;
    return (await disk.count()) + (await memory.count());
  }

  /** How many plays are in the totals. */
  async folded(): Promise<number> {
    const { disk, memory } = this.#options;
    return (await disk.totals.plays()) + (await memory.totals.plays());
  }

  /** To be called after each play that `store` took. */
  async #bound(store: PlayStore, most: number): Promise<void> {
    const before = this.#counts.get(store);
    const count = before === undefined ? await store.count() : before + 1;
    this.#counts.set(store, count);
    if (count <= most) return;
    const { dateOf, newId } = this.#options;
    await store.fold({ spared: SPARED, count: FOLD_AT_ONCE, dateOf, newId });
    this.#counts.delete(store);
  }

  /** The disk takes things again. */
  async #bringBack(): Promise<void> {
    const { disk, memory } = this.#options;
    for (const play of await memory.take(MAX_BATCH)) {
      await disk.put(play);
      await memory.drop([play.id]);
    }
  }

  #bothTotals(): OutboxStore<PlayTotal> {
    const { disk, memory } = this.#options;
    return {
      put: () => Promise.reject(new TypeError('totals are only made by folding')),
      take: async (limit) => {
        const kept = await memory.totals.take(limit);
        if (kept.length >= limit) return kept;
        return [...kept, ...(await disk.totals.take(limit - kept.length))];
      },
      drop: async (ids) => {
        await memory.totals.drop(ids);
        await disk.totals.drop(ids);
      },
      count: async () => (await disk.totals.count()) + (await memory.totals.count()),
    };
  }
}
