/**
 * [U14] The Content-Security-Policy in a real browser: nothing of ours breaks it, not even where people wrote
 * scripts into everything [73], and it stops what it should.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { setUp, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import {
  announceHostile,
  HOSTILE,
  writeHostile,
  type HostileHouse,
} from '../support/hostile-house.ts';
import { pairByCode } from '../support/pairing.ts';
import { TestClient } from '../support/test-client.ts';
import { enterConsole, openPage, untilBoard } from './story.ts';

const PAGES = [
  ...['now', 'slides', 'slides/new', 'bookings', 'bookings/new', 'calendar', 'plan', 'moment'],
  ...['promises', 'feeds', 'holidays', 'announcements', 'announcements/new', 'shops', 'shops/new'],
  ...['screens', 'screens/new', 'people', 'people/new', 'shares', 'audit', 'me', 'more'],
];
/** Pages of single things, which people wrote as well. */
const pagesOf = (house: HostileHouse) => [
  ...[`slides/${house.slideId}`, `withdrawal/${house.slideId}`, `bookings/${house.bookingId}`],
  ...[`announcements/${house.announcementId}/report`, `shops/${house.shopId}`, 'review'],
  ...[`screens/${house.screenId}`, `people/${house.personId}`, 'announcements/emergency'],
];
/** Pages on which somebody's words stand in any case. */
const WRITTEN = [
  ...['now', 'slides', 'review', 'bookings', 'announcements', 'shops', 'screens', 'people'],
  ...['audit'],
];
/** What the text would be if it were markup; locators look into shadow roots. */
const LIVE = 'svg[onload]';
const DESK = { width: 1280, height: 860 };

const folder = temporaryFolder();
const errors: string[] = [];
const broken: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let session: ConsoleSession;
let house: HostileHouse;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  session = await setUp(controller);
  house = await writeHostile(new TestClient(controller.origin, { cookie: session.cookie }));
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

/** Whether the words stand within an element, wherever lines are broken; told to the page. */
function says([element = '', words = '']: readonly string[]): boolean {
  const rootsIn = (root: ParentNode): ParentNode[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? rootsIn(shadowRoot) : [],
    ),
  ];
  const hosts = rootsIn(document).flatMap((root) => [...root.querySelectorAll(element)]);
  const texts = hosts.flatMap((host) =>
    [host, host.shadowRoot ?? host].flatMap(rootsIn).map((root) => (root as Node).textContent),
  );
  return texts.some((text) =>
    (text ?? '').replaceAll(/\s/g, '').includes(words.replaceAll(' ', '')),
  );
}

describe('[U14] the content policy', () => {
  it('is kept by every page of the console', async () => {
    const page = await watched();
    await enterConsole(page, controller.origin);
    for (const path of [...PAGES, ...pagesOf(house)]) {
      await page.evaluate((hash) => (location.hash = `#/${hash}`), path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      if (WRITTEN.includes(path)) await page.waitForFunction(says, ['console-app', HOSTILE]);
      expect(await page.locator(LIVE).count(), path).toBe(0);
    }
    expect(broken).toEqual([]);
    await page.close();
  });

  it('[73] is kept by a board with scripts for a cover, a strip and a slide, its service worker too', async () => {
    const page = await watched();
    const device = await pairByCode(controller.origin, session, house.screenId);
    await page.addInitScript(
      (paired) => localStorage.setItem('plaza-device', paired),
      JSON.stringify(device),
    );
    await page.goto(`${controller.origin}/board`);
    await page.locator('plaza-frame').first().waitFor();
    // One that is new is shown at once, in full; the strip recalls it afterwards.
    const newest = await announceHostile(
      new TestClient(controller.origin, { cookie: session.cookie }),
    );
    await page.waitForFunction(says, ['plaza-cover', HOSTILE]);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await page.reload();
    await page.waitForFunction(says, ['plaza-ticker', HOSTILE], { timeout: 60_000 });
    for (const id of [house.announcementId, newest])
      await session.call('POST', `/api/announcements/${id}/clear`);
    await session.call('POST', `/api/slides/${house.slideId}/show-now`, { screens: 'all' });
    await untilBoard(page, 'slide-id', house.slideId);
    await page.waitForFunction(says, ['plaza-frame', HOSTILE]);
    expect(await page.locator(LIVE).count()).toBe(0);
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
