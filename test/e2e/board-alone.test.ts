/**
 * A board that starts anew in mid-slot, and one that has nobody to ask for twelve simulated minutes (by
 * `npm run test:long -- day` for a day): both show what is planned, over midnight too.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { dayPlan } from '../../shared/schedule/day-plan.ts';
import { addDays, DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { aCalendar, openEveryDay, seoul, TEST_DATE } from '../support/manifest-builder.ts';
import { boardDay } from '../support/plan-day.ts';
import { PICTURE_COLOURS } from '../support/pictured-controller.ts';
import type { Glimpse, SteppedBoard } from '../support/stepped-board.ts';

const ALONE_MS = process.env.TEST_DAY === undefined ? 12 * MINUTE_MS : DAY_MS;
/** A board that never closes, so that one date's plan runs into the next one's. */
const manifest: Manifest = {
  ...boardDay(),
  calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
};
const slots = [TEST_DATE, addDays(TEST_DATE, 1)].flatMap((date) => dayPlan(manifest, date));
const START_MS = seoul('23:50');

let house: BoardHouse;
let board: SteppedBoard;

beforeEach(async () => {
  house = await startBoardHouse(manifest, START_MS);
  board = await house.openBoard('board');
  await board.untilPictures(PICTURE_COLOURS.length);
});

afterEach(() => house.stop());

describe('a board by itself', () => {
  it.each([
    { line: 'with the controller there', isAlone: false },
    { line: 'without a network', isAlone: true },
  ])('[S8] resumes in the slot in which it was started anew, $line', async ({ isAlone }) => {
    const [slot, next] = slots.filter(({ startMs }) => startMs > START_MS);
    if (!slot || !next) throw new Error('nothing is planned');
    await board.toSlot(slot.startMs);
    if (isAlone) await house.cutLine();
    await board.to(slot.startMs + 6_000);
    await board.restart();
    if (!isAlone) await board.untilConnected();
    expect(await board.glimpse()).toEqual(glimpseOf(slot));
    await board.to(slot.endMs - 1);
    expect(await board.glimpse()).toEqual(glimpseOf(slot));
    await board.to(slot.endMs);
    expect(await board.glimpse()).toEqual(glimpseOf(next));
    if (!isAlone) expect(await parts(slot)).toEqual([0, 6_000, 6_000, 15_000]);
    expect(board.errors).toEqual([]);
  });

  it('[S8] shows the right slide in every slot, from one date to the next, with nobody to ask', async () => {
    await house.cutLine();
    const coming = slots.filter(
      ({ startMs }) => startMs > START_MS && startMs < START_MS + ALONE_MS,
    );
    expect(coming.some(({ startMs }) => startMs === seoul('24:00'))).toBe(true);
    for (const slot of coming) {
      await board.toSlot(slot.startMs);
      expect(await board.glimpse()).toEqual(glimpseOf(slot));
    }
    expect(board.errors).toEqual([]);
  });
});

/** From when to when the slot was on the glass by the record, milliseconds of the slot. */
async function parts(slot: Slot): Promise<readonly number[]> {
  const { plays } = house.controller.store.records;
  const recorded = await plays.between('board', slot.startMs, slot.endMs);
  return recorded.flatMap(({ startedAt, endedAt, slotStartMs }) =>
    [startedAt, endedAt].map((at) => at - slotStartMs),
  );
}

function glimpseOf({ slideId, startMs }: Slot): Glimpse {
  return { layer: 'slot', slideId, slotStartMs: startMs, title: `슬라이드 ${slideId}` };
}
