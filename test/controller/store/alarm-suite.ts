import { describe, expect, it } from 'vitest';
import type { Store } from '../../../controller/store/store.ts';
import { aNote, aRelease } from '../../support/alarm-samples.ts';

const NOW = 1_000_000_000;

/** What every store must keep of emergencies on their way. */
export function describeAlarmRecords(current: () => Store): void {
  const write = <T>(work: Parameters<Store['transact']>[0]) =>
    current().transact(work) as Promise<T>;

  describe('release requests', () => {
    it('are replaced by id, and found by time and by what they put on air', async () => {
      const at = (id: string, requestedAt: number) => aRelease(NOW, { id, requestedAt }).request;
      const released = { ...at('b', 20), state: 'released', announcementId: 'flood' } as const;
      await write(async (r) => {
        for (const request of [at('a', 10), at('b', 20), at('c', 30)])
          await r.alarms.putRequest(request);
        await r.alarms.putRequest(released);
      });
      const { alarms } = current().records;
      expect(await alarms.request('b')).toEqual(released);
      expect(await alarms.request('none')).toBeUndefined();
      expect(await alarms.requestOf('flood')).toEqual(released);
      expect((await alarms.requestsSince(20)).map(({ id }) => id)).toEqual(['c', 'b']);
    });

    it('put on air what no other did', async () => {
      const of = (id: string) => aRelease(NOW, { id, announcementId: 'fire' }).request;
      await write((r) => r.alarms.putRequest(of('one')));
      await expect(write((r) => r.alarms.putRequest(of('two')))).rejects.toThrow();
    });
  });

  describe('notes', () => {
    it('stay with each person until they say that they know', async () => {
      await write(async (r) => {
        await r.alarms.addNote(aNote(NOW, { id: 'old', at: 5 }));
        await r.alarms.addNote(aNote(NOW, { id: 'new', at: 10 }));
      });
      const { alarms } = current().records;
      const unknown = async (person: string, since = 0) =>
        (await alarms.unacknowledged(person, since)).map(({ id }) => id);
      expect(await unknown('kim')).toEqual(['new', 'old']);
      expect(await unknown('kim', 6)).toEqual(['new']);
      expect(await write((r) => r.alarms.acknowledge('new', 'kim', 11))).toBe(true);
      expect(await write((r) => r.alarms.acknowledge('new', 'kim', 12))).toBe(false);
      expect(await unknown('kim')).toEqual(['old']);
      expect(await unknown('lee')).toEqual(['new', 'old']);
      expect(await alarms.note('new')).toMatchObject({ at: 10 });
    });
  });
}
