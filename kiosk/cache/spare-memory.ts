import { memoryOutboxStore, type OutboxStore } from './outbox.ts';

/** Items in memory at most; of more, the newest are not kept. */
const MOST = 2_000;

/**
 * [B31] Keeps in memory what `disk` does not take, which `onFailure` is told: it is sent all the same, unless the
 * page ends before. Rejects only when memory is full too, and when `disk` cannot be read.
 */
export function withSpareMemory<Item extends { readonly id: string }>(
  disk: OutboxStore<Item>,
  onFailure: (error: unknown) => void,
): OutboxStore<Item> {
  const memory = memoryOutboxStore<Item>();
  return {
    put: async (item) => {
      try {
        await disk.put(item);
      } catch (error) {
        if ((await memory.count()) >= MOST) throw error;
        onFailure(error);
        await memory.put(item);
      }
    },
    take: async (limit) => {
      const kept = await memory.take(limit);
      if (kept.length >= limit) return kept;
      return [...kept, ...(await disk.take(limit - kept.length))];
    },
    drop: async (ids) => {
      const kept = new Set((await memory.take(MOST)).map(({ id }) => id));
      await memory.drop(ids);
      // A disk that takes nothing may refuse this too.
      const others = ids.filter((id) => !kept.has(id));
      if (others.length > 0) await disk.drop(others);
    },
    count: async () => (await disk.count()) + (await memory.count()),
  };
}
