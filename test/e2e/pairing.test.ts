/** Boards come and go: a second one by its code, another PC in its place, and the end of the tie. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { setUp, signIn, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { enterConsole, openPage } from './story.ts';

const SIZE = { width: 600, height: 300 };

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let session: ConsoleSession;
let console_: Page;
let first: Page;
let second: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  await setUp(controller);
  session = await signIn(controller.origin);
  console_ = await openPage(browser, { width: 390, height: 844 }, errors);
  await enterConsole(console_, controller.origin);
});

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

describe('pairing by code', () => {
  let screenUrl = '';
  const screenId = () => /#\/screens\/([0-9a-f-]{36})/.exec(screenUrl)?.[1] ?? '';

  it('a new screen is registered, and its PC starts by the code that it shows', async () => {
    await console_.goto(`${controller.origin}/console#/screens/new`);
    await console_.getByLabel('화면 이름').fill('문화의거리 전광판');
    await console_.getByLabel('자리', { exact: true }).fill('문화의거리 입구');
    await console_.getByRole('button', { name: '화면 저장' }).click();
    await console_.getByRole('heading', { name: '문화의거리 전광판' }).waitFor();
    screenUrl = console_.url();
    first = await openPage(browser, SIZE, errors);
    await first.goto(`${controller.origin}/board`);
    await connect(await codeOn(first));
    await untilPlaying(first);
    await console_.getByRole('button', { name: 'PC 바꾸기…' }).waitFor();
  });

  it('a wrong code is refused in words', async () => {
    await console_.getByRole('button', { name: 'PC 바꾸기…' }).click();
    await connect('0000-0000');
    await console_.getByText('코드가 맞지 않습니다').waitFor();
    expect(await first.locator('plaza-pairing').count()).toBe(0);
  });

  it('another PC takes over: bookings and history stay, the old one asks for a code', async () => {
    const before = await planOf(session, screenId());
    second = await openPage(browser, SIZE, errors);
    await second.goto(`${controller.origin}/board`);
    await connect((await codeOn(second)).toLowerCase());
    await untilPlaying(second);
    await codeOn(first);
    expect(await planOf(session, screenId())).toEqual(before);
  });

  it('a PC that is cut off forgets its screen and asks for a code', async () => {
    await console_.getByRole('button', { name: '연결 끊기…' }).click();
    await console_.getByRole('button', { name: '연결 끊기', exact: true }).click();
    await codeOn(second);
    await console_.getByLabel('연결 코드').waitFor();
    expect(errors).toEqual([]);
  });

  async function connect(code: string): Promise<void> {
    await console_.getByLabel('연결 코드').fill(code);
    await console_.getByRole('button', { name: '화면 연결하기' }).click();
  }
});

/** The eight characters on the pairing card. */
async function codeOn(board: Page): Promise<string> {
  const label = await board
    .locator('plaza-pairing .code')
    .getAttribute('aria-label', { timeout: 15_000 });
  return (label ?? '').replace('연결 코드', '').replaceAll(' ', '');
}

/** Or dark, where the test runs outside of the new screen's hours. */
async function untilPlaying(board: Page): Promise<void> {
  await board.locator('plaza-pairing').waitFor({ state: 'detached' });
  await board.waitForFunction(() =>
    ['slot', 'house', 'off'].includes(
      document.querySelector('plaza-board')?.getAttribute('data-layer') ?? '',
    ),
  );
}

async function planOf(session: ConsoleSession, screenId: string): Promise<unknown> {
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const { status, value } = await session.call(
    'GET',
    `/api/screens/${screenId}/plan?date=${today}`,
  );
  expect(status).toBe(200);
  return value;
}
