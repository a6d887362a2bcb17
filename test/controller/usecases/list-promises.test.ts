import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Records } from '../../../controller/store/store.ts';
import { change } from '../../../controller/usecases/change.ts';
import type { Slot } from '../../../shared/protocol/manifest.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { NOON, TODAY } from '../../support/test-desk.ts';
import { aBooking, aPlay, aScreen } from '../../support/values.ts';

let controller: TestController;
let clock = NOON;

/** Two boards with hours of their own, and one that is dark all day. */
async function seed(records: Records): Promise<void> {
  await seedHouse(records);
  const week = (opening: { fromMinute: number; toMinute: number } | null) =>
    Array.from({ length: 7 }, () => opening);
  const day = week({ fromMinute: 720, toMinute: 840 });
  await records.screens.put(aScreen({ id: 'board', week: day }));
  await records.screens.put(
    aScreen({ id: 'late', week: week({ fromMinute: 1380, toMinute: 1500 }) }),
  );
  await records.screens.put(aScreen({ id: 'dark', week: week(null) }));
  const bread = { id: 'bread-booking', shopId: 'bakery', slideIds: ['bread'] };
  await records.bookings.put(aBooking({ ...bread, promisedPlaysPerDay: 100 }));
}

beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock, seed });
});
afterEach(() => controller.stop());

const linesOf = async (date = TODAY) =>
  (await (await controller.as('viewer')).get('listPromises', { query: { date } })).lines;
const breadOf = (screenId: string, date = TODAY) =>
  controller.context.manifests
    .planOf(screenId, date)!
    .filter(({ bookingId }) => bookingId === 'bread-booking');
const played = (screenId: string, slots: readonly Slot[]) =>
  controller.store.transact((records) =>
    records.plays.add(
      slots.map(({ startMs, endMs, bookingId }) =>
        aPlay({ screenId, bookingId, slotStartMs: startMs, startedAt: startMs, endedAt: endMs }),
      ),
    ),
  );

describe('promises', () => {
  it('[S10] are of each board that is lit, by its own hours', async () => {
    const ahead = breadOf('board').length;
    expect(await linesOf()).toEqual([
      {
        screenId: 'board',
        bookingId: 'bread-booking',
        promised: 100,
        played: 0,
        ahead,
        shortfall: 0,
      },
      {
        ...{ screenId: 'late', bookingId: 'bread-booking', promised: 100, played: 0 },
        ...{ ahead: breadOf('late').length, shortfall: 0 },
      },
    ]);
  });

  it('[S10] count whole plays, over midnight too, and stay as they were when the day is over', async () => {
    const [early, late] = [breadOf('board'), breadOf('late')];
    await played('board', early.slice(0, 60));
    await played('late', late);
    clock = NOON + 2 * DAY_MS;
    await change(controller.context, { job: 'test' }, async (records, noted) => {
      const booking = (await records.bookings.get('bread-booking'))!;
      await records.bookings.put({ ...booking, promisedPlaysPerDay: 5 });
      noted.touch('bookings');
    });
    expect(await linesOf()).toMatchObject([
      { screenId: 'board', promised: 100, played: 60, ahead: 0, shortfall: 40 },
      { screenId: 'late', promised: 100, played: late.length, ahead: 0, shortfall: 0 },
    ]);
    expect(late.at(-1)!.endMs).toBeGreaterThan(NOON + 12 * HOUR_MS);
    expect((await linesOf('2026-11-26')).map(({ promised }) => promised)).toEqual([5, 5]);
  });

  it('are none on days of which nothing is known', async () => {
    expect(await linesOf('2026-11-21')).toEqual([]);
    expect(await linesOf('2027-06-01')).toEqual([]);
  });
});
