import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDayRecords } from '../../../controller/manifest/day-records.ts';
import type { History } from '../../../controller/store/store.ts';
import type { DayRecord } from '../../../controller/usecases/context.ts';
import { rollManifests } from '../../../controller/usecases/roll-manifests.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { slotOnAir } from '../../../shared/schedule/on-air.ts';
import { addDays, DAY_MS, HOUR_MS } from '../../../shared/time.ts';
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
import { addSlide, book, correct } from './desk-changes.ts';

interface Hours {
  readonly fromMinute: number;
  readonly toMinute: number;
}
const TOMORROW = addDays(TODAY, 1);

let desk: TestDesk;
beforeEach(async () => {
  desk = await startTestDesk();
});
afterEach(() => desk.stop());

async function soup(screens: 'all' | string[] = 'all'): Promise<void> {
  await desk.run(async (records, noted) => {
    if (!(await records.slides.get('soup'))) await addSlide(records, noted, 'soup');
    await book(records, noted, {
      id: 'soup-booking',
      slideIds: ['soup'],
      screens,
    });
  });
}

async function soupOn(on: TestDesk, id: string): Promise<void> {
  await on.run(async (records, noted) => {
    await addSlide(records, noted, id);
    await book(records, noted, {
      id: `${id}-booking`,
      slideIds: [id],
      screens: 'all',
    });
  });
}

const weekOf = (hours: Hours) => Array.from({ length: 7 }, () => hours);

/** A house of its own, whose board is open at `hours`. */
async function byNight(hours: Hours, work: (night: TestDesk) => Promise<void>): Promise<void> {
  const night = await startTestDesk(async (records) => {
    await seedHouse(records);
    await records.screens.put(aScreen({ id: 'board', week: weekOf(hours) }));
  });
  try {
    await work(night);
  } finally {
    await night.stop();
  }
}

async function addGate(): Promise<void> {
  await desk.run(async (records, noted) => {
    await records.screens.put(aScreen({ id: 'gate' }));
    noted.touch('screens');
  });
}

async function daysLater(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    desk.clock += DAY_MS;
    await rollManifests(desk.context);
  }
}

const recordOf = (screenId: string, date: string) =>
  desk.context.manifests.recordOf(screenId, date);
const slideAt = (record: DayRecord | undefined, at: number) =>
  slotOnAir(record?.slots ?? [], at)?.slideId;

describe('recordOf', () => {
  it('[S9] makes a day of last week again, as it was planned in memory then', async () => {
    const changes = ['a', 'b', 'c'];
    for (const name of changes) {
      desk.clock += 47_000;
      await desk.run(async (records, noted) => {
        await addSlide(records, noted, name);
        await book(records, noted, { id: `${name}-booking`, slideIds: [name] });
      });
    }
    const planned = desk.context.manifests.planOf('board', TODAY);
    await daysLater(7);
    await desk.restart();
    const record = await recordOf('board', TODAY);
    expect(record?.slots).toEqual(planned);
    expect(record?.manifestAt(NOON).bookings).toHaveLength(2);
    expect(record?.manifestAt(NOON + 47_000).bookings).toHaveLength(3);
    expect(record?.manifestAt(NOON + DAY_MS).bookings).toHaveLength(5);
  });

  it('has the texts of then, also where a correction moved no slot', async () => {
    desk.clock += HOUR_MS;
    await desk.run((records, noted) => correct(records, noted, { id: 'bread', title: '식빵' }));
    await daysLater(3);
    const record = await recordOf('board', TODAY);
    const revisionAt = (at: number) =>
      record?.manifestAt(at).slides.find(({ id }) => id === 'bread')?.revisionId;
    expect(revisionAt(NOON + HOUR_MS - 1)).toBe('bread-r1');
    expect(revisionAt(NOON + HOUR_MS)).toBe('bread-c2');
  });

  it('gives the days ahead by the newest manifest, and none beyond its reach', async () => {
    const { manifest } = held(desk, 'board');
    const ahead = await recordOf('board', TOMORROW);
    expect(ahead?.slots).toEqual(dayPlan(manifest, TOMORROW));
    expect(ahead?.manifestAt(NOON)).toBe(manifest);
    const last = addDays(manifest.calendar.firstDate, 119);
    expect((await recordOf('board', last))?.slots).not.toEqual([]);
    expect(await recordOf('board', addDays(last, 1))).toBeUndefined();
  });

  it('knows nothing of days before the first start, nor of a screen that there was not', async () => {
    expect(await recordOf('board', addDays(TODAY, -1))).toBeUndefined();
    expect(await recordOf('nowhere', TODAY)).toBeUndefined();
    await daysLater(2);
    await addGate();
    expect(await recordOf('gate', TOMORROW)).toBeUndefined();
    expect(await recordOf('gate', addDays(TODAY, 2))).toBeDefined();
  });

  it('[S9] stitches both parts of the day of a screen that changed its group', async () => {
    await addGate();
    desk.clock += HOUR_MS;
    const apartAt = desk.clock;
    await soup(['gate']);
    desk.clock += HOUR_MS;
    const backAt = desk.clock + 7000;
    desk.clock = backAt;
    const there = desk.context.manifests.planOf('gate', TODAY) ?? [];
    await soup('all');
    const record = await recordOf('gate', TODAY);
    const common = await recordOf('board', TODAY);
    for (let at = apartAt; at < backAt; at += 5000)
      expect(slideAt(record, at)).toBe(slotOnAir(there, at)?.slideId);
    for (const at of [apartAt - 1, backAt, backAt + 60_000, NOON + 9 * HOUR_MS])
      expect(slideAt(record, at)).toBe(slideAt(common, at));
    const slots = record?.slots ?? [];
    expect(slots.every((slot, n) => n === 0 || slots[n - 1]?.endMs === slot.startMs)).toBe(true);
    expect(record?.manifestAt(apartAt).id).toBe('plan-gate');
    expect(record?.manifestAt(backAt).id).toBe('plan-board');
  });

  it('[S1] counts what is on after midnight to the day on which the board opened', () =>
    byNight({ fromMinute: 1080, toMinute: 1560 }, async (night) => {
      night.clock = Date.parse('2026-11-24T00:30:00+09:00');
      await rollManifests(night.context);
      await night.run((_records, noted) => {
        noted.showNow(['board'], {
          id: 'show',
          slideId: 'festival',
          bookingId: null,
        });
        return Promise.resolve();
      });
      const at = night.clock;
      night.clock += 3 * DAY_MS;
      const record = await night.context.manifests.recordOf('board', TODAY);
      expect(slideAt(record, at)).toBe('festival');
      expect(record?.slots.at(-1)?.endMs).toBe(Date.parse('2026-11-24T02:00:00+09:00'));
      const next = await night.context.manifests.recordOf('board', TOMORROW);
      expect(next?.slots[0]?.startMs).toBe(Date.parse('2026-11-24T18:00:00+09:00'));
    }));

  it('[S9] knows the morning after a restart, also in the plan that waits for nobody', async () => {
    desk.clock += HOUR_MS;
    await soup();
    const planned = desk.context.manifests.planOf('board', TODAY);
    await desk.restart();
    await expect.poll(() => desk.context.manifests.planOf('board', TODAY)).toEqual(planned);
    desk.clock += HOUR_MS;
    await soup(['gate']);
    const slots = desk.context.manifests.planOf('board', TODAY) ?? [];
    expect(slots[0]).toEqual(planned?.[0]);
    expect((await recordOf('board', TODAY))?.slots).toEqual(slots);
  });

  it('[S2, S9] knows last night where a restart in the dark lies before its hours are stretched', () =>
    byNight({ fromMinute: 1080, toMinute: 1440 }, async (night) => {
      night.clock = Date.parse('2026-11-23T23:40:00+09:00');
      await soupOn(night, 'late');
      night.clock = Date.parse('2026-11-24T00:10:00+09:00');
      await soupOn(night, 'dark');
      await night.restart();
      night.clock += HOUR_MS / 6;
      await night.run(async (records, noted) => {
        const screen = (await records.screens.get('board'))!;
        await records.screens.put({
          ...screen,
          week: weekOf({ fromMinute: 1080, toMinute: 1560 }),
        });
        noted.touch('screens');
      });
      const record = await night.context.manifests.recordOf('board', TODAY);
      const planned = () => night.context.manifests.planOf('board', TODAY);
      expect(slideAt(record, Date.parse('2026-11-23T23:30:00+09:00'))).not.toBe('late');
      expect(record?.slots.some(({ slideId }) => slideId === 'dark')).toBe(true);
      await expect.poll(planned).toEqual(record?.slots);
    }));
});

describe('planOf', () => {
  it('plans by the newest calendar after months in which nobody changed anything', async () => {
    for (let month = 0; month < 5; month += 1) {
      desk.clock += 30 * DAY_MS;
      await rollManifests(desk.context);
    }
    const date = '2027-04-22';
    expect(desk.patches.every((patch) => patch.replan === null)).toBe(true);
    expect(desk.context.manifests.planOf('board', date)).toEqual(
      new ModelBoard(desk, 'board').slots(date),
    );
    expect(desk.context.manifests.planOf('board', date)).not.toEqual([]);
  });
});

describe('createDayRecords', () => {
  it('reads a day that is over once, and one that goes on again after each change', async () => {
    let reads = 0;
    const { history } = desk.store.records;
    const counted: History = {
      ...history,
      steps: (...asked) => {
        reads += 1;
        return history.steps(...asked);
      },
    };
    const read = createDayRecords({
      ...{ history: counted, log: desk.context.log, now: () => desk.clock },
      newestRevision: () => held(desk, 'board').manifest.revision,
    });
    const first = await read('board', TODAY);
    expect(await read('board', TODAY)).toBe(first);
    await soup();
    expect(await read('board', TODAY)).not.toBe(first);
    expect(reads).toBe(2);
    await daysLater(4);
    const over = await read('board', TODAY);
    await soup(['board']);
    expect(await read('board', TODAY)).toBe(over);
    expect(reads).toBe(3);
  });

  it('leaves out what does not fit, up to the next whole manifest, and says so', async () => {
    await soup();
    await desk.store.transact(async (records) => {
      const [, second] = await records.history.steps('plan-board', 0, NOON + 1);
      const patch = { ...second!.patch!, hash: '0'.repeat(16) };
      await records.history.add({
        ...second!,
        revision: 3,
        patch,
        manifest: null,
      });
    });
    const warned: object[] = [];
    const log = {
      ...desk.context.log,
      warn: (fields: object) => warned.push(fields),
    };
    const read = createDayRecords({
      ...{ history: desk.store.records.history, log, now: () => desk.clock },
      newestRevision: () => 3,
    });
    expect((await read('board', TODAY))?.manifestAt(NOON).revision).toBe(2);
    expect(warned).toEqual([{ manifestId: 'plan-board', revision: 3 }]);
  });
});
