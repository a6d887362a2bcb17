/** The part of the store's suite about boards and what they prove: devices, announcements, plays, audit. */
import { describe, expect, it } from 'vitest';
import { ALL_CLEAR_MS } from '../../../shared/content/announcement.ts';
import type { Store } from '../../../controller/store/store.ts';
import { anAnnouncement, aPlay, aPlayTotal, aReceipt, aScreen } from '../../support/values.ts';

const NOW = 1_800_000_000_000;

/** Declares the tests; `stored` gives the store of the test that runs. */
export function describeProofRecords(stored: () => Store): void {
  const write = <T>(work: Parameters<Store['transact']>[0]) =>
    stored().transact(work) as Promise<T>;

  describe('devices', () => {
    const device = {
      id: 'd',
      screenId: 'board',
      pairedAt: NOW,
      lastSeenAt: null,
      revokedAt: null,
      tokenHash: 't',
    };

    it('are one live a screen', async () => {
      await write(async (r) => {
        await r.screens.put(aScreen({ id: 'board' }));
        await r.devices.put(device);
      });
      const second = { ...device, id: 'e', tokenHash: 'u' };
      await expect(write((r) => r.devices.put(second))).rejects.toThrow();
      await write(async (r) => {
        await r.devices.put({ ...device, lastSeenAt: NOW + 1, revokedAt: NOW + 2 });
        await r.devices.put(second);
      });
      const { devices } = stored().records;
      expect(await devices.liveOfScreen('board')).toEqual(second);
      expect(await devices.live()).toEqual([second]);
      expect(await devices.byTokenHash('t')).toEqual({
        ...device,
        lastSeenAt: NOW + 1,
        revokedAt: NOW + 2,
      });
    });

    it('start as pairings, found by code until they expire', async () => {
      const pairing = {
        id: 'a',
        secretHash: 's',
        code: 'ABCD1234',
        expiresAt: NOW + 10,
        screenId: null,
      };
      await write(async (r) => {
        await r.pairings.put(pairing);
        await r.pairings.put({ ...pairing, screenId: 'board' });
      });
      const { pairings } = stored().records;
      expect(await pairings.byCode('ABCD1234', NOW)).toEqual({ ...pairing, screenId: 'board' });
      expect(await pairings.byCode('ABCD1234', NOW + 10)).toBeUndefined();
      expect(await write((r) => r.pairings.removeExpired(NOW + 10))).toBe(1);
    });
  });

  describe('announcements', () => {
    it('are current until they expire, and for a minute after they were lifted', async () => {
      const ids = async (at: number) =>
        (await stored().records.announcements.current(at)).map(({ id }) => id);
      expect(await stored().records.announcements.newestSeq()).toBe(0);
      await write(async (r) => {
        await r.announcements.put(anAnnouncement({ id: 'open', seq: 1, expiresAt: NOW + 10 }));
        await r.announcements.put(
          anAnnouncement({ id: 'lifted', seq: 2, expiresAt: NOW + 10, clearedAt: NOW }),
        );
      });
      expect(await ids(NOW)).toEqual(['open', 'lifted']);
      expect(await ids(NOW + 10)).toEqual(['lifted']);
      expect(await ids(NOW + ALL_CLEAR_MS - 1)).toEqual(['lifted']);
      expect(await ids(NOW + ALL_CLEAR_MS)).toEqual([]);
      expect(await stored().records.announcements.newestSeq()).toBe(2);
      const recent = await stored().records.announcements.recent(1);
      expect(recent.map(({ id }) => id)).toEqual(['lifted']);
    });
  });

  describe('proof', () => {
    it('stores each play and receipt once and names the new ones', async () => {
      const plays = Array.from({ length: 250 }, (_, index) => aPlay({ startedAt: NOW + index }));
      const added = await write<readonly string[]>((r) => r.plays.add(plays));
      expect(new Set(added)).toEqual(new Set(plays.map(({ id }) => id)));
      const extra = aPlay({ startedAt: NOW + 250 });
      expect(await write((r) => r.plays.add([...plays, extra, extra]))).toEqual([extra.id]);
      expect(await stored().records.plays.count()).toBe(251);
      const between = await stored().records.plays.between('board', NOW + 10, NOW + 12);
      expect(between).toEqual([plays[10], plays[11]]);
      expect(await stored().records.plays.between('other', NOW, NOW + 12)).toEqual([]);
      expect(await write((r) => r.plays.add([]))).toEqual([]);

      const receipt = aReceipt({ subjectId: 'a', latencyMs: 81.5 });
      expect(await write((r) => r.receipts.add([receipt, receipt]))).toEqual([receipt.id]);
      expect(await stored().records.receipts.ofSubjects(['a', 'b'])).toEqual([receipt]);
      expect(await stored().records.receipts.ofSubjects([])).toEqual([]);
    });
  });

  describe('how often slides were shown', () => {
    const midnight = Date.UTC(2026, 10, 22, 15);
    const counts = (date: string) => stored().records.playDays.counts(['a', 'b', 'c'], date);

    it('is counted by the day of each board, once for each play', async () => {
      const fields = { slideId: 'a', startedAt: midnight, endedAt: midnight + 15_000 };
      const plays = [
        aPlay(fields),
        aPlay({ ...fields, startedAt: midnight - 1 }),
        aPlay({ ...fields, outcome: 'cut' }),
        aPlay({ ...fields, outcome: 'failed' }),
        aPlay({ ...fields, screenId: 'west', startedAt: midnight - 1 }),
        aPlay({ ...fields, slideId: 'b', outcome: 'failed' }),
      ];
      await write(async (r) => {
        await r.screens.put(aScreen({ id: 'board', zone: 'Asia/Seoul' }));
        await r.screens.put(aScreen({ id: 'west', zone: 'Europe/Lisbon' }));
        await r.plays.add([...plays, plays[0]!]);
      });
      await write((r) => r.plays.add([...plays, aPlay(fields)]));
      expect(await counts('2026-11-23')).toEqual([{ slideId: 'a', onDate: 3, inAll: 5 }]);
      expect(await counts('2026-11-22')).toEqual([{ slideId: 'a', onDate: 2, inAll: 5 }]);
    });

    it('has what boards could only count', async () => {
      const total = aPlayTotal({ slideId: 'a', date: '2026-11-22', played: 400, cut: 2 });
      const failed = aPlayTotal({ slideId: 'b', date: '2026-11-22', failed: 7 });
      for (let times = 0; times < 2; times += 1)
        await write((r) => r.plays.addTotals([total, failed]));
      expect(await counts('2026-11-22')).toEqual([{ slideId: 'a', onDate: 402, inAll: 402 }]);
    });
  });

  describe('the audit log', () => {
    it('counts up and is read backwards in pages', async () => {
      const entry = { at: NOW, personId: null, actor: '시스템', subjectId: 's' };
      await write(async (r) => {
        for (const action of ['a', 'b', 'c']) {
          await r.audit.add({ ...entry, action, before: null, after: { 값: action } });
        }
      });
      const first = await stored().records.audit.page(null, 2);
      expect(first.map(({ action }) => action)).toEqual(['c', 'b']);
      expect(first[0]).toMatchObject({ ...entry, before: null, after: { 값: 'c' } });
      const second = await stored().records.audit.page(first[1]!.id, 2);
      expect(second.map(({ action }) => action)).toEqual(['a']);
    });

    it('tells when each subject of a noun was last changed', async () => {
      const entry = { personId: null, actor: '시스템', before: null, after: null };
      await write(async (r) => {
        await r.audit.add({ ...entry, at: 1, action: 'lamp.create', subjectId: 'one' });
        await r.audit.add({ ...entry, at: 5, action: 'lamp.end', subjectId: 'one' });
        await r.audit.add({ ...entry, at: 3, action: 'lamp.save', subjectId: 'two' });
        await r.audit.add({ ...entry, at: 9, action: 'lamps.save', subjectId: 'two' });
      });
      const newest = await stored().records.audit.newest('lamp');
      expect([...newest].sort()).toEqual([
        ['one', 5],
        ['two', 3],
      ]);
    });
  });
}
