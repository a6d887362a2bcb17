/**
 * A board's PC whose clock is wrong (check 43): it starts in 1970 with nobody to ask, it jumps by a day, it runs
 * slow. A real browser, in the first test by the machine's clock, else by one that the test turns.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import type { Slot } from '../../shared/protocol/manifest.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { putEmergencyOnAir } from '../support/emergency.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { BoardProfile, glassOf, untilOnAir } from '../support/board-profile.ts';
import { dueSlot } from '../support/due-slot.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import {
  aCalendar,
  anOrganization,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import { boardDay } from '../support/plan-day.ts';
import { problemsOf } from '../support/problems.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';
import type { TestController } from '../support/test-controller.ts';
import { FaultProxy } from './proxy.ts';

const SIZE = { widthPx: 600, heightPx: 300 };
const RIGHT_MS = 5_000;
/** From the start of the browser without a network to the end of the emergency. */
const ALERT_MS = 12_000;
/** An emergency ends within so long before or after its time. */
const END_MS = 2_000;
const manifest = {
  ...boardDay(),
  calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
  organizations: [
    anOrganization('association', 80),
    anOrganization('district', 20, { kind: 'district' }),
  ],
};

let stop: () => Promise<void>;

afterEach(() => stop());

describe('a board that starts in 1970', () => {
  it('[B12] [B14] [B32] plays on from the last word of a server, unsure, and is right within 5 s of the next', async () => {
    const world = { aheadMs: 0 };
    const now = () => Date.now() + world.aheadMs;
    const controller = await startPicturedController(manifest, { now, size: SIZE });
    const proxy = await FaultProxy.open(controller.origin);
    const device = { token: await controller.deviceToken('board'), screenId: 'board' };
    let isIn1970 = false;
    const prepare = (context: BrowserContext) =>
      isIn1970
        ? context.addInitScript(() => (Date.now = () => performance.now()))
        : Promise.resolve();
    const board = new BoardProfile({ origin: proxy.origin, device, prepare });
    stop = async () => {
      await board.remove();
      await proxy.close();
      await controller.stop();
    };
    const page = await board.start();
    await untilOnAir(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => clockIsKept(board), { timeout: 15_000 }).toBe(true);
    const alert = await sendEmergency(controller, now() + ALERT_MS);
    await untilLayer(board, 'emergency');
    // Until what came is on the disk.
    await waited(1_500);
    await board.kill();

    proxy.fault = () => ({ resetAfter: 0 });
    world.aheadMs = HOUR_MS;
    isIn1970 = true;
    await board.start();
    await untilLayer(board, 'emergency');
    await untilLayer(board, 'slot');
    const alone = await glassOf(board.page);
    expect(alone.slotStartMs).toBeLessThan(alert + DAY_MS);
    expect(alone.slotStartMs).toBeGreaterThan(alert - HOUR_MS);
    await waited(1_500);

    proxy.fault = () => ({});
    await expect
      .poll(() => controller.context.boards.states().some(({ connected }) => connected), {
        timeout: 15_000,
      })
      .toBe(true);
    const heardAt = now();
    const isRight = async () => {
      const due = dueSlot(controller, now());
      return (await glassOf(board.page)).slotStartMs === due?.startMs;
    };
    await expect.poll(isRight, { timeout: RIGHT_MS }).toBe(true);
    const { plays } = controller.store.records;
    const ofTheTimeAlone = async () =>
      (await plays.between('board', alert, heardAt - HOUR_MS / 2)).map(
        ({ clockSure }) => clockSure,
      );
    await expect.poll(ofTheTimeAlone, { timeout: 15_000 }).toContain(false);
    expect(await ofTheTimeAlone()).not.toContain(undefined);
    if (ALL_FAULTS) {
      const sinceThen = async () =>
        (await plays.between('board', heardAt + RIGHT_MS, now() + DAY_MS)).map(
          // What is sure is not said.
          ({ clockSure = true }) => clockSure,
        );
      await expect.poll(sinceThen, { timeout: 60_000 }).toContain(true);
      expect(await sinceThen()).not.toContain(false);
    }
    const recorded = await plays.between('board', 0, now() + DAY_MS);
    expectOnce(recorded);
  });
});

describe('a board whose clock goes wrong while it runs', () => {
  let house: BoardHouse;
  let board: SteppedBoard;
  let coming: readonly Slot[];

  async function start(): Promise<void> {
    const startMs = seoul('10:00');
    house = await startBoardHouse(manifest, startMs - 10_000);
    stop = () => house.stop();
    board = await house.openBoard('board');
    coming = house.plan(TEST_DATE).filter((slot) => slot.startMs >= startMs);
  }

  function told(kind: string): readonly (string | undefined)[] {
    return problemsOf(house.controller)
      .filter((problem) => problem.kind === kind)
      .map(({ message }) => message);
  }

  async function expectRight(slot: Slot): Promise<void> {
    expect(await board.glimpse()).toMatchObject({
      ...{ layer: 'slot', slideId: slot.slideId, slotStartMs: slot.startMs },
    });
  }

  /** In small steps: while the clock is turned, the controller is at the end of the step already. */
  async function creep(fromMs: number, toMs: number): Promise<void> {
    for (let at = fromMs; at < toMs; at += 1_000) await board.to(Math.min(at + 1_000, toMs));
  }

  it('[B12] does not follow a jump of a day in mid-item, ends emergencies on time, and tells each jump once', async () => {
    await start();
    const jumps = [DAY_MS, -2 * DAY_MS, DAY_MS];
    for (const [index, jumpMs] of jumps.entries()) {
      const [slot, next, after] = coming.slice(index * 3, index * 3 + 3) as [Slot, Slot, Slot];
      await board.toSlot(slot.startMs);
      await board.to(slot.startMs + 6_000);
      await board.setClockOn(jumpMs);
      await board.to(slot.startMs + 7_000);
      await expectRight(slot);
      const endMs = next.startMs + 5_000;
      await sendEmergency(house.controller, endMs);
      await board.untilLayer('emergency');
      await creep(slot.startMs + 7_000, endMs - END_MS);
      expect((await board.glimpse()).layer).toBe('emergency');
      await creep(endMs - END_MS, endMs + END_MS);
      await expectRight(next);
      await board.toSlot(after.startMs);
      await expectRight(after);
    }
    const seen = coming.slice(0, jumps.length * 3);
    await board.to(seen.at(-1)?.endMs ?? 0);
    expect(told('clock-jumped')).toEqual(jumps.map((ms) => `${String(ms)} ms`));
    expect(told('clock-drifted')).toEqual([]);
    const from = seen[0]?.startMs ?? 0;
    const { plays } = house.controller.store.records;
    const all = await plays.between('board', from - DAY_MS, from + DAY_MS);
    const recorded = all.filter(({ startedAt }) => startedAt >= from);
    expect(recorded.every(({ clockSure }) => clockSure !== false)).toBe(true);
    const whole = seen.filter((_, index) => index % 3 === 2).map(({ startMs }) => startMs);
    const played = recorded.filter(({ outcome }) => outcome === 'played');
    expect(played.map(({ slotStartMs }) => slotStartMs)).toEqual(expect.arrayContaining(whole));
    expectOnce(recorded);
  });

  it('[B13] tells that its clock runs slow once it has lost two seconds, and shows what is due', async () => {
    await start();
    for (const slot of coming.slice(0, 8)) {
      await board.toSlot(slot.startMs);
      await expectRight(slot);
      await board.setClockOn(-400);
    }
    expect(told('clock-jumped')).toEqual([]);
    expect(told('clock-drifted')).toEqual(['2000 ms']);
  });
});

/** Answers when it ends. */
async function sendEmergency(controller: TestController, expiresAt: number): Promise<number> {
  await putEmergencyOnAir(controller, { expiresAt }, ['admin', 'second-officer']);
  return expiresAt;
}

/** No turn is on record whole twice, and no two plays overlap. */
function expectOnce(
  recorded: readonly {
    readonly slotStartMs: number;
    readonly startedAt: number;
    readonly endedAt: number;
    readonly outcome: string;
  }[],
): void {
  const played = recorded.filter(({ outcome }) => outcome === 'played');
  expect(new Set(played.map(({ slotStartMs }) => slotStartMs)).size).toBe(played.length);
  const inOrder = recorded.toSorted((a, b) => a.startedAt - b.startedAt);
  for (const [index, play] of inOrder.slice(1).entries())
    expect(play.startedAt).toBeGreaterThanOrEqual(inOrder[index]?.endedAt ?? 0);
}

/** What a start without a network wants to know of the clock is on the disk. */
function clockIsKept(board: BoardProfile): Promise<boolean> {
  return board.page.evaluate(async () => {
    const opening = indexedDB.open('plaza-board');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const asking = opening.result.transaction('documents').objectStore('documents').get('clock');
    await new Promise((resolve) => asking.addEventListener('success', resolve));
    opening.result.close();
    return asking.result !== undefined;
  });
}

async function untilLayer(board: BoardProfile, layer: string): Promise<void> {
  await expect.poll(async () => (await glassOf(board.page)).layer, { timeout: 30_000 }).toBe(layer);
}

function waited(ms: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, ms));
}
