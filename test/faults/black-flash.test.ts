/**
 * Every frame that the compositor hands out while slides follow each other, on the board's own stage: none is
 * darker than both of them, none is empty. Pictures, films and pages of a long text.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { FILM_COLOURS } from '../support/film-colours.ts';
import { brightnessOf, framesDuring } from '../support/frames-during.ts';
import { filmed } from '../support/media-files.ts';
import { startModuleServer, type ModuleServer } from '../support/module-server.ts';
import type { openStage, SwapKind } from '../support/swap-stage.ts';

const SWAPS = ALL_FAULTS ? 200 : 8;
/** In turn, so that each follows each. */
const KINDS: readonly SwapKind[] = [
  'picture',
  'picture',
  'film',
  'picture',
  'film',
  'film',
  'pages',
];
/** Of 255, in a part of the glass: what is just to be seen, and what a codec adds. */
const STEP = 8;
const PARTS = { width: 24, height: 12 };

let server: ModuleServer;
let browser: Browser;
let page: Page;

interface Stage {
  readonly plazaOpenStage: typeof openStage;
  plazaSwap: (kind: SwapKind, turn: number) => Promise<void>;
}

beforeAll(async () => {
  server = await startModuleServer();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 600, height: 300 } });
  await page.goto(server.blankPage);
  const films = await Promise.all(
    FILM_COLOURS.map(async (colour) => {
      const source = [
        '-f',
        'lavfi',
        '-i',
        `color=c=${colour.replace('#', '0x')}:s=320x160:r=25:d=2`,
      ];
      return (await filmed('webm', ...source, '-c:v', 'libvpx', '-b:v', '1M')).toString('base64');
    }),
  );
  await page.addScriptTag({ type: 'module', url: '/test/support/swap-stage.ts' });
  await page.waitForFunction(() => 'plazaOpenStage' in globalThis);
  await page.evaluate(async (encoded) => {
    const stage = globalThis as unknown as Stage;
    const blobs = encoded.map(
      (text) => new Blob([Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0))]),
    );
    stage.plazaSwap = await stage.plazaOpenStage(blobs);
  }, films);
  await swap(0);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

function swap(turn: number): Promise<void> {
  return page.evaluate(([what, which]) => (globalThis as unknown as Stage).plazaSwap(what, which), [
    kindOf(turn),
    turn,
  ] as const);
}

describe('frames of swaps', () => {
  it(`[B2] are never darker than what leaves and what comes: ${String(SWAPS)} swaps`, async () => {
    const dark: string[] = [];
    const ofText: Shot[] = [];
    let darkestPage = Infinity;
    let seen = 0;
    for (let turn = 1; turn <= SWAPS; turn += 1) {
      const shown = await framesDuring(page, () => swap(turn));
      const frames = await Promise.all(shown.map((frame) => brightnessOf(frame, PARTS)));
      seen += frames.length;
      const shots = frames.map((frame, index) => ({
        what: `swap ${String(turn)}, ${kindOf(turn)}: frame ${String(index)}`,
        frame,
      }));
      if (kindOf(turn) === 'pages' || kindOf(turn - 1) === 'pages') ofText.push(...shots);
      else dark.push(...darkerThanBoth(shots));
      darkestPage = Math.min(darkestPage, darkestThatStands(frames));
    }
    // Letters of one page stand where another has none: what a page gives as a whole is looked at.
    const isBlank = ({ frame }: Shot) => mean(frame) < darkestPage - STEP;
    dark.push(...ofText.filter(isBlank).map(({ what }) => what));
    console.info(`${String(seen)} frames of ${String(SWAPS)} swaps`);
    expect(seen).toBeGreaterThan(SWAPS * 4);
    expect(dark).toEqual([]);
  });
});

interface Shot {
  readonly what: string;
  readonly frame: readonly number[];
}

function kindOf(turn: number): SwapKind {
  return KINDS[turn % KINDS.length] ?? 'picture';
}

/** Those with a part that is darker than in the first and in the last of them. */
function darkerThanBoth(shots: readonly Shot[]): readonly string[] {
  const [first, last] = [shots.at(0)?.frame ?? [], shots.at(-1)?.frame ?? []];
  return shots.flatMap(({ what, frame }) => {
    const part = frame.findIndex(
      (value, at) => value < Math.min(first[at] ?? 0, last[at] ?? 0) - STEP,
    );
    return part < 0 ? [] : [`${what}, part ${String(part)}`];
  });
}

/** How bright the darkest is that stands for three frames; a page of a text may have few letters. */
function darkestThatStands(frames: readonly (readonly number[])[]): number {
  const means = frames.map(mean);
  const standing = means.filter((value, index) =>
    [1, 2].every((later) => Math.abs((means[index + later] ?? Infinity) - value) < 2),
  );
  return Math.min(...standing);
}

function mean(parts: readonly number[]): number {
  return parts.reduce((sum, value) => sum + value, 0) / parts.length;
}
