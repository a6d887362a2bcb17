import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Records } from '../../../controller/store/store.ts';
import { listPromises } from '../../../controller/usecases/list-promises.ts';
import { makeGood } from '../../../controller/usecases/make-good.ts';
import { warnShortfalls } from '../../../controller/usecases/warn-shortfalls.ts';
import { manifestHash } from '../../../shared/protocol/manifest-hash.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { putEmergencyOnAir } from '../../support/emergency.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import { ReportingBoard } from '../../support/reporting-board.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { NOON, TODAY } from '../../support/test-desk.ts';
import { aBooking, aScreen } from '../../support/values.ts';

let controller: TestController;
let clock = NOON;
const opened: ReportingBoard[] = [];
const after = (minutes: number) => NOON + minutes * MINUTE_MS;
const slots = () => controller.context.manifests.planOf('board', TODAY)!;
const between = (from: number, to: number) =>
  slots().filter(({ startMs, endMs }) => startMs >= after(from) && endMs <= after(to));
const breadIn = (from: number, to: number) =>
  between(from, to).filter(({ bookingId }) => bookingId === 'bread-booking').length;

/** Open from noon to two; the bakery is promised nearly all of its turns, the noodles nothing. */
async function seed(records: Records): Promise<void> {
  await seedHouse(records);
  const week = Array.from({ length: 7 }, () => ({ fromMinute: 720, toMinute: 840 }));
  for (const id of ['board', 'board-2']) await records.screens.put(aScreen({ id, week }));
  const bakery = { id: 'bread-booking', shopId: 'bakery', slideIds: ['bread'] };
  await records.bookings.put(aBooking({ ...bakery, promisedPlaysPerDay: 138 }));
  const noodles = { id: 'noodle-booking', shopId: 'noodle-bar', slideIds: ['noodles'] };
  await records.bookings.put(aBooking(noodles));
}

async function boardOf(screenId: string): Promise<ReportingBoard> {
  const board = await ReportingBoard.open(controller, screenId);
  opened.push(board);
  return board;
}

/** The board plays, is taken over by an emergency from 12:20 to 12:50, and plays on until one. */
async function troubledHour(): Promise<ReportingBoard> {
  const board = await boardOf('board');
  clock = after(20);
  await putEmergencyOnAir(controller, { expiresAt: after(50) });
  clock = after(60);
  await board.played([...between(0, 20), ...between(50, 60)]);
  await board.beat();
  return board;
}

beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock, seed });
});
afterEach(async () => {
  for (const board of opened.splice(0)) board.close();
  await controller.stop();
});

describe('makeGood', () => {
  it('[S10] gives what was covered back in the rest of the day, once', async () => {
    const promised = breadIn(0, 120);
    expect(promised).toBeGreaterThanOrEqual(138);
    const lost = breadIn(20, 50);
    const board = await troubledHour();
    const before = breadIn(60, 120);
    expect(await makeGood(controller.context)).not.toBeNull();
    await board.beat();
    const [patch, ...others] = board.patches;
    expect(others).toEqual([]);
    expect(patch?.replan?.claims?.['bread-booking']).toBeGreaterThanOrEqual(lost);
    expect(manifestHash(board.manifest)).toBe(patch?.hash);
    expect(controller.context.manifests.ofScreen('board')?.hash).toBe(patch?.hash);
    const played = breadIn(0, 20) + breadIn(50, 60);
    expect(breadIn(60, 120)).toBeGreaterThan(before);
    expect(played + breadIn(60, 120)).toBeGreaterThanOrEqual(138);
    expect(await makeGood(controller.context)).toBeNull();
    clock = after(80);
    await board.played(between(60, 80));
    await board.beat();
    expect(await makeGood(controller.context)).toBeNull();
  });

  it('[S10] takes a claim back when another board reports late that it played', async () => {
    const board = await troubledHour();
    const plan = slots();
    await makeGood(controller.context);
    const late = await boardOf('board-2');
    clock = after(65);
    await board.played(between(60, 65));
    await late.played(plan.filter(({ endMs }) => endMs <= after(60)));
    await late.beat();
    await board.beat();
    expect(await makeGood(controller.context)).toEqual({ claims: { 'plan-board': {} } });
    await late.beat();
    expect(late.patches.at(-1)?.replan?.claims).toEqual({});
    expect(manifestHash(late.manifest)).toBe(late.patches.at(-1)?.hash);
  });

  it.each([
    { why: 'has plays to send', unsentPlays: 3, later: 0 },
    { why: 'has been silent', unsentPlays: 0, later: 46_000 },
  ])('[S10] knows nothing of a board that $why', async ({ unsentPlays, later }) => {
    const board = await boardOf('board');
    clock = after(60);
    await board.beat({ unsentPlays });
    clock += later;
    expect(await makeGood(controller.context)).toBeNull();
    const other = await boardOf('board-2');
    await other.played(between(0, 60));
    await other.beat();
    expect(await makeGood(controller.context)).toBeNull();
  });

  it('knows nothing of a board that is back and has not said yet what it holds', async () => {
    const board = await boardOf('board');
    await board.beat();
    board.close();
    clock = after(60);
    await boardOf('board');
    expect(await makeGood(controller.context)).toBeNull();
  });

  it.each([
    { why: 'before opening', at: after(-1) },
    { why: 'after closing', at: after(120) },
  ])('does nothing $why', async ({ at }) => {
    const board = await boardOf('board');
    clock = at;
    await board.beat();
    expect(await makeGood(controller.context)).toBeNull();
  });
});

describe('a shortfall', () => {
  const warnings = () => controller.log.filter(({ level }) => level === 'warn');

  it('[S10] is told of each board while it comes, and once in the log when the day is over', async () => {
    const board = await boardOf('board');
    clock = after(110);
    await board.played(between(0, 10));
    await board.beat();
    await makeGood(controller.context);
    const played = breadIn(0, 10);
    const { lines } = await listPromises(controller.context, TODAY);
    expect(lines.map(({ screenId, played: count }) => [screenId, count])).toEqual([
      ['board', played],
      ['board-2', 0],
    ]);
    for (const line of lines) {
      expect(line.ahead).toBeGreaterThan(0);
      expect(line.shortfall).toBe(138 - line.played - line.ahead);
    }
    expect(await warnShortfalls(controller.context)).toBeNull();
    clock = after(126);
    expect(await warnShortfalls(controller.context)).toEqual({ bookings: 1 });
    expect(await warnShortfalls(controller.context)).toBeNull();
    expect(warnings()).toEqual([
      {
        level: 'warn',
        message: 'a promise was not kept',
        fields: {
          date: TODAY,
          bookingId: 'bread-booking',
          boards: [
            { screenId: 'board', promised: 138, played, shortfall: 138 - played },
            { screenId: 'board-2', promised: 138, played: 0, shortfall: 138 },
          ],
        },
      },
    ]);
  });
});
