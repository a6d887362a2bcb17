/** A real board in Chromium whose network lies, whose disk is full, and that starts with nobody there. */
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../shared/protocol/manifest.ts';
import { chromiumFlags, headlessPath } from '../support/chromium.ts';
import { temporaryFolder } from '../support/controller-process.ts';
import { putEmergencyOnAir } from '../support/emergency.ts';
import { aCalendar, openEveryDay } from '../support/manifest-builder.ts';
import { PICTURE_COLOURS, startPicturedController } from '../support/pictured-controller.ts';
import { boardDay } from '../support/plan-day.ts';
import { problemsOf } from '../support/problems.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { TestController } from '../support/test-controller.ts';
import { anOrganization } from '../support/values.ts';
import { FaultProxy } from './proxy.ts';

const SIZE = { widthPx: 600, heightPx: 300 };
const manifest: Manifest = {
  ...boardDay(),
  calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
};
interface Device {
  readonly token: string;
  readonly screenId: string;
}
const BOOT_MS = 10_000;
const BOTH = ['admin', 'second-officer'] as const;

let controller: TestController;
let proxy: FaultProxy;
let device: Device;
const profiles: ReturnType<typeof temporaryFolder>[] = [];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  controller = await startPicturedController(manifest, { now: Date.now, size: SIZE });
  proxy = await FaultProxy.open(controller.origin);
  device = { token: await controller.deviceToken('board'), screenId: 'board' };
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

afterAll(async () => {
  await controller.stop();
  for (const profile of profiles) profile.remove();
});

describe('a board', () => {
  it('[B26] whose disk takes nothing plays on, says so once, and stores when there is room', async () => {
    const page = await open(newProfile());
    const session = await page.context().newCDPSession(page);
    const { origin } = proxy;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await startBoard(page);
    await untilProblem('storage-failed');
    await untilPicture(page);
    expect(await storedPictures(page)).toBe(0);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await untilStored(page, PICTURE_COLOURS.length);
    expect(problems().filter((kind) => kind === 'storage-failed')).toHaveLength(1);
  });

  it('[B22] [65] whose files do not come shows an emergency all the same, and tells of it', async () => {
    const page = await open(newProfile());
    const other = { token: await controller.deviceToken('board-2'), screenId: 'board-2' };
    let waiting = 0;
    // Never answered.
    await page.context().route('**/media/**', () => (waiting += 1));
    await startBoard(page, other);
    await expect.poll(() => waiting).toBeGreaterThan(0);
    await controller.store.transact(({ organizations }) =>
      organizations.put(anOrganization({ id: 'office', kind: 'district', sharePercent: 0 })),
    );
    const expiresAt = Date.now() + 10 * MINUTE_MS;
    await putEmergencyOnAir(controller, { expiresAt, screens: ['board-2'] }, BOTH);
    await page.locator('plaza-board[data-layer="emergency"]').waitFor();
    const officer = await controller.as('second-officer');
    const receipts = async () =>
      (await officer.get('listAnnouncements')).flatMap((view) => view.receipts);
    await expect.poll(receipts).toMatchObject([{ screenId: 'board-2', kind: 'announcement' }]);
    expect(await storedPictures(page)).toBe(0);
  });

  it('[B24] [B16] keeps nothing of a login page, and starts with nobody there', async () => {
    const profile = newProfile();
    const page = await open(profile);
    await startBoard(page);
    await untilStored(page, PICTURE_COLOURS.length);
    await page.evaluate(() => navigator.serviceWorker.ready);

    proxy.fault = () => ({ portal: 'page' });
    proxy.reset();
    await page.reload();
    await untilPicture(page);
    await askForNewBuild(page);
    proxy.fault = () => ({ portal: 'redirect' });
    await page.reload();
    await untilPicture(page);
    proxy.fault = () => ({});
    await untilProblem('intercepted');
    expect(await keptHtml(page)).toEqual(['/board/']);
    expect(await storedPictures(page)).toBe(PICTURE_COLOURS.length);

    await page.context().close();
    const { origin } = proxy;
    await proxy.close();
    const alone = await open(profile);
    const from = performance.now();
    await alone.goto(`${origin}/board`);
    await untilPicture(alone);
    expect(performance.now() - from).toBeLessThan(BOOT_MS);
    await alone.context().setOffline(true);
    await alone.reload();
    await untilPicture(alone);
    expect(await wordsOf(alone)).not.toMatch(/error|failed|ERR_|offline|undefined/i);
  });
});

function newProfile(): string {
  const profile = temporaryFolder();
  profiles.push(profile);
  return profile.path;
}

/** A page in a browser of its own, with all that the profile has stored. */
async function open(profile: string): Promise<Page> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: headlessPath(),
    args: [...chromiumFlags],
    viewport: { width: SIZE.widthPx, height: SIZE.heightPx },
  });
  contexts.push(context);
  return context.pages()[0] ?? context.newPage();
}

/** Pairs the page with the screen and starts it. */
async function startBoard(page: Page, as: Device = device): Promise<void> {
  await page.goto(`${proxy.origin}/healthz`);
  await page.evaluate((paired) => localStorage.setItem('plaza-device', JSON.stringify(paired)), as);
  await page.goto(`${proxy.origin}/board`);
}

/** Waits for a booked slide, with its picture drawn. */
async function untilPicture(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const hasCanvas = (root: ParentNode): boolean =>
      root.querySelector('canvas') !== null ||
      [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && hasCanvas(shadowRoot));
    const board = document.querySelector('plaza-board');
    return board?.getAttribute('data-layer') === 'slot' && hasCanvas(document);
  });
}

function storedPictures(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('plaza-board');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const counting = opening.result.transaction('media').objectStore('media').count();
    await new Promise((resolve) => counting.addEventListener('success', resolve));
    opening.result.close();
    return counting.result;
  });
}

async function untilStored(page: Page, count: number): Promise<void> {
  await expect.poll(() => storedPictures(page), { timeout: 30_000 }).toBe(count);
}

/** As the page does by itself every ten minutes. */
async function askForNewBuild(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
}

/** Addresses under which the board's page has kept HTML. */
function keptHtml(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        const type = (await cache.match(url))?.headers.get('content-type') ?? '';
        if (type.startsWith('text/html')) found.push(new URL(url).pathname);
      }
    }
    return found;
  });
}

function problems(): readonly string[] {
  return problemsOf(controller).map(({ kind }) => kind);
}

async function untilProblem(kind: string): Promise<void> {
  await expect.poll(problems, { timeout: 30_000 }).toContain(kind);
}

/** All that is written on the page, in shadow trees too. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const textOf = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .filter(({ localName }) => localName !== 'style' && localName !== 'script')
        .map((element) => {
          const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
          const text = own.map(({ textContent }) => textContent).join(' ');
          return element.shadowRoot ? `${text} ${textOf(element.shadowRoot)}` : text;
        })
        .join(' ');
    return textOf(document);
  });
}
