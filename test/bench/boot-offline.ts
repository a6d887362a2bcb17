/** From navigation to the first slide painted with nobody there, against the bare Lit page with its server. */
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { setUp } from '../support/console-session.ts';
import { startController, temporaryFolder } from '../support/controller-process.ts';
import { claimBoardLink } from '../support/pairing.ts';
import { buildBarePage } from './bare-pages.ts';
import { anyPicture, rememberToken, serveBare } from './boot-parts.ts';
import { median, type Bench } from './figure.ts';
import { paintedAfter, watchPaint } from './painted.ts';

const ROUNDS = 9;
const VIEWPORT = { width: 1920, height: 1080 };

export const bootOffline: Bench = async () => {
  const data = temporaryFolder();
  const page = temporaryFolder();
  const controller = await startController({ dataDir: data.path });
  const session = await setUp(controller);
  const token = await claimBoardLink(controller.origin, controller.link('/board#pair='));
  await buildBarePage('picture', page.path);
  const bare = await serveBare(
    page.path,
    `${controller.origin}/media/${await anyPicture(session)}`,
  );
  const browser = await launchBrowser();
  // Each keeps what it stored, so that both pages come a second time.
  const ours = await browser.newContext({ viewport: VIEWPORT });
  const limit = await browser.newContext({ viewport: VIEWPORT });
  const board = { url: `${controller.origin}/board`, tag: 'plaza-board' };
  const bareBoard = { url: `${bare.origin}/?src=/picture`, tag: 'bare-picture' };
  const first = await ours.newPage();
  await rememberToken(first, board.url, token);
  await first.goto(board.url);
  await untilStored(first);
  await first.close();
  await boot(limit, bareBoard);
  await controller.stop();
  const times = { ours: [] as number[], limit: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(await boot(ours, board));
    times.limit.push(await boot(limit, bareBoard));
  }
  await browser.close();
  bare.close();
  data.remove();
  page.remove();
  return [
    {
      ...{ name: 'boot-offline', unit: 'ms', atMost: 1 },
      ...{ ours: median(times.ours), limit: median(times.limit) },
      limitName: 'bare Lit page, its server there',
    },
  ];
};

async function boot(
  context: BrowserContext,
  { url, tag }: { readonly url: string; readonly tag: string },
): Promise<number> {
  const page = await context.newPage();
  await watchPaint(page, tag, 'data-slide-id');
  await page.goto(url, { waitUntil: 'commit' });
  const ms = await paintedAfter(page);
  await page.close();
  return ms;
}

/** Until the page is in its service worker's cache and no more files come. */
async function untilStored(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const opening = indexedDB.open('plaza-board');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const count = async () => {
      const counting = opening.result.transaction('media').objectStore('media').count();
      await new Promise((resolve) => counting.addEventListener('success', resolve));
      return counting.result;
    };
    for (let before = -1, now = 0; now === 0 || now !== before;) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      now = await count();
    }
    opening.result.close();
  });
}
