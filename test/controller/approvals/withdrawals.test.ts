import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredPlayTotal } from '../../../controller/store/store.ts';
import { openReviewedHouse, type ReviewedHouse } from '../../support/reviewed-house.ts';
import { aPlay, aPlayTotal, aReceipt, aScreen } from '../../support/values.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
const at = (time: string) => Date.parse(`${time}+09:00`);

let house: ReviewedHouse;
let clock = NOON;
beforeAll(async () => {
  house = await openReviewedHouse({ now: () => clock });
  await house.controller.context.store.transact(async (records) => {
    await records.screens.put(aScreen({ id: 'market', name: '시장 전광판' }));
  });
});
afterAll(() => house.controller.stop());

const reports = (slideId: string) =>
  house.by('manager').get('readWithdrawals', { params: { slideId } });
const store = () => house.controller.context.store;
const played = (time: string, screenId = 'board', outcome: 'played' | 'failed' = 'played') =>
  aPlay({
    ...{ slideId: 'bread', revisionId: 'bread-r1', screenId, outcome },
    ...{ startedAt: at(time), endedAt: at(time) + 15_000 },
  });

describe('a withdrawal', () => {
  it('[V30] keeps who, when and what, and counts the boards as they say so', async () => {
    expect(await reports('bread')).toEqual([]);
    await house.withdraw('manager', await house.read('bread'));
    const [before] = await reports('bread');
    expect(before).toMatchObject({
      withdrawal: { at: NOON, revisionId: 'bread-r1', personId: 'manager', actor: 'manager' },
      screens: [{ screenId: 'board', confirmedAt: null, latencyMs: null }],
      shown: [],
    });
    const receipt = aReceipt({
      ...{ kind: 'withdrawal', subjectId: 'bread', screenId: 'board' },
      ...{ paintedAt: NOON + 420, receivedAt: NOON + 450, latencyMs: 420 },
    });
    await store().transact((records) => records.receipts.add([receipt]));
    const [after] = await reports('bread');
    expect(after?.screens).toEqual([
      { screenId: 'board', confirmedAt: NOON + 420, latencyMs: 420 },
    ]);
  });

  it('[V30] stands beside what was shown until then, by day in the zone and by board', async () => {
    await store().transact((records) =>
      records.plays.add([
        played('2026-11-22T23:59:50'),
        played('2026-11-23T00:00:10'),
        played('2026-11-23T11:00:00'),
        played('2026-11-23T11:00:30', 'board', 'failed'),
        played('2026-11-23T10:00:00', 'market'),
        played('2026-11-23T12:00:01'),
      ]),
    );
    const [report] = await reports('bread');
    expect(report?.shown).toEqual([
      {
        ...{ screenId: 'board', date: '2026-11-23', plays: 2, shownMs: 30_000 },
        ...{ firstAt: at('2026-11-23T00:00:10'), lastAt: at('2026-11-23T11:00:00') },
      },
      {
        ...{ screenId: 'market', date: '2026-11-23', plays: 1, shownMs: 15_000 },
        ...{ firstAt: at('2026-11-23T10:00:00'), lastAt: at('2026-11-23T10:00:00') },
      },
      {
        ...{ screenId: 'board', date: '2026-11-22', plays: 1, shownMs: 15_000 },
        ...{ firstAt: at('2026-11-22T23:59:50'), lastAt: at('2026-11-22T23:59:50') },
      },
    ]);
  });

  it('[V30] counts also what a board could only count, over the boundary between the two', async () => {
    const counted = (date: string, fields: Partial<StoredPlayTotal>) =>
      aPlayTotal({ slideId: 'bread', revisionId: 'bread-r1', date, ...fields });
    await store().transact((records) =>
      records.plays.addTotals([
        counted('2026-11-21', { played: 400, cut: 2, failed: 7, shownMs: 6_010_000 }),
        counted('2026-11-21', { played: 10, shownMs: 150_000, clockSure: false }),
        counted('2026-11-22', { played: 30, shownMs: 450_000 }),
        counted('2026-11-22', { failed: 3, screenId: 'market' }),
        counted('2026-11-22', { played: 5, slideId: 'noodles', revisionId: 'noodles-r1' }),
        counted('2026-11-24', { played: 1, shownMs: 15_000 }),
      ]),
    );
    const [report] = await reports('bread');
    expect(report?.shown.slice(2)).toEqual([
      {
        ...{ screenId: 'board', date: '2026-11-22', plays: 31, shownMs: 465_000 },
        ...{ firstAt: null, lastAt: null },
      },
      {
        ...{ screenId: 'board', date: '2026-11-21', plays: 412, shownMs: 6_160_000 },
        ...{ firstAt: null, lastAt: null },
      },
    ]);
    expect(report?.shown.slice(0, 2)).toMatchObject([{ plays: 2 }, { plays: 1 }]);
  });

  it('[V30] that comes again has a report of its own; the earlier one stays as it was', async () => {
    const [earlier] = await reports('bread');
    clock += 60_000;
    await house.approve('manager', await house.read('bread'));
    await house.withdraw('manager', await house.read('bread'));
    const [newest, older] = await reports('bread');
    expect(newest?.withdrawal.at).toBe(clock);
    expect(newest?.screens.every(({ confirmedAt }) => confirmedAt === null)).toBe(true);
    expect(older).toEqual(earlier);
  });
});

describe("a shop's slides", () => {
  it('[V40] tell how often they were shown, today and in all, and when they come next', async () => {
    clock = at('2026-11-23T12:10:00');
    await house.approve('manager', await house.read('bread'));
    const [bread] = await house.by('baker').get('readShopSlides', { params: { shopId: 'bakery' } });
    expect(bread).toMatchObject({ slideId: 'bread', playsToday: 4, playsInAll: 448 });
    expect(bread?.next?.screenId).toBe('board');
    expect(bread?.next?.at).toBeGreaterThan(clock);
  });
});
