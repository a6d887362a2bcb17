/** Two-step sign-in as an officer meets it at a controller that other machines reach, on the built pages. */
import { resolve } from 'node:path';
import decode from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt, givePassword, TEST_PASSWORD } from '../support/authenticator.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/test-controller.ts';
import { openPage } from './story.ts';

/** Its types call the module what is the function. */
const jsQR = decode as unknown as typeof decode.default;
const STEP_MS = 30_000;

let controller: TestController;
let browser: Browser;
let officer: Page;
let key = '';
let codes: string[] = [];
/** Ahead of the machine's clock by what the test has waited. */
let aheadMs = 0;
const errors: string[] = [];

beforeAll(async () => {
  controller = await startTestController({
    now: () => Date.now() + aheadMs,
    distDir: resolve(import.meta.dirname, '../../dist'),
    site: { isLoopback: false, allowHttp: true },
  });
  await givePassword(controller, 'officer');
  browser = await launchBrowser();
  officer = await openPage(browser, { width: 390, height: 844 }, errors);
});
afterAll(async () => {
  await browser.close();
  await controller.stop();
});

async function typePassword(): Promise<void> {
  await officer.getByLabel('아이디').fill('officer');
  await officer.getByLabel('비밀번호').fill(TEST_PASSWORD);
  await officer.getByRole('button', { name: '로그인' }).click();
}

async function signOut(): Promise<void> {
  await officer.goto(`${controller.origin}/console/#/me`);
  await officer.getByRole('button', { name: '로그아웃', exact: true }).click();
  await officer.getByLabel('아이디').waitFor();
}

const appCode = () => codeAt(key, controller.context.now());
const inside = () => officer.getByRole('link', { name: '지금', exact: true }).first().waitFor();

describe('[P8] an officer', () => {
  it('is led to the setup, scans the code on the page, and gets recovery codes', async () => {
    await officer.goto(`${controller.origin}/console/#/announcements`);
    await typePassword();
    const shown = await officer.locator('plaza-qr').screenshot({ scale: 'css' });
    const { data, info } = await sharp(shown)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
    key = new URL(read?.data ?? '').searchParams.get('secret') ?? '';
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await officer.getByLabel('인증 코드').fill(appCode());
    await officer.getByRole('button', { name: '두 단계 로그인 켜기' }).click();
    const list = officer.getByRole('list', { name: '복구 코드' }).getByRole('listitem');
    await list.nth(9).waitFor();
    codes = await list.allTextContents();
    expect(codes).toHaveLength(10);
  });

  it('takes the recovery codes home as a text file', async () => {
    const download = officer.waitForEvent('download');
    await officer.getByRole('button', { name: '텍스트 파일로 받기' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream())
      chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    for (const code of codes) expect(text).toContain(code);
    await officer.getByRole('button', { name: /시작하기/ }).click();
    await inside();
  });

  it('[P4] signs in by password and a new code, then by a recovery code', async () => {
    await signOut();
    aheadMs += STEP_MS;
    await typePassword();
    await officer.getByLabel('인증 코드').fill(appCode());
    await officer.getByRole('button', { name: '로그인', exact: true }).click();
    await inside();
    await signOut();
    await typePassword();
    await officer.getByRole('button', { name: /복구 코드로 로그인/ }).click();
    await officer.getByLabel('복구 코드').fill(codes[0]!.toLowerCase());
    await officer.getByRole('button', { name: '로그인', exact: true }).click();
    await inside();
  });

  it('[P10] sees the door when an administrator ends the sessions', async () => {
    const [session] = await controller.store.records.sessions.ofPerson('officer', Date.now());
    await controller.store.transact((records) => records.sessions.removeOfPerson('officer'));
    controller.context.consoles.disconnectSession(session!.id);
    await officer.getByLabel('아이디').waitFor();
    expect(errors).toEqual([]);
  });
});
