/** From navigation to the first slide painted, with an empty cache, against a bare Lit page with the same picture. */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startController, temporaryFolder } from '../support/controller-process.ts';
import { setUp } from '../support/console-session.ts';
import { claimBoardLink } from '../support/pairing.ts';
import { buildBarePage } from './bare-pages.ts';
import { anyPicture, rememberToken, serveBare } from './boot-parts.ts';
import { median, type Bench } from './figure.ts';
import { paintedAfter, watchPaint } from './painted.ts';

const ROUNDS = 9;

export const bootCold: Bench = async () => {
  const data = temporaryFolder();
  const page = temporaryFolder();
  const controller = await startController({ dataDir: data.path });
  const session = await setUp(controller);
  const token = await claimBoardLink(controller.origin, controller.link('/board#pair='));
  const picture = await anyPicture(session);
  await buildBarePage('picture', page.path);
  const bare = await serveBare(page.path, `${controller.origin}/media/${picture}`);
  const browser = await launchBrowser();
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      await boot(browser, { url: `${controller.origin}/board`, tag: 'plaza-board', token }),
    );
    limit.push(
      await boot(browser, {
        url: `${bare.origin}/?src=/picture`,
        tag: 'bare-picture',
        token: null,
      }),
    );
  }
  await browser.close();
  bare.close();
  await controller.stop();
  data.remove();
  page.remove();
  return [
    {
      name: 'boot-cold',
      ours: median(ours),
      unit: 'ms',
      limit: median(limit),
      limitName: 'bare Lit page, same picture',
      atMost: 1.3,
    },
  ];
};

async function boot(
  browser: Browser,
  target: { url: string; tag: string; token: { token: string; screenId: string } | null },
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  if (target.token !== null) await rememberToken(page, target.url, target.token);
  await watchPaint(page, target.tag, 'data-slide-id');
  await page.goto(target.url, { waitUntil: 'commit' });
  const ms = await paintedAfter(page);
  await context.close();
  return ms;
}
