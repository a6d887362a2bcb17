/** Films that cannot be shown, among slides that can, on a real board whose clock the test turns (check 33). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Slot } from '../../shared/protocol/manifest.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { aFilmSlide, plainFilm } from '../support/film-slides.ts';
import { brightnessOf, framesDuring } from '../support/frames-during.ts';
import {
  aBooking,
  aCalendar,
  aSlide,
  loopOf,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../support/manifest-builder.ts';
import { filmed, half } from '../support/media-files.ts';
import { problemsOf } from '../support/problems.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';

const START_MS = seoul('10:00');
/** Of 255: what is just to be seen. */
const STEP = 8;
const QUICK = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8'];
const HUGE = ['-f', 'lavfi', '-i', 'color=c=0x8fb5d8:s=7680x4320:r=1:d=1'];
const SMALL = ['-f', 'lavfi', '-i', 'color=c=0x8fb5d8:s=320x160:r=25:d=2'];
const SOUND = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2'];

/** Each cannot be shown, for a reason of its own. */
const broken: Readonly<Record<string, () => Promise<Buffer>>> = {
  'in-8k': () => filmed('webm', ...HUGE, ...QUICK),
  'of-sound-alone': () => filmed('webm', ...SOUND, '-c:a', 'libopus'),
  'of-no-film': () => Promise.resolve(Buffer.from('this is no film')),
  'in-a-wrong-codec': () => filmed('mp4', ...SMALL, '-c:v', 'mpeg4'),
  'cut-before-its-index': () => half(filmed('mp4', ...SMALL, '-c:v', 'mpeg4')),
  'of-its-first-bytes': async () => (await plainFilm('0x8fb5d8')).subarray(0, 300),
  'of-no-bytes': () => Promise.resolve(Buffer.alloc(0)),
};
/** These play: nothing is wrong with a film that does not say how long it is. */
const playable: Readonly<Record<string, () => Promise<Buffer>>> = {
  endless: () => filmed('webm', ...SMALL, ...QUICK, '-live', '1'),
  whole: () => plainFilm('0xd8b58f'),
};

let house: BoardHouse;
let board: SteppedBoard;
let slots: readonly Slot[];

beforeAll(async () => {
  const films = { ...broken, ...playable };
  const made = await Promise.all(
    Object.entries(films).map(async ([id, make]) => aFilmSlide(id, await make())),
  );
  const ids = ['first', ...Object.keys(films), 'last'];
  const manifest = loopOf([], {
    calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
    slides: [aSlide('first'), ...made.map(({ slide }) => slide), aSlide('last')],
    bookings: ids.map((id) => aBooking(id)),
  });
  house = await startBoardHouse(manifest, START_MS - 10_000, {
    files: made.flatMap(({ files }) => files),
  });
  const coming = house.plan(TEST_DATE).filter(({ startMs }) => startMs >= START_MS);
  slots = coming.slice(0, 2 * ids.length);
  board = await house.openBoard('board');
  // Of the one without a byte only the poster comes, which all have in common.
  await board.untilPictures(made.length);
  // The first of them is built at its own instant, as the others are.
  await board.to(START_MS - 5_000);
});

afterAll(() => house.stop());

it('[B3] [B4] are left out and told once, what comes next is shown on time, and no frame is dark', async () => {
  const isBroken = (id: string) => id in broken;
  const shown: [string, string | null][] = [];
  const dark: string[] = [];
  for (const [index, { slideId, startMs }] of slots.entries()) {
    const swap = () => board.to(startMs);
    const isFirst = index < slots.length / 2;
    const frames = isFirst && isBroken(slideId) ? await framesDuring(board.page, swap) : [];
    if (frames.length === 0) await swap();
    await board.toSlot(startMs);
    shown.push([slideId, (await board.glimpse()).slideId]);
    const means = await Promise.all(frames.map(async (frame) => (await meanOf(frame)) ?? 0));
    const least = Math.min(means.at(0) ?? 0, means.at(-1) ?? 0) - STEP;
    if (means.some((mean) => mean < least)) dark.push(slideId);
  }
  expect(shown).toEqual(slots.map(({ slideId: id }) => [id, isBroken(id) ? 'house' : id]));
  expect(dark).toEqual([]);
  const told = problemsOf(house.controller).filter(({ kind }) => kind === 'slide-failed');
  // The controller gives out no empty file: to the board it is one that never came.
  expect(told.map(({ slideId }) => slideId).toSorted()).toEqual(
    Object.keys(broken)
      .filter((id) => id !== 'of-no-bytes')
      .toSorted(),
  );
}, 300_000);

async function meanOf(frame: Buffer): Promise<number | undefined> {
  return (await brightnessOf(frame, { width: 1, height: 1 }))[0];
}
