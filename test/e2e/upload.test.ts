/** A photo from a phone whose line breaks off: the console goes on where the server stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { setUp } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { noise } from '../support/media-files.ts';
import { enterConsole, openPage } from './story.ts';

/** What a phone sends in one piece. */
const PIECE_BYTES = 8 * 1024 * 1024;

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let phone: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  await setUp(controller);
  phone = await openPage(browser, { width: 390, height: 844 }, errors);
  await enterConsole(phone, controller.origin);
});
afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

describe('a photo whose line breaks off', () => {
  it('goes on where it was, and is the picture of the slide', async () => {
    const bytes = await noise(2200, 1800).png().toBuffer();
    expect(bytes.length).toBeGreaterThan(PIECE_BYTES);
    const photo = join(folder.path, '가게.png');
    writeFileSync(photo, bytes);
    const sent: string[] = [];
    let pieces = 0;
    await phone.route(/\/api\/uploads/, async (route) => {
      const method = route.request().method();
      if (method === 'PATCH') pieces += 1;
      const isCut = method === 'PATCH' && pieces === 2;
      sent.push(isCut ? 'cut' : method);
      await (isCut ? route.abort('connectionreset') : route.continue());
    });
    await phone.goto(`${controller.origin}/console#/slides/new`);
    await phone.getByRole('button', { name: /^가게 소개/ }).click();
    await phone.getByLabel('사진 찍기·고르기').setInputFiles(photo);
    await phone.locator('img[src^="/media/"], plaza-picture').first().waitFor({ timeout: 100_000 });
    const pushes = sent.filter((method) => method !== 'GET');
    expect(pushes).toEqual(['POST', 'PATCH', 'cut', 'HEAD', 'PATCH']);
  });
});
