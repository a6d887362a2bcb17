/** What a board lost is made good by the same board, on the day: from its own record, by a patch, onto the glass. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGood } from '../../controller/usecases/make-good.ts';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { seoul, TEST_DATE } from '../support/manifest-builder.ts';
import { boardDay } from '../support/plan-day.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';

const SHOP = 'shop-07';
const planned = ofShop(dayPlan(boardDay(), TEST_DATE));
const [lost] = planned;
/** Within this of its ends a slot still counts as whole. */
const EDGE_MS = 1_000;

let house: BoardHouse;
let board: SteppedBoard;

beforeAll(async () => {
  house = await startBoardHouse(promising(planned.length), seoul('05:59:50'));
  board = await house.openBoard('board');
});

afterAll(() => house.stop());

describe('a slot that the board lost', () => {
  it('[S10] is given again by a patch that the board applies, and played', async () => {
    if (!lost) throw new Error('nothing is planned');
    await through(lost.startMs);
    await blank(lost);
    await through(lost.endMs + 60_000);
    const before = house.plan(TEST_DATE);
    // What the board has to say of it arrives in its own time.
    await expect
      .poll(() => makeGood(house.controller.context))
      .toEqual({ claims: { 'plan-board': { [SHOP]: 1 } } });
    await board.untilRevision(2);
    const given = ofShop(house.plan(TEST_DATE)).find(({ startMs }) => startMs > house.clock.at);
    if (!given) throw new Error('nothing is made good');
    expect(ofShop(before).some(({ startMs }) => startMs === given.startMs)).toBe(false);
    await through(given.endMs + 1);
    expect(ofShop(house.plan(TEST_DATE))).toHaveLength(planned.length + 1);
    expect(heldHash()).toBe(house.controller.context.manifests.ofScreen('board')?.hash);
    expect(await played()).toEqual([given.startMs]);
    expect(board.pulls).toBe(1);
    expect(board.errors).toEqual([]);
  });
});

function promising(playsPerDay: number): Manifest {
  const day = boardDay();
  const bookings = day.bookings.map((booking) =>
    booking.id === SHOP ? { ...booking, promisedPlaysPerDay: playsPerDay } : booking,
  );
  return { ...day, bookings };
}

/** From slot to slot, up to the last one that starts before `toMs`. */
async function through(toMs: number): Promise<void> {
  for (;;) {
    const next = house.plan(TEST_DATE).find(({ startMs }) => startMs > house.clock.at);
    if (!next || next.startMs >= toMs) return;
    await board.toSlot(next.startMs);
  }
}

async function blank({ startMs, endMs }: Slot): Promise<void> {
  const admin = await house.controller.as('admin');
  const params = { screenId: 'board' };
  await board.to(startMs - EDGE_MS);
  await admin.get('blankScreen', { params, body: { minutes: 5 } });
  await board.untilLayer('blank');
  // In small steps, as a beat tells of each change and sets the clock.
  await board.to(startMs - EDGE_MS / 2);
  await board.toSlot(startMs);
  await board.toSlot(endMs);
  await admin.get('blankScreen', { params, body: { minutes: 0 } });
  await board.untilLayer('slot');
}

function heldHash(): string | null | undefined {
  const states = house.controller.context.boards.states();
  return states.find(({ screenId }) => screenId === 'board')?.beat?.held.manifestHash;
}

/** Starts of the shop's whole plays. */
async function played(): Promise<readonly number[]> {
  const { plays } = house.controller.store.records;
  const all = await plays.between('board', seoul('06:00'), house.clock.at);
  const whole = all.filter(({ bookingId, outcome }) => bookingId === SHOP && outcome === 'played');
  return whole.map(({ slotStartMs }) => slotStartMs);
}

function ofShop(slots: readonly Slot[]): readonly Slot[] {
  return slots.filter(({ shopId }) => shopId === SHOP);
}
