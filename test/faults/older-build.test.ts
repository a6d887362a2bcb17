/** A board goes back to an older build of its page, which finds what a newer one has stored (check 42). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Play } from '../../shared/content/play.ts';
import { BuildFolder } from '../support/altered-build.ts';
import { BoardProfile, buildOf, untilOnAir } from '../support/board-profile.ts';
import { aCalendar, loopOf, openEveryDay } from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import type { TestController } from '../support/test-controller.ts';

const SIZE = { widthPx: 600, heightPx: 300 };
/** Of the newer build's database, and of a store that only it knows. */
const NEWER = { version: 40, store: 'of-the-future' };

let folder: BuildFolder;
let controller: TestController;
let board: BoardProfile;

beforeEach(async () => {
  folder = new BuildFolder();
  folder.put({ version: 'newer' });
  const calendar = aCalendar({ hours: openEveryDay(0, 1440) });
  const options = { now: Date.now, size: SIZE, distDir: folder.path };
  controller = await startPicturedController(loopOf(['a', 'b'], { calendar }), options);
  const device = { token: await controller.deviceToken('board'), screenId: 'board' };
  board = new BoardProfile({ origin: controller.origin, device });
});

afterEach(async () => {
  await board.remove();
  await controller.stop();
  folder.remove();
});

it('[B10] plays what it is sent anew, and sends the plays that the newer one left; one that nobody reads yet is kept', async () => {
  const page = await board.start();
  await untilOnAir(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await board.close();

  const beside = await board.start('/healthz');
  const [known, unknown] = [aPlay(), { ...aPlay(), mood: 'fine' }];
  await storeAsNewer(beside, [known, unknown]);
  folder.put({ version: 'older' });
  await goOver(beside);
  await board.close();

  const again = await board.start();
  await untilOnAir(again);
  expect(await buildOf(again)).toBe('older');
  await again.waitForFunction(
    () => document.querySelector('plaza-board')?.getAttribute('data-layer') === 'slot',
  );
  await expect.poll(() => recordedIds(known), { timeout: 30_000 }).toContain(known.id);
  expect(await recordedIds(known)).not.toContain(unknown.id);
  await expect
    .poll(() => stored(again))
    .toMatchObject({
      ...{ version: NEWER.version, waiting: [unknown.id], isWhole: true, ofTheFuture: 1 },
    });
});

/** Five minutes ago, of a slide that is there. */
function aPlay(): Play {
  const startedAt = Date.now() - 300_000;
  return {
    ...{
      id: randomUUID(),
      slideId: 'a',
      revisionId: 'a-1',
      bookingId: 'a',
      slotStartMs: startedAt,
    },
    ...{ startedAt, endedAt: startedAt + 15_000, outcome: 'played', manifestRevision: 1 },
  };
}

async function recordedIds({ startedAt }: Play): Promise<readonly string[]> {
  const { plays } = controller.store.records;
  return (await plays.between('board', startedAt - 1, startedAt + 60_000)).map(({ id }) => id);
}

/** In a page of the same origin that is no board's: all documents have a shape that is not known yet. */
async function storeAsNewer(page: Page, plays: readonly object[]): Promise<void> {
  await page.evaluate(
    async ([{ version, store }, left]) => {
      const opening = indexedDB.open('plaza-board', version);
      opening.addEventListener('upgradeneeded', () => {
        opening.result.createObjectStore(store, { autoIncrement: true });
      });
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const database = opening.result;
      const writing = database.transaction(['documents', 'plays', store], 'readwrite');
      const documents = writing.objectStore('documents');
      for (const name of ['manifest', 'board', 'clock', 'suspects', 'starts', 'earlierSlides'])
        documents.put({ edition: 9, sheets: [name] }, name);
      documents.put({ edition: 9 }, 'weather');
      for (const play of left) writing.objectStore('plays').put(play);
      writing.objectStore(store).put('x');
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      database.close();
      localStorage.setItem('plaza-starts', '{"edition":9}');
    },
    [NEWER, plays] as const,
  );
}

/** The worker of the build that is served now takes over. */
async function goOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/board');
    await registration?.update();
    const worker = registration?.installing ?? registration?.waiting ?? null;
    while (worker && worker.state !== 'activated')
      await new Promise((resolve) =>
        worker.addEventListener('statechange', resolve, { once: true }),
      );
  });
}

function stored(page: Page): Promise<object> {
  return page.evaluate(async (store) => {
    const opening = indexedDB.open('plaza-board');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const reading = database.transaction(['documents', 'plays', store]);
    const [waiting, manifest, ofTheFuture] = [
      reading.objectStore('plays').getAllKeys(),
      reading.objectStore('documents').get('manifest'),
      reading.objectStore(store).count(),
    ];
    await new Promise((resolve) => reading.addEventListener('complete', resolve));
    const { version } = database;
    database.close();
    const isWhole = 'hash' in (manifest.result as object);
    return { version, waiting: waiting.result, isWhole, ofTheFuture: ofTheFuture.result };
  }, NEWER.store);
}
