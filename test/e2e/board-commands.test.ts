/** What the console has a board do: a real board in a real browser answers, and what it photographed is seen. */
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { setUp } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { enterConsole, openPage } from './story.ts';

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let console_: Page;
let board: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  const boardUrl = controller.link('/board#pair=') ?? '';
  browser = await launchBrowser();
  await setUp(controller);
  console_ = await openPage(browser, { width: 1280, height: 860 }, errors);
  await enterConsole(console_, controller.origin);
  board = await openPage(browser, { width: 960, height: 540 }, errors);
  await board.goto(boardUrl);
  await console_.goto(`${controller.origin}/console#/screens`);
  await console_.locator('a.screen').first().click();
  await console_.getByText('마지막 소식').waitFor();
});
afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

function told(name: string, words: string | RegExp): Promise<void> {
  const row = console_.locator('console-commands li', { hasText: name }).first();
  return row.getByText(words).waitFor();
}

it('[W22] the board shows its name, and the console that it took the command', async () => {
  await console_.getByRole('button', { name: '화면에 이름 띄우기' }).click();
  await board.getByText('이 화면의 이름').waitFor();
  await told('이름 띄우기', /보드가 받았습니다 · \d+\.\d초/);
});

it('[W40] a board without a launcher says so, and is drawn all the same', async () => {
  await console_.getByRole('button', { name: '지금 사진 찍기' }).click();
  await told('사진 찍기', /사진을 찍을 프로그램\(launcher\)이 없습니다/);
  await console_.locator('console-glass plaza-preview').waitFor();
});

it('[W21] the page starts anew once, and [W40] with a launcher sends what is on the glass', async () => {
  await board.addInitScript(aLauncher, await aPicture());
  await board.evaluate(() => Object.assign(window, { isOld: true }));
  await console_.getByRole('button', { name: '화면 새로 고치기' }).click();
  await board.waitForFunction(() => !('isOld' in window));
  await told('새로 고치기', /보드가 받았습니다/);
  await board.evaluate(() => Object.assign(window, { isFirst: true }));
  await console_.getByText('launcher 9.9').waitFor();
  await console_.getByText('47 °C').waitFor();
  await console_.getByRole('button', { name: '지금 사진 찍기' }).click();
  const picture = console_.locator('console-reports img').first();
  await picture.waitFor();
  const width = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
  expect(width).toBe(320);
  await console_.getByText('검은 화면이었습니다').waitFor();
  expect(await board.evaluate(() => 'isFirst' in window)).toBe(true);
  expect(errors).toEqual([]);
});

async function aPicture(): Promise<string> {
  const create = { width: 320, height: 180, channels: 3, background: '#264' } as const;
  return (await sharp({ create }).jpeg().toBuffer()).toString('base64');
}

/** In the page: a launcher's side of the talk, with one fault in hand. */
function aLauncher(jpegBase64: string): void {
  const say = (message: object) =>
    setTimeout(() => {
      window.dispatchEvent(new CustomEvent('plaza-launcher', { detail: JSON.stringify(message) }));
    }, 50);
  const fault = { id: 'f1', kind: 'black', at: Date.now(), message: 'all black', jpegBase64: null };
  const plazaLauncher = (text: string) => {
    const { type, id } = JSON.parse(text) as { type: string; id?: string };
    if (type === 'screenshot') say({ type, id, jpegBase64, takenAt: Date.now() });
    if (type !== 'hello') return;
    const facts = { version: '9.9', temperatureC: 47.2, brightnessPercent: null };
    say({ type: 'facts', facts });
    const isLine = setInterval(() => {
      say({ type: 'fault', fault });
      clearInterval(isLine);
    }, 1500);
  };
  Object.assign(window, { plazaLauncher });
}
