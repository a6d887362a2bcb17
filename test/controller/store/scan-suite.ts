import { describe, expect, it } from 'vitest';
import type { Store } from '../../../controller/store/store.ts';
import { aSlide } from '../../support/values.ts';

/** What every store must keep of short links and of those who follow them. */
export function describeScanRecords(current: () => Store): void {
  const write = <T>(work: Parameters<Store['transact']>[0]) =>
    current().transact(work) as Promise<T>;

  describe('slides by short code', () => {
    const shortLink = { code: 'ABC2345', url: null };

    it('are found by it alone, and keep it to themselves', async () => {
      const linked = aSlide({ id: 'linked', shortLink });
      await write(async (r) => {
        await r.slides.put(aSlide({ id: 'plain' }));
        await r.slides.put(aSlide({ id: 'another' }));
        await r.slides.put(aSlide({ id: 'linked' }));
        await r.slides.put(linked);
      });
      const { slides } = current().records;
      expect(await slides.byShortCode('ABC2345')).toEqual(linked);
      expect(await slides.byShortCode('abc2345')).toBeUndefined();
      await expect(
        write((r) => r.slides.put(aSlide({ id: 'plain', shortLink }))),
      ).rejects.toThrow();
    });
  });

  describe('scans', () => {
    it('add up by slide and day, and are forgotten by day', async () => {
      await write(async (r) => {
        for (const id of ['a', 'b']) await r.slides.put(aSlide({ id }));
        for (const [id, date] of [
          ['a', '2026-11-22'],
          ['a', '2026-11-22'],
          ['a', '2026-11-21'],
          ['b', '2026-11-22'],
        ] as const)
          await r.scans.add(id, date);
      });
      const { scans } = current().records;
      expect(await scans.ofSlide('a')).toEqual([
        { date: '2026-11-21', scans: 1 },
        { date: '2026-11-22', scans: 2 },
      ]);
      expect(await write((r) => r.scans.removeBefore('2026-11-22'))).toBe(1);
      expect(await scans.ofSlide('a')).toEqual([{ date: '2026-11-22', scans: 2 }]);
      expect(await scans.ofSlide('b')).toHaveLength(1);
      expect(await scans.ofSlide('none')).toEqual([]);
    });
  });
}
