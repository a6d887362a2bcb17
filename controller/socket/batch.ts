/**
 * Gathers what arrives at the same time, so that many clients share one durable transaction.
 * `run` gets at most `limit` items and returns one result for each, in order. Where a batch fails, each of
 * its items is tried alone, so that one bad item harms nobody else.
 */
export function createBatch<T, R>(
  limit: number,
  run: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  interface Waiting {
    readonly item: T;
    readonly resolve: (result: R) => void;
    readonly reject: (reason: unknown) => void;
  }
  const queue: Waiting[] = [];
  let isRunning = false;

  return (item) =>
    new Promise<R>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      // After the events that this turn of the loop still brings.
      setImmediate(() => void drain());
    });

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await settle(queue.splice(0, limit));
      // SQLite answers without ever yielding; boards must be heard between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
    isRunning = false;
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await run(batch.map((waiting) => waiting.item));
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const waiting of batch) await settle([waiting]);
    }
  }
}
