import { expect, describe, it } from 'vitest';
import type { HistoryStep, Records, Store } from '../../../controller/store/store.ts';
import type { Manifest, ManifestPatch } from '../../../shared/protocol/manifest.ts';
import { aManifest } from '../../support/manifest-builder.ts';
import { aScreen } from '../../support/values.ts';

const EVER_MS = Number.MAX_SAFE_INTEGER;
const whole = (revision: number): Manifest => aManifest({ id: 'plan', revision });
const patch = (to: number): ManifestPatch => ({
  ...{ manifestId: 'plan', from: to - 1, to, calendar: null, replan: null, hash: '0' },
  put: { organizations: [], shops: [], slides: [], bookings: [] },
  drop: { organizations: [], shops: [], slides: [], bookings: [] },
});
const began = (revision: number, at: number): HistoryStep => ({
  ...{ manifestId: 'plan', revision, at, patch: null, manifest: whole(revision) },
});
const moved = (revision: number, at: number): HistoryStep => ({
  ...{ manifestId: 'plan', revision, at, patch: patch(revision), manifest: null },
});

/** What every store must keep of the history of manifests. */
export function describeHistoryRecords(current: () => Store): void {
  const history = () => current().records.history;
  const write = <T>(work: (records: Records) => Promise<T>) => current().transact(work);
  const add = (...steps: readonly HistoryStep[]) =>
    write(async (records) => {
      for (const step of steps) await records.history.add(step);
    });

  describe('steps of manifests', () => {
    it('begin with the newest whole one, or the first there is', async () => {
      const steps = [began(1, 100), moved(2, 200), began(3, 300), moved(4, 400)];
      await add(...steps, { ...began(1, 100), manifestId: 'other' });
      expect(await history().steps('plan', 300, EVER_MS)).toEqual(steps.slice(2));
      expect(await history().steps('plan', 299, 400)).toEqual(steps.slice(0, 3));
      expect(await history().steps('plan', 0, EVER_MS)).toEqual(steps);
      expect(await history().steps('nothing', 0, EVER_MS)).toEqual([]);
    });

    it('are forgotten before the last whole one that a day still needs', async () => {
      await add(began(1, 100), moved(2, 200), began(3, 300), moved(4, 400), began(5, 500));
      expect(await write((records) => records.history.removeBefore(299))).toBe(0);
      expect(await write((records) => records.history.removeBefore(450))).toBe(2);
      expect((await history().steps('plan', 0, EVER_MS)).map((step) => step.revision)).toEqual([
        3, 4, 5,
      ]);
    });
  });

  describe('what screens play by', () => {
    it('is known at every instant from the first on, and after the clock was set back', async () => {
      await write(async (records) => {
        for (const id of ['a', 'b']) await records.screens.put(aScreen({ id }));
        await records.history.assign('a', 'one', 100);
        await records.history.assign('a', 'two', 200);
        await records.history.assign('a', 'three', 200);
        await records.history.assign('b', 'one', 100);
      });
      const [one, three] = [
        { manifestId: 'one', fromMs: 100 },
        { manifestId: 'three', fromMs: 200 },
      ];
      expect(await history().assigned('a', 0, 100)).toEqual([]);
      expect(await history().assigned('a', 150, 200)).toEqual([one]);
      expect(await history().assigned('a', 150, 201)).toEqual([one, three]);
      expect(await history().assigned('a', 200, 999)).toEqual([three]);
      expect(await history().newestAssigned()).toEqual(
        new Map([
          ['a', 'three'],
          ['b', 'one'],
        ]),
      );
      await write((records) => records.history.assign('a', 'four', 150));
      expect(await history().assigned('a', 0, 999)).toEqual([
        one,
        { manifestId: 'four', fromMs: 150 },
      ]);
    });
  });
}
