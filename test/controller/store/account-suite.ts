import { describe, expect, it } from 'vitest';
import type { Store } from '../../../controller/store/store.ts';
import { aPerson } from '../../support/values.ts';

const NOW = 1_800_000_000_000;

/** What every store must keep of second steps and of browsers that are known. */
export function describeAccountRecords(current: () => Store): void {
  const write = <T>(work: Parameters<Store['transact']>[0]) =>
    current().transact(work) as Promise<T>;
  const people = () =>
    write(async (r) => {
      for (const id of ['kim', 'lee']) await r.people.put(aPerson({ id }));
    });

  describe('second steps', () => {
    const twoStep = { personId: 'kim', key: 'ABC', onSince: null, lastStep: 0 };

    it('are one a person, and go with their recovery codes', async () => {
      await people();
      await write(async (r) => {
        await r.twoSteps.put(twoStep);
        await r.twoSteps.put({ ...twoStep, key: 'DEF', onSince: NOW, lastStep: 7 });
        await r.twoSteps.setCodes('kim', ['one', 'two']);
        await r.twoSteps.setCodes('lee', ['three']);
      });
      const { twoSteps } = current().records;
      const on = { ...twoStep, key: 'DEF', onSince: NOW, lastStep: 7 };
      expect(await twoSteps.get('kim')).toEqual(on);
      expect(await twoSteps.get('lee')).toBeUndefined();
      await write((r) => r.twoSteps.remove('kim'));
      expect(await twoSteps.get('kim')).toBeUndefined();
      expect(await twoSteps.codesLeft('kim')).toBe(0);
      expect(await twoSteps.codesLeft('lee')).toBe(1);
    });

    it('have recovery codes that are taken once, by their own person', async () => {
      await people();
      await write((r) => r.twoSteps.setCodes('kim', ['one', 'two']));
      const take = (personId: string, hash: string) =>
        write<boolean>((r) => r.twoSteps.takeCode(personId, hash));
      expect(await take('lee', 'one')).toBe(false);
      expect(await take('kim', 'one')).toBe(true);
      expect(await take('kim', 'one')).toBe(false);
      await write((r) => r.twoSteps.setCodes('kim', ['four']));
      expect(await take('kim', 'two')).toBe(false);
      expect(await current().records.twoSteps.codesLeft('kim')).toBe(1);
    });
  });

  describe('known browsers', () => {
    it('may be those of several people, until each expires', async () => {
      await people();
      await write(async (r) => {
        await r.knownDevices.put({ hash: 'h', personId: 'kim', expiresAt: NOW + 1 });
        await r.knownDevices.put({ hash: 'h', personId: 'lee', expiresAt: NOW + 1 });
        await r.knownDevices.put({ hash: 'h', personId: 'lee', expiresAt: NOW + 9 });
      });
      const { knownDevices } = current().records;
      expect(await knownDevices.people('h', NOW)).toEqual(['kim', 'lee']);
      expect(await knownDevices.people('other', NOW)).toEqual([]);
      expect(await knownDevices.people('h', NOW + 1)).toEqual(['lee']);
      expect(await write((r) => r.knownDevices.removeExpired(NOW + 1))).toBe(1);
      await write((r) => r.knownDevices.removeOfPerson('lee'));
      expect(await knownDevices.people('h', NOW)).toEqual([]);
    });
  });
}
