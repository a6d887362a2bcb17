import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claims } from '../../../shared/protocol/manifest.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { rollManifests } from '../../../controller/usecases/roll-manifests.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import {
  held,
  ModelBoard,
  NOON,
  startTestDesk,
  TODAY,
  type TestDesk,
} from '../../support/test-desk.ts';
import { aScreen } from '../../support/values.ts';
import { addSlide, book } from './desk-changes.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startTestDesk();
});
afterEach(() => desk.stop());

async function claim(claims: Claims, manifestId = 'plan-board'): Promise<void> {
  desk.clock += 1000;
  await desk.run((_records, noted) => {
    noted.claims(new Map([[manifestId, claims]]));
    return Promise.resolve();
  });
}

const newsAhead = () =>
  (desk.context.manifests.planOf('board', TODAY) ?? []).filter(
    (slot) => slot.bookingId === 'news-booking' && slot.startMs > desk.clock,
  ).length;

describe('claims of a day', () => {
  it('[S10] reach the boards by a patch to the same hash and the same slots', async () => {
    const board = new ModelBoard(desk, 'board');
    await claim({ 'news-booking': 20 });
    board.hear();
    expect(board.pulls).toBe(0);
    expect(desk.patches.at(-1)?.replan).toEqual({
      ...{ effectiveAt: desk.clock, showNow: null },
      claims: { 'news-booking': 20 },
    });
    expect(board.manifest.carry?.claims).toEqual({ 'news-booking': 20 });
    expect(board.slots(TODAY)).toEqual(new ModelBoard(desk, 'board').slots(TODAY));
  });

  it('[S10] put slots into the rest of the day', async () => {
    await desk.run(async (records, noted) => {
      for (const name of ['a', 'b', 'c']) {
        await addSlide(records, noted, name);
        await book(records, noted, {
          ...{ id: `${name}-booking`, slideIds: [name], organizationId: 'office' },
        });
      }
    });
    const before = newsAhead();
    await claim({ 'news-booking': 20 });
    expect(newsAhead()).toBeGreaterThan(before + 10);
  });

  it('[S10] move nothing when they are given again, and less when some are taken back', async () => {
    await claim({ 'news-booking': 20 });
    await claim({ 'news-booking': 20, 'bread-booking': 0 });
    expect(desk.patches).toHaveLength(1);
    await claim({ 'news-booking': 3 });
    expect(held(desk, 'board').manifest.carry?.claims).toEqual({ 'news-booking': 3 });
    await claim({});
    expect(held(desk, 'board').manifest.carry?.claims).toEqual({});
    expect(desk.patches).toHaveLength(3);
  });

  it('[S10] stay through other changes of the day and a restart, and end with it', async () => {
    await claim({ 'news-booking': 20 });
    desk.clock += HOUR_MS;
    await desk.run(async (records, noted) => {
      await addSlide(records, noted, 'soup');
      await book(records, noted, { id: 'soup-booking', slideIds: ['soup'] });
    });
    expect(desk.patches.at(-1)?.replan).not.toHaveProperty('claims');
    await desk.restart();
    expect(held(desk, 'board').manifest.carry?.claims).toEqual({ 'news-booking': 20 });
    desk.clock = NOON + DAY_MS;
    await rollManifests(desk.context);
    await claim({});
    expect(desk.patches.at(-1)?.replan).toBeNull();
  });

  it('[S10] are for one plan; of another one nothing moves, nor of a board that is dark', async () => {
    await claim({ 'news-booking': 20 }, 'plan-elsewhere');
    expect(desk.patches).toEqual([]);
    const week = Array.from({ length: 7 }, () => ({ fromMinute: 360, toMinute: 600 }));
    const dark = await startTestDesk(async (records) => {
      await seedHouse(records);
      await records.screens.put(aScreen({ id: 'board', week }));
    });
    try {
      await dark.run((_records, noted) => {
        noted.claims(new Map([['plan-board', { 'news-booking': 20 }]]));
        return Promise.resolve();
      });
      expect(dark.patches).toEqual([]);
    } finally {
      await dark.stop();
    }
  });
});

describe('groups', () => {
  it('name the screens that share a manifest', async () => {
    await desk.run(async (records, noted) => {
      await records.screens.put(aScreen({ id: 'gate' }));
      noted.touch('screens');
    });
    expect(desk.context.manifests.groups()).toEqual([
      { manifestId: 'plan-board', screenIds: ['board', 'gate'] },
    ]);
  });
});
