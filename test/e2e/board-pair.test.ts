/** Two boards with one plan, of which one is started later: neither hears of the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { seoul, TEST_DATE } from '../support/manifest-builder.ts';
import { boardDay } from '../support/plan-day.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';

let house: BoardHouse;

beforeAll(async () => {
  house = await startBoardHouse(boardDay(), seoul('12:59:50'));
});

afterAll(() => house.stop());

describe('two boards of one plan', () => {
  it('[S8] show the same slide in every slot, before a change of the plan and after it', async () => {
    const first = await house.openBoard('board');
    await slots([first], '13:00:40');
    const both = [first, await house.openBoard('board-2')];
    await slots(both, '13:02');
    const admin = await house.controller.as('admin');
    const params = { bookingId: 'shop-03' };
    await admin.get('endBooking', { params, body: { version: 1 } });
    await Promise.all(both.map((board) => board.untilRevision(2)));
    await slots(both, '13:03:30');
    expect(both.flatMap((board) => board.errors)).toEqual([]);
  });
});

/** Brings all boards through the slots until `to`; in each they show what is planned. */
async function slots(boards: readonly SteppedBoard[], to: string): Promise<void> {
  const fromMs = house.clock.at;
  for (const { startMs, slideId } of house.plan(TEST_DATE)) {
    if (startMs <= fromMs || startMs >= seoul(to)) continue;
    await Promise.all(boards.map((board) => board.toSlot(startMs)));
    const seen = await Promise.all(boards.map((board) => board.glimpse()));
    const planned = { layer: 'slot', slideId, slotStartMs: startMs, title: `슬라이드 ${slideId}` };
    expect(seen).toEqual(boards.map(() => planned));
  }
}
