import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryStep } from '../../../controller/store/store.ts';
import { rollManifests } from '../../../controller/usecases/roll-manifests.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import { held, NOON, startTestDesk, type TestDesk } from '../../support/test-desk.ts';
import { aBooking, aScreen } from '../../support/values.ts';
import { addSlide, book } from './desk-changes.ts';

const EVER_MS = Number.MAX_SAFE_INTEGER;

let desk: TestDesk;
beforeEach(async () => {
  desk = await startTestDesk();
});
afterEach(() => desk.stop());

function steps(manifestId = 'plan-board'): Promise<readonly HistoryStep[]> {
  return desk.store.records.history.steps(manifestId, 0, EVER_MS);
}

async function soup(fields: Partial<Parameters<typeof aBooking>[0]> = {}): Promise<void> {
  await desk.run(async (records, noted) => {
    if (!(await records.slides.get('soup'))) await addSlide(records, noted, 'soup');
    await book(records, noted, { id: 'soup-booking', slideIds: ['soup'], ...fields });
  });
}

async function addGate(): Promise<void> {
  await desk.run(async (records, noted) => {
    await records.screens.put(aScreen({ id: 'gate' }));
    noted.touch('screens');
  });
}

describe('the history of a manifest', () => {
  it('begins with the whole manifest and goes on by the patches that were pushed', async () => {
    desk.clock += 1000;
    await soup();
    const [first, second, ...others] = await steps();
    expect(first).toEqual({
      ...{ manifestId: 'plan-board', revision: 1, at: NOON, patch: null },
      manifest: expect.objectContaining({ revision: 1 }) as unknown,
    });
    const sent = JSON.parse(JSON.stringify(desk.patches[0])) as unknown;
    expect(second).toMatchObject({ revision: 2, at: NOON + 1000, patch: sent, manifest: null });
    expect(others).toEqual([]);
  });

  it('holds the whole manifest again with the step in which the days move on', async () => {
    desk.clock += DAY_MS;
    await rollManifests(desk.context);
    await rollManifests(desk.context);
    const written = (await steps()).slice(1);
    expect(written).toHaveLength(1);
    expect(written[0]?.patch).not.toBeNull();
    expect(written[0]?.manifest?.revision).toBe(2);
  });

  it('rolls back with a change that fails', async () => {
    const failing = desk.run(async (records, noted) => {
      await book(records, noted, { id: 'never', slideIds: ['festival'] });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await steps()).toHaveLength(1);
  });

  it('[S9] goes on by a step of its own where a new program builds something else', async () => {
    await soup();
    desk.clock += HOUR_MS;
    const before = held(desk, 'board').manifest;
    await desk.store.transact((records) =>
      records.bookings.put(aBooking({ id: 'behind-its-back', slideIds: ['festival'] })),
    );
    await desk.restart();
    const last = (await steps()).at(-1);
    expect(last).toMatchObject({ revision: before.revision + 1, at: desk.clock });
    expect(last?.patch?.replan).toEqual({ effectiveAt: desk.clock, showNow: null });
    expect(last?.manifest).toEqual(JSON.parse(JSON.stringify(held(desk, 'board').manifest)));
  });

  it('begins at the first start over a database that has none, also for each screen', async () => {
    const state = (await desk.store.records.manifests.get('plan-board'))!;
    const older = await startTestDesk(async (records) => {
      await seedHouse(records);
      await records.manifests.put(state);
    });
    try {
      const { history } = older.store.records;
      expect(held(older, 'board').manifest).toEqual(held(desk, 'board').manifest);
      expect(await history.steps('plan-board', 0, EVER_MS)).toMatchObject([
        { revision: 1, patch: null, manifest: { revision: 1 } },
      ]);
      expect(await history.newestAssigned()).toEqual(new Map([['board', 'plan-board']]));
    } finally {
      await older.stop();
    }
  });

  it('notes what a new screen plays by, and one that changes its group', async () => {
    desk.clock += 1000;
    await addGate();
    desk.clock += 1000;
    await soup({ screens: ['gate'] });
    const { history } = desk.store.records;
    expect(await history.assigned('gate', 0, EVER_MS)).toEqual([
      { manifestId: 'plan-board', fromMs: NOON + 1000 },
      { manifestId: 'plan-gate', fromMs: NOON + 2000 },
    ]);
    expect(await history.assigned('board', 0, EVER_MS)).toHaveLength(1);
  });
});
