/**
 * A board of a thousand slides (check 46): it starts at once, and drops none. With `TEST_FAULTS=all` each has a
 * picture of 2 MB of its own, and all of them are shown.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import {
  aBooking,
  aCalendar,
  aShop,
  aSlide,
  loopOf,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../support/manifest-builder.ts';
import { temporaryFolder } from '../support/controller-process.ts';
import { noisePng } from '../support/media-files.ts';
import { PICTURE_COLOURS } from '../support/pictured-controller.ts';
import { problemsOf } from '../support/problems.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';

const IDS = Array.from({ length: 1_000 }, (_, index) => `slide-${String(index)}`);
const SHOWN = ALL_FAULTS ? IDS.length : 12;
/** Noise of this side takes 2 MB as a PNG. */
const SIDE_PX = 830;
const START_MS = seoul('00:00');
/** By R6. */
const BOOT_MS = 10_000;

const profile = temporaryFolder();
let house: BoardHouse;
let board: SteppedBoard;

beforeAll(async () => {
  const own = ALL_FAULTS ? await ownPictures() : { slides: sharedPictures(), files: [] };
  const manifest = loopOf([], {
    calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
    shops: ALL_FAULTS ? [] : IDS.map((id) => aShop(id)),
    slides: own.slides,
    bookings: IDS.map((id) => aBooking(id, { shopId: ALL_FAULTS ? null : id })),
  });
  house = await startBoardHouse(manifest, START_MS - 5_000, {
    files: own.files,
    ...(ALL_FAULTS && { profile: profile.path }),
  });
  board = await house.openBoard('board');
  await board.untilPictures(ALL_FAULTS ? IDS.length : PICTURE_COLOURS.length);
}, 1_800_000);

afterAll(async () => {
  await house.stop();
  profile.remove();
});

it(`[B15] [B22] 1,000 slides are on air within 10 s of a start, and none of ${String(SHOWN)} turns is dropped`, async () => {
  const from = performance.now();
  await board.restart();
  expect(performance.now() - from).toBeLessThan(BOOT_MS);
  await board.untilConnected();
  const slots = house.plan(TEST_DATE).filter(({ startMs }) => startMs >= START_MS);
  const turns = slots.slice(0, SHOWN);
  expect(new Set(turns.map(({ slideId }) => slideId)).size).toBe(SHOWN);
  const shown: (string | null)[] = [];
  for (const { startMs } of turns) {
    await board.toSlot(startMs);
    shown.push((await board.glimpse()).slideId);
  }
  expect(shown).toEqual(turns.map(({ slideId }) => slideId));
  expect(problemsOf(house.controller).filter(({ slideId }) => slideId !== null)).toEqual([]);
});

/** Each is of a shop, and has one of a few pictures. */
function sharedPictures(): ManifestSlide[] {
  return IDS.map((id) => aSlide(id, { shopId: id }));
}

/** Each has a picture of its own: the same noise, and a few bytes behind its end that nobody draws. */
async function ownPictures(): Promise<{ slides: ManifestSlide[]; files: Buffer[] }> {
  const noise = await noisePng(SIDE_PX);
  const files = IDS.map((id) => Buffer.concat([noise, Buffer.from(id)]));
  const slides = IDS.map((id, index) => {
    const sha256 = createHash('sha256')
      .update(files[index] ?? '')
      .digest('hex');
    const picture = { sha256, alt: { ko: id }, focusX: 0.5, focusY: 0.5 };
    const content = { template: 'picture', title: { ko: `슬라이드 ${id}` }, picture } as const;
    return aSlide(id, { content });
  });
  return { slides, files };
}
