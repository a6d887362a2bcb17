/**
 * A board's PC and builds of its page that come one after the other: whole, torn, and such as do not start.
 * On a closed board no turn has to end first; one test waits for a real turn.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { BuildFolder, type Alteration } from '../support/altered-build.ts';
import { BoardProfile, buildOf, glassOf, untilOnAir } from '../support/board-profile.ts';
import { ALL_FAULTS } from '../support/fault-counts.ts';
import { aCalendar, loopOf, openEveryDay } from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import { problemsOf } from '../support/problems.ts';
import type { TestController } from '../support/test-controller.ts';

/** So long a build on trial may take to draw, in the workers of this test. */
const START_MS = 1_500;
const SIZE = { widthPx: 600, heightPx: 300 };

interface Builds {
  readonly good: string | null;
  readonly trial: { readonly version: string; readonly starts: number } | null;
  readonly refused: readonly string[];
}

let folder: BuildFolder;
let controller: TestController;
let board: BoardProfile;

beforeEach(() => {
  folder = new BuildFolder();
});

afterEach(async () => {
  await board.remove();
  await controller.stop();
  folder.remove();
});

async function startBoard(isOpen: boolean): Promise<Page> {
  put('build-1');
  const hours = isOpen ? openEveryDay(0, 1440) : openEveryDay(0, 1440).map(() => null);
  const slides = ['a', 'b'];
  const manifest = loopOf(slides, { calendar: aCalendar({ hours }) });
  const short = { ...manifest, slides: manifest.slides.map((one) => ({ ...one, dwellMs: 9_000 })) };
  const options = { now: Date.now, size: SIZE, distDir: folder.path };
  controller = await startPicturedController(short, options);
  const device = { token: await controller.deviceToken('board'), screenId: 'board' };
  board = new BoardProfile({ origin: controller.origin, device });
  const page = await board.start();
  await untilOnAir(page);
  await untilGood(page, 'build-1');
  return page;
}

function put(version: string, alteration: Omit<Alteration, 'version'> = {}): void {
  const worker = (code: string) => {
    const hasty = code.replace('1e4', String(START_MS));
    return alteration.worker?.(hasty) ?? hasty;
  };
  folder.put({ ...alteration, version, worker });
}

/** What the page does by itself every ten minutes. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });
}

async function builds(page: Page): Promise<Builds | null> {
  return page
    .evaluate(async () => {
      const notes = await (await caches.open('plaza-builds')).match('/board/builds.json');
      return (await notes?.json()) as Builds | undefined;
    })
    .then(
      (found) => found ?? null,
      () => null, // The page has just started anew.
    );
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

function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('plaza-page-')),
  );
}

describe('a newer build', () => {
  it('[B8] takes over at the end of a turn, and the one before is let go when it has drawn', async () => {
    const page = await startBoard(true);
    const { slotStartMs } = await glassOf(page);
    put('build-2');
    await lookForUpdate(page);
    await untilGood(page, 'build-2');
    expect(await buildOf(page)).toBe('build-2');
    await untilOnAir(page);
    await until(async () => (await kept(page)).length === 1);
    const fromMs = (slotStartMs ?? 0) - 1;
    await until(async () => (await plays(fromMs)).length > 0);
    const [first] = await plays(fromMs);
    expect((first?.endedAt ?? 0) - (first?.slotStartMs ?? 0)).toBeGreaterThanOrEqual(9_000 - 20);
  });

  it('[B8] is not taken while it is torn, and what was there starts without it', async () => {
    const page = await startBoard(false);
    for (const { why, tear } of torn) {
      put('build-2');
      tear();
      await lookForUpdate(page);
      await new Promise((wake) => setTimeout(wake, 300));
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

const torn: readonly { readonly why: string; readonly tear: () => void }[] = [
  { why: 'its files are missing', tear: () => folder.hideAssets() },
  {
    why: 'its worker is no script',
    tear: () => put('build-2', { worker: (code) => `${code}\n)(` }),
  },
  {
    why: 'its bytes are not the ones that were built',
    tear: () =>
      put('build-2', { worker: (code) => code.replace(/("\/board\/":"sha256-)./, '$1x') }),
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

function plays(fromMs: number) {
  return controller.store.records.plays.between('board', fromMs, Date.now() + 60_000);
}

/** As the worker answers the page. */
function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(async (asset) => (await fetch(asset)).status, path);
}

function toldOf(kind: string): readonly unknown[] {
  return problemsOf(controller).filter((problem) => problem.kind === kind);
}
