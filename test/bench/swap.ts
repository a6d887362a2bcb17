/**
 * Frames that the compositor draws in a cross-fade of full-HD pictures over the whole board, while a manifest and
 * pictures arrive; against two bare layers. Counted in a trace, since a page's own frames tell nothing of it.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Page } from 'playwright-core';
import { manifestHash } from '../../shared/protocol/manifest-hash.ts';
import { launchBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/controller-process.ts';
import { loopOf } from '../support/manifest-builder.ts';
import { noise } from '../support/media-files.ts';
import { startModuleServer } from '../support/module-server.ts';
import { median, type Bench, type Figure } from './figure.ts';
import type * as Swaps from './limits/swaps.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const FULL_HD: Size = { width: 1920, height: 1080 };
/** A small board of big pixels, and a screen. */
const SIZES: readonly Size[] = [{ width: 600, height: 300 }, FULL_HD];
const SHOWN = 6;
const ARRIVING = 20;
const ROUNDS = 5;
const SLIDES = 200;
const FADE_MS = 400;
const LONG_MS = 34;
const CATEGORIES = [
  'blink.user_timing',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline.frame',
];

interface Opening {
  readonly what: 'openSwappingBoard' | 'openBareSwapper';
  readonly origin: string;
  readonly shown: readonly string[];
}

interface Arriving {
  readonly text: string;
  readonly hash: string;
  readonly sha256s: readonly string[];
}

/** What one fade was drawn in. */
interface Drawn {
  readonly frames: number;
  /** Frames that stood longer than `LONG_MS`. */
  readonly long: number;
}

/** With so many swaps of each page and size, in rounds, in each of which a manifest and twenty pictures come. */
export function swap(swaps: number): Bench {
  return async () => {
    const found: Figure[] = [];
    for (const size of SIZES) found.push(...(await swapAt(size, Math.ceil(swaps / ROUNDS))));
    return found;
  };
}

async function swapAt(size: Size, each: number): Promise<readonly Figure[]> {
  const folder = temporaryFolder();
  const media = await serveMedia(folder.path);
  const modules = await startModuleServer();
  const browser = await launchBrowser();
  const pictures = await Promise.all(Array.from({ length: SHOWN }, (_, n) => picture(n)));
  const shown = pictures.map((bytes) => keep(folder.path, bytes));
  const openPage = async (what: Opening['what']) => {
    const page = await (await browser.newContext({ viewport: size })).newPage();
    await page.goto(modules.blankPage);
    await page.evaluate(openSwapper, { what, origin: media.origin, shown });
    return page;
  };
  const board = await openPage('openSwappingBoard');
  const bare = await openPage('openBareSwapper');
  const ours: Drawn[] = [];
  const limit: Drawn[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // The same pixels under other hashes.
    const sha256s = Array.from({ length: ARRIVING }, (_, n) =>
      keep(folder.path, Buffer.concat([pictures[0] ?? Buffer.of(), Buffer.from(`${round} ${n}`)])),
    );
    const turns = { from: round * each, count: each };
    const whileMoreComes = () =>
      Promise.all([
        board.evaluate(swapAll, turns),
        board.evaluate(arrive, { ...manifestOf(round), sha256s }),
      ]);
    ours.push(...(await fadesOf(board, whileMoreComes)));
    limit.push(...(await fadesOf(bare, () => bare.evaluate(swapAll, turns))));
  }
  await browser.close();
  await modules.stop();
  media.close();
  folder.remove();
  return figures(`swap ${size.width}×${size.height}`, ours, limit);
}

function figures(name: string, ours: readonly Drawn[], limit: readonly Drawn[]): readonly Figure[] {
  const frameMs = (fades: readonly Drawn[]) =>
    FADE_MS / (fades.reduce((sum, { frames }) => sum + frames, 0) / fades.length);
  const long = (fades: readonly Drawn[]) => fades.reduce((sum, fade) => sum + fade.long, 0);
  const drawn = `${median(ours.map(({ frames }) => frames))} frames a fade`;
  return [
    {
      ...{ name, ours: frameMs(ours), unit: `ms a frame (${drawn})` },
      // 0.98 of the frames.
      ...{ limit: frameMs(limit), limitName: 'two bare layers', atMost: 1.02 },
    },
    {
      ...{ name: `${name}, long frames`, ours: long(ours), unit: `in ${ours.length} fades` },
      ...{ limit: long(limit) + 2, limitName: 'two bare layers, and two', atMost: 1 },
    },
  ];
}

/** What the fades of `work` were drawn in. */
async function fadesOf(page: Page, work: () => Promise<unknown>): Promise<readonly Drawn[]> {
  const browser = page.context().browser();
  await browser?.startTracing(page, { categories: CATEGORIES });
  await work();
  const trace = await browser?.stopTracing();
  return fadesIn(JSON.parse(String(trace)) as Trace);
}

interface Trace {
  readonly traceEvents: readonly {
    readonly name: string;
    readonly pid: number;
    /** Microseconds. */
    readonly ts: number;
  }[];
}

function fadesIn({ traceEvents }: Trace): readonly Drawn[] {
  const pid = traceEvents.find(({ name }) => name === 'fade')?.pid;
  const timesOf = (wanted: string) =>
    traceEvents
      .filter((event) => event.name === wanted && event.pid === pid)
      .map(({ ts }) => ts / 1000)
      .sort((a, b) => a - b);
  const frames = timesOf('DrawFrame');
  const ends = timesOf('faded');
  return timesOf('fade').map((from, index) => {
    const times = frames.filter((at) => at >= from && at <= (ends[index] ?? 0));
    const long = times.filter((at, frame) => at - (times[frame - 1] ?? at) > LONG_MS);
    return { frames: times.length, long: long.length };
  });
}

function manifestOf(round: number): Pick<Arriving, 'text' | 'hash'> {
  const ids = Array.from({ length: SLIDES }, (_, n) => `slide-${round}-${n}`);
  const manifest = { ...loopOf(ids), revision: round + 1 };
  return { text: JSON.stringify(manifest), hash: manifestHash(manifest) };
}

/** Gives out the files of `folder` as a controller does. */
async function serveMedia(folder: string) {
  const app = express();
  const setHeaders = (response: express.Response) => {
    response.set({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'content-range',
      'content-type': 'image/webp',
    });
  };
  app.use('/media', express.static(folder, { setHeaders }));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A picture that is as hard as a photo. */
function picture(n: number): Promise<Buffer> {
  const soft = noise(60 + n, 40).resize(FULL_HD.width, FULL_HD.height, { kernel: 'cubic' });
  return soft.webp({ quality: 86 }).toBuffer();
}

/** Under its hash. */
function keep(folder: string, bytes: Buffer): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(folder, sha256), bytes);
  return sha256;
}

// In the page

interface Swapping {
  swapper: Swaps.Swapper | Swaps.SwappingBoard;
}

async function openSwapper({ what, origin, shown }: Opening): Promise<void> {
  const module = '/test/bench/limits/swaps.ts';
  const swaps = (await import(/* @vite-ignore */ module)) as typeof Swaps;
  (globalThis as unknown as Swapping).swapper = await swaps[what](origin, shown);
}

async function swapAll({ from, count }: { from: number; count: number }): Promise<void> {
  const { swapper } = globalThis as unknown as Swapping;
  const { style } = document.documentElement;
  style.display = '';
  for (let turn = from; turn < from + count; turn += 1) await swapper.swap(turn);
  // A frame's progress goes on, and would be drawn while the other page is watched.
  style.display = 'none';
}

async function arrive({ text, hash, sha256s }: Arriving): Promise<void> {
  const { swapper } = globalThis as unknown as Swapping;
  await (swapper as Swaps.SwappingBoard).arrive({ text, hash }, sha256s);
}
