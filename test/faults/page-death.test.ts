/** A page that dies, again and again, and is started again as whoever watches it from outside does. */
import { afterEach, describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { BoardProfile, glassOf, untilOnAir } from '../support/board-profile.ts';
import { dueSlot } from '../support/due-slot.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import {
  aCalendar,
  aShop,
  aSlide,
  aBooking,
  loopOf,
  openEveryDay,
} from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import type { TestController } from '../support/test-controller.ts';

const SIZE = { widthPx: 600, heightPx: 300 };
const DWELL_MS = 9_000;
/** So long a board may take to be back. */
const BACK_MS = 15_000;

let world: { aheadMs: number };
let controller: TestController;
let board: BoardProfile;

async function startHouse(loop: Manifest): Promise<void> {
  world = { aheadMs: 0 };
  controller = await startPicturedController(loop, {
    now: () => Date.now() + world.aheadMs,
    size: SIZE,
  });
}

afterEach(async () => {
  await board.remove();
  await controller.stop();
});

/** Open all day; nine seconds each. */
function loopOfShops(ids: readonly string[]): Manifest {
  return loopOf([], {
    calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
    shops: ids.map((id) => aShop(id)),
    slides: ids.map((id) => aSlide(id, { shopId: id, dwellMs: DWELL_MS })),
    bookings: ids.map((id) => aBooking(id, { shopId: id })),
  });
}

/** On a PC whose clock goes as the controller's does, also where that was set on. */
async function openBoard(): Promise<Page> {
  const device = { token: await controller.deviceToken('board'), screenId: 'board' };
  const prepare = (context: BrowserContext) =>
    context.addInitScript((aheadMs) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + aheadMs;
    }, world.aheadMs);
  board = new BoardProfile({ origin: controller.origin, device, prepare });
  return board.start();
}

describe('a board whose browser is killed at random', () => {
  const KILLS = ALL_FAULTS ? 60 : 1;

  it(`[B15] is back on the right slide each time, and records no turn twice: ${String(KILLS)} kills`, async () => {
    await startHouse(loopOfShops(['a', 'b', 'c']));
    await openBoard();
    await untilOnAir(board.page);
    const from = Date.now();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((wake) => setTimeout(wake, 500 + Math.random() * 9_000));
      await board.kill();
      // Not so often within two minutes that it is the page's own fault.
      world.aheadMs += 60_000;
      const startedAt = Date.now();
      await board.start();
      await untilOnAir(board.page);
      expect(Date.now() - startedAt).toBeLessThan(BACK_MS);
      await expect.poll(() => isOnTime(board.page)).toBe(true);
    }
    await new Promise((wake) => setTimeout(wake, 2_000));
    const { plays } = controller.store.records;
    const recorded = await plays.between('board', from, Date.now() + world.aheadMs + DWELL_MS);
    const parts = recorded.toSorted((a, b) => a.startedAt - b.startedAt);
    for (const [index, part] of parts.slice(1).entries())
      expect(part.startedAt).toBeGreaterThanOrEqual(parts[index]?.endedAt ?? 0);
    const whole = parts.filter(({ outcome }) => outcome === 'played');
    expect(new Set(whole.map(({ slotStartMs }) => slotStartMs)).size).toBe(whole.length);
  });
});

describe('a page that died three times in two minutes', () => {
  it('[B7] shows the house clock, and plays again when another manifest comes, by itself', async () => {
    await startHouse(loopOfShops(['a', 'b']));
    await openBoard();
    for (let death = 0; death < 3; death += 1) {
      await untilOnAir(board.page);
      await board.kill();
      await board.start();
    }
    const { page } = board;
    await untilOnAir(page);
    expect(await glassOf(page)).toEqual({ layer: 'house', slideId: null, slotStartMs: null });
    const admin = await controller.as('admin');
    const params = { bookingId: 'a' };
    await admin.get('endBooking', { params, body: { version: 1 } });
    await page.waitForFunction(() =>
      document.querySelector('plaza-board')?.hasAttribute('data-slide-id'),
    );
    expect((await glassOf(page)).slideId).toBe(
      dueSlot(controller, Date.now() + world.aheadMs)?.slideId,
    );
  });
});

/** Whether the slide on the glass is the one that is due; a fade takes half a second. */
async function isOnTime(page: Page): Promise<boolean> {
  const { slideId, slotStartMs } = await glassOf(page);
  const now = Date.now() + world.aheadMs;
  return [now - 700, now].some((at) => {
    const due = dueSlot(controller, at);
    return due?.slideId === slideId && due.startMs === slotStartMs;
  });
}
