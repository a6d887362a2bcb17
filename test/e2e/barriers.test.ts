/** Every page of the built console without barriers: by eye in light and dark, on a phone and a desk, and by Tab. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe, { type RunOptions } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { setUp, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { laidOver } from '../support/laid-over.ts';
import { isSettled, tabStep, unreached } from '../support/tab-walk.ts';
import { enterConsole, openPage } from './story.ts';

/** `:id` is the first of what the page before it lists. */
const PATHS = [
  ...['now', 'slides', 'slides/new', 'slides/:id', 'bookings', 'bookings/new', 'bookings/:id'],
  ...['calendar', 'plan', 'moment', 'promises', 'feeds', 'holidays', 'announcements'],
  ...['announcements/new', 'announcements/emergency', 'shops', 'shops/new', 'shops/:id'],
  ...['screens', 'screens/new', 'screens/:id', 'people', 'people/new', 'people/:id'],
  ...['review', 'withdrawal/:id', 'shares', 'audit', 'me', 'more', 'nowhere'],
];
/** Pages that list hundreds alike: a few of them are looked at, as one that searches has it. */
const SEARCHED = ['slides', 'plan'];
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const MOST_STEPS = 1500;

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let session: ConsoleSession;
let console_: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  session = await setUp(controller);
  console_ = await openPage(browser, DESK, errors);
  await console_.emulateMedia({ reducedMotion: 'reduce' });
  await enterConsole(console_, controller.origin);
  await console_.evaluate(axe.source);
});

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

async function idOf(page: string): Promise<string> {
  const list = page === 'withdrawal' ? 'slides' : page;
  const [first] = (await session.call('GET', `/api/${list}`)).value as {
    id?: string;
    slide?: { id: string };
    screen?: { id: string };
  }[];
  return first?.id ?? first?.slide?.id ?? first?.screen?.id ?? '';
}

async function goTo(path: string): Promise<void> {
  const [page = '', part] = path.split('/');
  const hash = part === ':id' ? `${page}/${await idOf(page)}` : path;
  await console_.setViewportSize(DESK);
  await console_.evaluate((to) => (location.hash = `#/${to}`), hash);
  await settle();
  if (!SEARCHED.includes(path)) return;
  await console_.getByLabel('찾기', { exact: true }).fill('분식');
  await settle();
}

async function settle(): Promise<void> {
  await console_.evaluate(
    () => new Promise((wake) => requestAnimationFrame(() => requestAnimationFrame(wake))),
  );
  await console_.waitForFunction(isSettled);
}

const COLOURS = ['color-contrast', 'link-in-text-block'];
const onlyColours: RunOptions = { runOnly: { type: 'rule', values: COLOURS } };
const allButColours: RunOptions = {
  rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])),
};

async function found(where: string, rules: RunOptions): Promise<string[]> {
  const violations = await console_.evaluate(async (options) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return (await inPage.run(document.body, { ...options, resultTypes: ['violations'] }))
      .violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${where} ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
}

async function walk(): Promise<string[]> {
  const problems: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await console_.keyboard.press('Tab');
    const { problem, isRound } = await console_.evaluate(tabStep);
    if (problem !== null) problems.push(problem);
    if (isRound) return [...problems, ...(await console_.evaluate(unreached))];
  }
  return [...problems, 'Tab never comes round'];
}

describe('the console without barriers', () => {
  it('is looked at on every page that it draws', () => {
    const source = resolve(import.meta.dirname, '../../controller/console/app/page-for.ts');
    const drawn = readFileSync(source, 'utf8').matchAll(/^ {2}(\w+): \(/gm);
    const pages = [...new Set(Array.from(drawn, ([, name]) => name))];
    expect(pages.length).toBeGreaterThan(10);
    const seen = new Set(PATHS.map((path) => path.split('/')[0]));
    expect(pages.filter((name) => !seen.has(name))).toEqual([]);
  });

  it.each(PATHS)('has nothing that axe finds, and shows where Tab is, on #/%s', async (path) => {
    await goTo(path);
    const problems = await walk();
    problems.push(...(await found('desk', {})));
    await console_.setViewportSize(PHONE);
    await settle();
    problems.push(...(await found('phone', allButColours)));
    problems.push(...(await console_.evaluate(laidOver)));
    await console_.emulateMedia({ colorScheme: 'dark' });
    problems.push(...(await found('dark', onlyColours)));
    await console_.emulateMedia({ colorScheme: 'light' });
    expect(problems).toEqual([]);
  });

  it('meets no error and no breach of the content policy', () => {
    expect(errors).toEqual([]);
  });
});
