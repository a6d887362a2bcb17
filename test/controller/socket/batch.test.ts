import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../controller/socket/batch.ts';

describe('createBatch', () => {
  it('gathers what arrives together, in order, up to its limit', async () => {
    const runs: number[][] = [];
    const add = createBatch<number, number>(3, (items) => {
      runs.push([...items]);
      return Promise.resolve(items.map((item) => item * 10));
    });
    expect(await Promise.all([1, 2, 3, 4, 5].map(add))).toEqual([10, 20, 30, 40, 50]);
    expect(runs).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(await add(6)).toBe(60);
  });

  it('lets one bad item harm nobody else', async () => {
    const add = createBatch<number, number>(10, (items) =>
      items.includes(2) ? Promise.reject(new Error('bad')) : Promise.resolve([...items]),
    );
    const settled = await Promise.allSettled([1, 2, 3].map(add));
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
