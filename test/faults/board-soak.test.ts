/**
 * A day of a board with pictures and films, in a real browser on a fake clock (check 45): every slot as it was
 * planned, no frame of a swap dark, and nothing grows. 60 slots here, 5,000 by `npm run test:long -- faults`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { startBoardHouse, type BoardHouse } from '../support/board-house.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { aFilmSlide, plainFilm } from '../support/film-slides.ts';
import { footprintOf, type Footprint } from '../support/footprint.ts';
import { brightnessOf, framesDuring } from '../support/frames-during.ts';
import { launchLeanBrowser } from '../support/lean-browser.ts';
import { aCalendar, openEveryDay, seoul, TEST_DATE } from '../support/manifest-builder.ts';
import { boardDay } from '../support/plan-day.ts';
import { PICTURE_COLOURS } from '../support/pictured-controller.ts';
import { problemsOf } from '../support/problems.ts';
import type { SteppedBoard } from '../support/stepped-board.ts';

const SLOTS = ALL_FAULTS ? 5_000 : 60;
/** Until then everything has been on once, and swaps are watched: that leaves something in the browser. */
const WARM = SLOTS / 2;
const LOOKS = ALL_FAULTS ? 10 : 3;
/** Not a number of slots after which the day comes round, so that films are among them. */
const SAMPLED = 11;
const WATCHED = Math.ceil(WARM / SAMPLED);
const BOOT_MS = 10_000;
/** Its witness goes by the machine's clock, which may run long before the page's is turned. */
const STOOD_STILL = 'the page stood still';
/** Of 255: what is just to be seen. */
const STEP = 8;
/** What two slides differ by. */
const NODES = 60;
const LISTENERS = 12;

let house: BoardHouse;
let board: SteppedBoard;
let slots: readonly Slot[];
const shown: (string | null)[] = [];
const looks: Footprint[] = [];
const dark: string[] = [];
let frames = 0;
let films = 0;

beforeAll(async () => {
  const { manifest, files } = await filmedDay();
  const fromMs = seoul('00:00');
  house = await startBoardHouse(manifest, fromMs - BOOT_MS, { files, launch: launchLeanBrowser });
  slots = house.plan(TEST_DATE).slice(0, SLOTS);
  board = await house.openBoard('board');
  await board.untilPictures(PICTURE_COLOURS.length + files.length - 2);
  const every = Math.floor((SLOTS - WARM) / LOOKS);
  for (const [index, slot] of slots.entries()) {
    if (index < WARM && index % SAMPLED === 0) await watchSwap(slot, index);
    await board.toSlot(slot.startMs);
    const { slideId, slotStartMs } = await board.glimpse();
    shown.push(slotStartMs === slot.startMs ? slideId : null);
    if (index >= WARM && (index - WARM) % every === 0) looks.push(await footprintOf(board.page));
  }
  await board.to(slots.at(-1)?.endMs ?? 0);
}, 3_600_000);

afterAll(() => house.stop());

describe(`a board’s day of ${String(SLOTS)} slots, with pictures and films`, () => {
  it('[S8] shows what was planned in every slot, and has it on record', async () => {
    expect(shown).toEqual(slots.map(({ slideId }) => slideId));
    expect(slots.some(({ slideId }) => slideId.startsWith('notice'))).toBe(true);
    const [first, last] = [slots.at(0)?.startMs ?? 0, slots.at(-1)?.endMs ?? 0];
    const recorded = await house.controller.store.records.plays.between('board', first, last);
    expect(
      recorded.map(({ slideId, slotStartMs, outcome }) => [slideId, slotStartMs, outcome]),
    ).toEqual(slots.map(({ slideId, startMs }) => [slideId, startMs, 'played']));
    expect(problemsOf(house.controller).filter(({ message }) => message !== STOOD_STILL)).toEqual(
      [],
    );
    expect(board.errors).toEqual([]);
  });

  it('[B2] draws no frame that is darker than what leaves and what comes', () => {
    console.info(`${String(frames)} frames of ${String(WATCHED)} swaps`);
    expect(frames).toBeGreaterThan(2 * WATCHED);
    expect(films).toBeGreaterThan(0);
    expect(dark).toEqual([]);
  });

  it('[B5] takes no more memory, nodes and listeners at its end than at its start', () => {
    console.info(JSON.stringify(looks));
    const [first, last] = [looks.at(0), looks.at(-1)];
    if (!first || !last) throw new Error('nobody looked');
    for (const { films } of looks) expect(films).toBeLessThanOrEqual(2);
    expect(last.nodes).toBeLessThan(first.nodes + NODES);
    expect(last.listeners).toBeLessThan(first.listeners + LISTENERS);
    expect(last.pssMegabytes).toBeLessThan(first.pssMegabytes * 1.1);
  });
});

/** Open day and night; the notices are films. */
async function filmedDay(): Promise<{ manifest: Manifest; files: readonly Uint8Array[] }> {
  const day = boardDay();
  const colours = ['0x8fb5d8', '0xd8b58f', '0x6f9a7a'];
  const filmed = await Promise.all(
    colours.map(async (colour, index) =>
      aFilmSlide(`notice-${String(index + 1)}`, await plainFilm(colour), {
        organizationId: 'district',
      }),
    ),
  );
  const slides = day.slides.map(
    (slide) => filmed.find((film) => film.slide.id === slide.id)?.slide ?? slide,
  );
  const calendar = aCalendar({ hours: openEveryDay(0, 1440) });
  return {
    manifest: { ...day, slides, calendar },
    files: filmed.flatMap(({ files }) => files),
  };
}

/** All frames while the slide comes on. The first of them may still be of the swap before. */
async function watchSwap(slot: Slot, index: number): Promise<void> {
  const before = await meanOf(await board.page.screenshot());
  const seen = await framesDuring(board.page, () => board.to(slot.startMs));
  const means = await Promise.all(seen.map(meanOf));
  frames += means.length;
  if (slot.slideId.startsWith('notice')) films += 1;
  const least = Math.min(before, means.at(-1) ?? 0) - STEP;
  for (const mean of means) if (mean < least) dark.push(`slot ${String(index)}: ${String(mean)}`);
}

async function meanOf(frame: Buffer): Promise<number> {
  const [mean = 0] = await brightnessOf(frame, { width: 1, height: 1 });
  return mean;
}
