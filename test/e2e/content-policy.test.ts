/** [U14] The Content-Security-Policy in a real browser: nothing of ours breaks it, and it stops what it should. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { setUp } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { enterConsole, openPage } from './story.ts';

const PAGES = [
  ...['now', 'slides', 'slides/new', 'bookings', 'bookings/new', 'calendar', 'plan', 'moment'],
  ...['promises', 'feeds', 'holidays', 'announcements', 'announcements/new', 'shops', 'shops/new'],
  ...['screens', 'screens/new', 'people', 'people/new', 'shares', 'audit', 'me', 'more'],
];
const DESK = { width: 1280, height: 860 };

const folder = temporaryFolder();
const errors: string[] = [];
const broken: string[] = [];
let controller: ControllerProcess;
let browser: Browser;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  await setUp(controller);
});
afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

/** A page whose every breach of the policy is noted, from its first line on. */
async function watched(): Promise<Page> {
  const page = await openPage(browser, DESK, errors);
  await page.exposeFunction('noteBreach', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteBreach } = globalThis as unknown as { noteBreach: (what: string) => void };
      noteBreach(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return page;
}

describe('[U14] the content policy', () => {
  it('is kept by every page of the console', async () => {
    const page = await watched();
    await enterConsole(page, controller.origin);
    for (const path of PAGES) {
      await page.evaluate((hash) => (location.hash = `#/${hash}`), path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect(broken).toEqual([]);
    await page.close();
  });

  it('is kept by a board, its service worker too', async () => {
    const page = await watched();
    await page.goto(controller.link('pair=') ?? '');
    await page.locator('plaza-frame').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await page.reload();
    await page.locator('plaza-frame').first().waitFor();
    expect(broken).toEqual([]);
    await page.close();
  });

  it('stops strings that become markup or scripts, foreign addresses, and policies that are not ours', async () => {
    const page = await openPage(browser, DESK, []);
    await page.goto(`${controller.origin}/console/`);
    const outcomes = await page.evaluate(async () => {
      const tried = async (work: () => unknown) => {
        try {
          await work();
          return 'done';
        } catch (error) {
          return error instanceof Error ? error.name : 'thrown';
        }
      };
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
      };
      return {
        markup: await tried(() => (document.body.innerHTML = '<img src=x onerror=alert(1)>')),
        script: await tried(
          () => (document.createElement('script').src = 'https://evil.example/x.js'),
        ),
        policy: await tried(() => trustedTypes.createPolicy('mine', {})),
        foreign: await tried(() => fetch('https://evil.example/')),
        worker: await tried(() => new Worker('data:text/javascript,1')),
      };
    });
    expect(outcomes).toEqual({
      ...{ markup: 'TypeError', script: 'TypeError', policy: 'TypeError', foreign: 'TypeError' },
      worker: 'TypeError',
    });
    await page.close();
  });

  it('lets no other page frame it', async () => {
    const page = await openPage(browser, DESK, []);
    await page.route('http://frame.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${controller.origin}/console/"></iframe>`,
      }),
    );
    await page.goto('http://frame.test/');
    await page.waitForLoadState('networkidle');
    const frame = page.frames().find((one) => one.parentFrame() !== null);
    expect(await frame?.locator('console-app').count()).toBe(0);
    await page.close();
  });
});
