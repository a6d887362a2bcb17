import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchUnreadable, memoryOutboxStore, Outbox } from '../../../kiosk/cache/outbox.ts';
import { withSpareMemory } from '../../../kiosk/cache/spare-memory.ts';

interface Item {
  readonly id: string;
}

/** A far end that may lose the request or the answer, and stores each id once. */
function farEnd() {
  const stored = new Map<string, number>();
  const weather: ('fine' | 'lost' | 'answer lost')[] = [];
  const send = (items: readonly Item[]): Promise<readonly string[]> => {
    const now = weather.shift() ?? 'fine';
    if (now === 'lost') return Promise.reject(new Error('no link'));
    for (const { id } of items) stored.set(id, (stored.get(id) ?? 0) + 1);
    if (now === 'answer lost') return Promise.reject(new Error('no answer'));
    return Promise.resolve(items.map(({ id }) => id));
  };
  return { stored, weather, send };
}

function wait(): Promise<void> {
  return Promise.resolve();
}

describe('outbox', () => {
  it('[B28] brings every item to the other end, whatever is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('fine', 'lost', 'answer lost'), { maxLength: 20 }),
        fc.integer({ min: 1, max: 450 }),
        async (weather, count) => {
          const far = farEnd();
          far.weather.push(...weather);
          const store = memoryOutboxStore<Item>();
          const outbox = new Outbox({ store, send: far.send, onFailure: () => undefined, wait });
          for (let i = 0; i < count; i += 1) await outbox.add({ id: `play-${i}` });
          for (let i = 0; i <= weather.length; i += 1) await outbox.drain();
          expect(far.stored.size).toBe(count);
          expect(await store.count()).toBe(0);
          expect(outbox.waiting).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('[B28] keeps what is not acknowledged for the next page', async () => {
    const store = memoryOutboxStore<Item>();
    const offline = new Outbox<Item>({
      store,
      send: () => Promise.reject(new Error('no link')),
      onFailure: () => undefined,
    });
    await offline.add({ id: 'a' });
    await offline.drain();
    const far = farEnd();
    await new Outbox({ store, send: far.send, onFailure: () => undefined }).drain();
    expect([...far.stored.keys()]).toEqual(['a']);
  });

  it('[B29] sends at most 200 at a time', async () => {
    const sizes: number[] = [];
    const store = memoryOutboxStore<Item>();
    for (let i = 0; i < 450; i += 1) await store.put({ id: `play-${i}` });
    const outbox = new Outbox<Item>({
      store,
      send: (items) => {
        sizes.push(items.length);
        return Promise.resolve(items.map(({ id }) => id));
      },
      onFailure: () => undefined,
      wait,
    });
    await outbox.drain();
    expect(sizes).toEqual([200, 200, 50]);
  });

  it('[B31] reports a disk that is full and goes on', async () => {
    const failures: unknown[] = [];
    const store = memoryOutboxStore<Item>();
    const outbox = new Outbox<Item>({
      store: { ...store, put: () => Promise.reject(new Error('QuotaExceededError')) },
      send: () => Promise.resolve([]),
      onFailure: (error) => failures.push(error),
    });
    await outbox.add({ id: 'a' });
    expect(failures).toHaveLength(1);
  });

  it('[B31] sends from memory what the disk does not take, and asks the disk to forget only its own', async () => {
    const disk = memoryOutboxStore<Item>();
    await disk.put({ id: 'kept' });
    const forgotten: string[] = [];
    const failures: unknown[] = [];
    const store = withSpareMemory<Item>(
      {
        ...disk,
        put: () => Promise.reject(new Error('QuotaExceededError')),
        drop: (ids) => {
          forgotten.push(...ids);
          return disk.drop(ids);
        },
      },
      (error) => failures.push(error),
    );
    const far = farEnd();
    far.weather.push('lost');
    const outbox = new Outbox({ store, send: far.send, onFailure: () => undefined, wait });
    await outbox.add({ id: 'spare' });
    await outbox.drain();
    expect([...far.stored].sort()).toEqual([
      ['kept', 1],
      ['spare', 1],
    ]);
    expect(forgotten).toEqual(['kept']);
    expect([failures.length, await store.count()]).toEqual([1, 0]);
    for (let i = 0; i < 2_000; i += 1) await store.put({ id: `spare-${i}` });
    await expect(store.put({ id: 'too many' })).rejects.toThrow('Quota');
  });

  it('[B28] sets aside what the controller cannot read, keeps it, and sends the rest', async () => {
    const store = memoryOutboxStore<Item>();
    for (let i = 0; i < 450; i += 1) await store.put({ id: `play-${i}` });
    // More than a batch of them, and all the oldest.
    const isStrange = ({ id }: Item) => Number(id.slice('play-'.length)) < 201;
    const stored = new Set<string>();
    const outbox = new Outbox<Item>({
      store,
      send: (items) => {
        if (items.some(isStrange)) return Promise.reject(new BatchUnreadable('malformed'));
        for (const { id } of items) stored.add(id);
        return Promise.resolve(items.map(({ id }) => id));
      },
      onFailure: () => undefined,
      wait,
    });
    await outbox.drain();
    expect(stored.size).toBe(249);
    expect(await store.count()).toBe(201);
    expect(outbox.waiting).toBe(201);
  });
});
