/**
 * The launcher with a real browser that is killed, hung, blacked out and frozen (checks 36 and 37), on a
 * page that changes its slide every two seconds. `TEST_FAULTS=all`: with the times of a real board, whose slides
 * stand for nine at least.
 */
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LauncherFault } from '../../shared/protocol/launcher.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { startLauncher, testTimes, type LauncherRig } from '../support/launcher-rig.ts';
import {
  STAND_IN_SLOT_MS,
  startStandInBoard,
  type StandInBoard,
} from '../support/stand-in-board.ts';

/** By R5 of a real board on a machine of its own; a busy one gets more. */
const BACK_MS = ALL_FAULTS ? 15_000 : 60_000;
/** Each trouble by itself: none before it is recent. */
const TIMES = { ...testTimes, recentMs: 100 };
/** A picture that stays is known only once the next slide was due. */
const DUE_MS = ALL_FAULTS ? STAND_IN_SLOT_MS : 0;

interface Trouble {
  readonly what: string;
  readonly kind: LauncherFault['kind'];
  /** After which it is one; at once unless told. */
  readonly dueMs?: number;
  readonly act: () => Promise<unknown>;
}

let board: StandInBoard;
let rig: LauncherRig;

beforeAll(async () => {
  board = await startStandInBoard();
  rig = startLauncher(board.url, { times: TIMES });
  await rig.until(({ layer }) => layer === 'slot');
});

afterAll(async () => {
  await rig.stop();
  await board.stop();
});

/** What the page hears of the fault, it confirms. */
afterEach(async () => {
  for (const { id } of rig.faults()) await say({ type: 'fault-handled', id });
  await expect.poll(() => rig.faults()).toEqual([]);
});

describe('the launcher mends', () => {
  it.each<Trouble>([
    { what: '[B45] a black picture', kind: 'black', act: () => overlay('#000') },
    { what: '[B45] a white picture', kind: 'white', act: () => overlay('#fff') },
    {
      what: '[B45] a picture that stays when the slide changes',
      kind: 'frozen',
      dueMs: DUE_MS,
      act: () => overlay('linear-gradient(90deg, #123, #fed)'),
    },
    {
      what: '[B45] a browser that draws no frames',
      kind: 'frozen',
      act: () => rig.page().evaluate('window.requestAnimationFrame = () => 0'),
    },
    { what: '[B44] a page that hangs', kind: 'hang', act: () => rig.page().evaluate('while (1);') },
    { what: '[B43] a page that crashes', kind: 'crash', act: () => rig.page().call('Page.crash') },
    {
      what: '[B43] a browser that is killed',
      kind: 'crash',
      act: () => Promise.resolve(process.kill(rig.launcher.browserPid ?? 0, 'SIGKILL')),
    },
  ])(
    '$what, keeps its picture, and tells the page that comes after it',
    async ({ kind, act, dueMs = 0 }) => {
      await rig.page().evaluate('window.isOld = true');
      const startMs = Date.now();
      const fault = await rig.faultAfter(act);
      expect(fault.kind).toBe(kind);
      await untilNew(startMs + dueMs + BACK_MS - Date.now());
      await expect
        .poll(() => rig.page().evaluate('heard.map(({ fault }) => fault?.id)'), { timeout: 10_000 })
        .toContain(fault.id);
      if (kind === 'crash') expect(fault.jpegBase64).toBeNull();
      else expect(await shadesOf(fault)).toEqual(PICTURED[kind]);
    },
    BACK_MS + DUE_MS + 60_000,
  );

  it('[B48] answers the page with the facts and with a picture of the glass', async () => {
    await expect
      .poll(() => rig.page().evaluate('heard.find(({ type }) => type === "facts")?.facts'))
      .toEqual({ version: 'test', temperatureC: 41.5, brightnessPercent: null });
    await say({ type: 'screenshot', id: 'one' });
    await expect
      .poll(() => rig.page().evaluate('heard.some(({ id }) => id === "one")'), { timeout: 10_000 })
      .toBe(true);
    const jpeg = await rig.page().evaluate('heard.find(({ id }) => id === "one").jpegBase64');
    const { width, height } = await sharp(Buffer.from(String(jpeg), 'base64')).metadata();
    expect(width).toBeGreaterThan(900);
    expect(height).toBeGreaterThan(400);
  });
});

/** Whether the board's middle is all dark, all light, or neither, in the picture of each fault. */
const PICTURED: Readonly<Record<string, string>> = {
  black: 'dark',
  white: 'light',
  frozen: 'both',
  hang: 'both',
};

async function shadesOf({ jpegBase64 }: LauncherFault): Promise<string> {
  const { channels } = await sharp(Buffer.from(jpegBase64 ?? '', 'base64'))
    .extract({ left: 60, top: 40, width: 500, height: 250 })
    .stats();
  const least = Math.min(...channels.map(({ min }) => min));
  const most = Math.max(...channels.map(({ max }) => max));
  if (most < 40) return 'dark';
  return least > 215 ? 'light' : 'both';
}

/** A page that was started anew has its slide on the glass. */
async function untilNew(limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  for (;;) {
    await rig.until(({ layer, isDrawn }) => layer === 'slot' && isDrawn, until - Date.now());
    const isOld = await rig
      .page()
      .evaluate('window.isOld === true', 2_000)
      .catch(() => true);
    if (isOld === false) return;
  }
}

function overlay(background: string): Promise<unknown> {
  const style = `position:fixed;inset:0;background:${background}`;
  return rig.page().evaluate(`{
    const cover = document.createElement('div');
    cover.style.cssText = '${style}';
    document.body.append(cover);
  }`);
}

function say(message: object): Promise<unknown> {
  return rig.page().evaluate(`plazaLauncher('${JSON.stringify(message)}')`);
}
