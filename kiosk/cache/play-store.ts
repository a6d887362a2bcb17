/** Where plays wait: one by one, and what there was no room for, folded into numbers. */
import type { Play, PlayTotal } from '../../shared/content/play.ts';
import type { BoardDatabase, StoredTotal } from './database.ts';
import { foldPlays, type FoldHow } from './fold-plays.ts';
import { memoryOutboxStore, outboxStore, type OutboxStore } from './outbox.ts';

/** Which plays are folded: the oldest `count` but for the `spared` that are older still. */
export interface FoldAsked extends FoldHow {
  readonly spared: number;
  readonly count: number;
}

export interface TotalStore extends Omit<OutboxStore<PlayTotal>, 'put'> {
  /** How many plays are in them. */
  plays(): Promise<number>;
}

export interface PlayStore extends OutboxStore<Play> {
  fold(asked: FoldAsked): Promise<void>;
  /** What was folded. To take a total seals it: it may be at the controller from then on. */
  readonly totals: TotalStore;
}

/** Keeps plays in `database`, with strict durability. */
export function databasePlayStore(database: BoardDatabase): PlayStore {
  return {
    ...outboxStore(database, 'plays'),
    async fold({ spared, count, ...how }) {
      const transaction = database.transaction(['plays', 'totals'], 'readwrite', STRICT);
      const plays = transaction.objectStore('plays');
      const totals = transaction.objectStore('totals');
      const oldest = (await plays.getAll(null, spared + count)).slice(spared);
      const changed = foldPlays(oldest, await totals.getAll(), how);
      await Promise.all([
        ...oldest.map(({ id }) => plays.delete(id)),
        ...changed.map((total) => totals.put(total)),
        transaction.done,
      ]);
    },
    totals: {
      async take(limit) {
        const transaction = database.transaction('totals', 'readwrite', STRICT);
        const taken = await transaction.store.getAll(null, limit);
        const open = taken.filter(({ isSealed }) => !isSealed);
        const sealing = open.map((total) => transaction.store.put({ ...total, isSealed: true }));
        await Promise.all([...sealing, transaction.done]);
        return taken.map(unsealed);
      },
      async drop(ids) {
        const transaction = database.transaction('totals', 'readwrite');
        await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
      },
      count: () => database.count('totals'),
      plays: async () => playsIn(await database.getAll('totals')),
    },
  };
}

/** For a page whose storage is refused, or full. */
export function memoryPlayStore(): PlayStore {
  const plays = memoryOutboxStore<Play>();
  const totals = new Map<string, StoredTotal>();
  return {
    ...plays,
    async fold({ spared, count, ...how }) {
      const oldest = (await plays.take(spared + count)).slice(spared);
      const changed = foldPlays(oldest, [...totals.values()], how);
      for (const total of changed) totals.set(total.id, total);
      await plays.drop(oldest.map(({ id }) => id));
    },
    totals: {
      take(limit) {
        const taken = [...totals.values()].slice(0, limit);
        for (const total of taken) totals.set(total.id, { ...total, isSealed: true });
        return Promise.resolve(taken.map(unsealed));
      },
      drop(ids) {
        for (const id of ids) totals.delete(id);
        return Promise.resolve();
      },
      count: () => Promise.resolve(totals.size),
      plays: () => Promise.resolve(playsIn([...totals.values()])),
    },
  };
}

const STRICT = { durability: 'strict' } as const;

function unsealed(total: StoredTotal): PlayTotal {
  const { id, date, slideId, revisionId, bookingId } = total;
  const { played, cut, failed, shownMs, clockSure } = total;
  return { id, date, slideId, revisionId, bookingId, played, cut, failed, shownMs, clockSure };
}

function playsIn(totals: readonly StoredTotal[]): number {
  return totals.reduce((sum, { played, cut, failed }) => sum + played + cut + failed, 0);
}
