/**
 * A board's PC and builds of its page that come one after the other: whole, torn, and such as do not start.
 * On a closed board no turn has to end first; one test waits for a real turn.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { BuildFolder, type Alteration } from '../support/altered-build.ts';
import { BoardProfile, buildOf, glassOf, untilOnAir } from '../support/board-profile.ts';
import {
  builds,
  isAlone,
  isInstalling,
  isWaiting,
  kept,
  lookForUpdate,
  playedFrames,
  retrySoon,
  statusOf,
  stayWithNewerWorker,
} from '../support/build-page.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { aFilmSlide, plainFilm } from '../support/film-slides.ts';
import { aCalendar, aSlide, loopOf, openEveryDay } from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import { problemsOf } from '../support/problems.ts';
import type { TestController } from '../support/test-controller.ts';

/** So long a build on trial may take to draw, and where it is not to draw. */
const START_MS = 10_000;
const BROKEN_START_MS = 1_500;
const TURN_MS = 9_000;
/** Long enough for a newer build to come in the middle of it. */
const FILM_MS = 15_000;
const STALL_MS = 8_000;
const SIZE = { widthPx: 600, heightPx: 300 };

type Prepare = (context: BrowserContext) => Promise<unknown>;

let folder: BuildFolder;
let startMs: number;
let controller: TestController;
let board: BoardProfile;

beforeEach(() => {
  folder = new BuildFolder();
  startMs = START_MS;
});

afterEach(async () => {
  await board.remove();
  await controller.stop();
  folder.remove();
});

async function startBoard(isOpen: boolean, prepare?: Prepare): Promise<Page> {
  put('build-1');
  const page = await openBoard(isOpen, prepare);
  await untilGood(page, 'build-1');
  return page;
}

async function openBoard(
  isOpen: boolean,
  prepare: Prepare = () => Promise.resolve(),
): Promise<Page> {
  const hours = isOpen ? openEveryDay(0, 1440) : openEveryDay(0, 1440).map(() => null);
  const film = await aFilmSlide('film', await plainFilm('0x8fb5d8'), { dwellMs: FILM_MS });
  const manifest = loopOf(['film', 'b'], {
    calendar: aCalendar({ hours }),
    slides: [film.slide, aSlide('b', { dwellMs: TURN_MS })],
  });
  const { files } = film;
  const options = { now: Date.now, size: SIZE, distDir: folder.path, files };
  controller = await startPicturedController(manifest, options);
  const device = { token: await controller.deviceToken('board'), screenId: 'board' };
  board = new BoardProfile({ origin: controller.origin, device, prepare });
  const page = await board.start();
  await untilOnAir(page);
  return page;
}

function put(version: string, alteration: Omit<Alteration, 'version'> = {}): void {
  const worker = (code: string) => {
    const hasty = code.replace('1e4', String(startMs));
    return alteration.worker?.(hasty) ?? hasty;
  };
  folder.put({ ...alteration, version, worker });
}

async function until(what: () => Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const last = Date.now() + timeoutMs;
  while (!(await what().catch(() => false))) {
    if (Date.now() > last) throw new Error('it did not come to that');
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

function untilGood(page: Page, version: string): Promise<void> {
  return until(async () => (await builds(page))?.good === version);
}

describe('the first build', () => {
  it.each([
    { why: 'its worker was no script', worker: (code: string) => `${code}\n)(` },
    { why: 'a file was not the one that was built', worker: alteredPage },
  ])('[B8] is asked for again where $why', async ({ worker }) => {
    put('build-1', { worker });
    const page = await openBoard(false, (context) => context.addInitScript(retrySoon));
    await until(() => Promise.resolve(toldOf('storage-failed').length > 0));
    // Each new try has a cache for as long as it runs.
    await until(async () => (await kept(page)).length === 0);
    put('build-1');
    await untilGood(page, 'build-1');
    await page.reload();
    await untilOnAir(page);
    expect(await kept(page)).toEqual(['plaza-page-build-1']);
  });
});

describe('a newer build', () => {
  it('[B8] takes over at the end of a turn, also of a film’s, and the one before is let go when it has drawn', async () => {
    const page = await startBoard(true);
    await until(async () => (await playedFrames(page)) > 2);
    const { slotStartMs } = await glassOf(page);
    put('build-2');
    await lookForUpdate(page);
    await until(() => isWaiting(page));
    const frames = await playedFrames(page);
    await until(async () => (await playedFrames(page)) > frames, 5_000);
    expect(await buildOf(page)).toBe('build-1');
    await untilGood(page, 'build-2');
    expect(await buildOf(page)).toBe('build-2');
    await untilOnAir(page);
    await until(async () => (await kept(page)).length === 1);
    const turn = async () =>
      (await plays((slotStartMs ?? 0) - 1)).find(({ slideId }) => slideId === 'film');
    await until(async () => (await turn()) !== undefined);
    const played = await turn();
    expect((played?.endedAt ?? 0) - (played?.slotStartMs ?? 0)).toBeGreaterThanOrEqual(
      FILM_MS - 20,
    );
  });

  it('[B8] is not taken while it is torn, and what was there starts without it', async () => {
    const page = await startBoard(false);
    for (const { why, tear } of torn) {
      put('build-2');
      tear();
      await lookForUpdate(page);
      await until(async () => !(await isInstalling(page)));
      expect(await kept(page), why).toEqual(['plaza-page-build-1']);
    }
    await page.reload();
    await untilOnAir(page);
    expect(await buildOf(page)).toBe('build-1');
    put('build-3');
    await lookForUpdate(page);
    await untilGood(page, 'build-3');
  });
});

describe('a browser that is killed in mid-update', () => {
  it.each(ALL_FAULTS ? ['install', 'activate'] : ['install'])(
    '[B8] comes back with one build, and goes over to the newer one: in %s',
    async (step) => {
      const page = await startBoard(false);
      put('build-2', { worker: (code) => `${stallOnce(step)}${code}` });
      await lookForUpdate(page);
      await until(() => page.evaluate(() => caches.has('stalled')));
      await board.kill();
      const next = await board.start();
      await untilOnAir(next);
      await expectWhole(next);
      await lookForUpdate(next);
      await untilGood(next, 'build-2');
      await untilOnAir(next);
      await expectWhole(next);
      expect(await buildOf(next)).toBe('build-2');
    },
  );
});

describe('a page that stays when a newer worker has taken over', () => {
  it('[B8] gets its own files still, of which the controller has none any more', async () => {
    const page = await startBoard(false, (context) => context.addInitScript(stayWithNewerWorker));
    put('build-2');
    await lookForUpdate(page);
    await until(() => isAlone(page));
    expect((await fetch(`${controller.origin}/board/assets/index-build-1.js`)).status).toBe(404);
    const script = await page.evaluate(async () =>
      (await fetch('/board/assets/index-build-1.js')).text(),
    );
    expect(script.endsWith('//build-1')).toBe(true);
    expect(await buildOf(page)).toBe('build-1');
    await page.reload();
    await untilOnAir(page);
    await expectWhole(page);
    expect(await buildOf(page)).toBe('build-2');
  });
});

const torn: readonly { readonly why: string; readonly tear: () => void }[] = [
  { why: 'its files are missing', tear: () => folder.hideAssets() },
  { why: 'one of its files is missing', tear: () => folder.hideAsset('index-build-2.js') },
  {
    why: 'its worker is no script',
    tear: () => put('build-2', { worker: (code) => `${code}\n)(` }),
  },
  {
    why: 'its bytes are not the ones that were built',
    tear: () => put('build-2', { worker: alteredPage }),
  },
];

describe('a build that does not start', () => {
  const faults: readonly { readonly why: string; readonly script: (code: string) => string }[] = [
    { why: 'its script fails', script: (code) => `throw new Error('no');${code}` },
    {
      why: 'an element of it is missing',
      script: (code) =>
        `const d=customElements.define.bind(customElements);customElements.define=(n,c)=>n==='plaza-board'?undefined:d(n,c);${code}`,
    },
    { why: 'it draws no frame', script: (code) => `requestAnimationFrame=()=>0;${code}` },
    { why: 'it is no script', script: (code) => `)(${code}` },
  ];

  it.each(ALL_FAULTS ? faults : faults.slice(0, 1))(
    '[B8][B9] gives way to the one before by itself, is told, and not taken again: $why',
    async ({ script }) => {
      startMs = BROKEN_START_MS;
      const page = await startBoard(false);
      put('build-2', { script });
      const from = Date.now();
      await lookForUpdate(page);
      await until(async () => (await buildOf(page)) === 'build-2');
      expect(await statusOf(page, '/board/assets/index-build-1.js')).toBe(200);
      expect((await fetch(`${controller.origin}/board/assets/index-build-1.js`)).status).toBe(404);
      await until(async () => (await builds(page))?.refused.includes('build-2') === true);
      await untilOnAir(page);
      expect(await buildOf(page)).toBe('build-1');
      expect(Date.now() - from).toBeLessThan(30_000);
      await until(async () => Promise.resolve(toldOf('build-failed').length > 0));
      await page.reload();
      await untilOnAir(page);
      await lookForUpdate(page);
      expect(await buildOf(page)).toBe('build-1');
      put('build-3');
      await lookForUpdate(page);
      await untilGood(page, 'build-3');
      await untilOnAir(page);
      expect(await buildOf(page)).toBe('build-3');
    },
  );
});

/** In a worker: its list says another hash of the page than the page has. */
function alteredPage(code: string): string {
  return code.replace(/("\/board\/":"sha256-)./, '$1x');
}

/** In a worker: the step takes long, at least the first time. */
function stallOnce(step: string): string {
  return `self.addEventListener('${step}', (event) => event.waitUntil((async () => {
    if (await caches.has('stalled')) return;
    await caches.open('stalled');
    await new Promise((wake) => setTimeout(wake, ${String(STALL_MS)}));
  })()));`;
}

/** The page and its script are of one build. */
async function expectWhole(page: Page): Promise<void> {
  const build = await buildOf(page);
  const scripts = await page.evaluate(() => [...document.scripts].map(({ src }) => src));
  expect(scripts.filter((src) => src.includes(`index-${build ?? ''}.js`))).toHaveLength(1);
}

function plays(fromMs: number) {
  return controller.store.records.plays.between('board', fromMs, Date.now() + 60_000);
}

function toldOf(kind: string): readonly unknown[] {
  return problemsOf(controller).filter((problem) => problem.kind === kind);
}
