/** A merchant on a phone, with one thumb: from the sign-in to a slide with a photo that waits for review. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../support/browser.ts';
import { setUp, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';

const MOST_TAPS = 12;
/** Two taps within it select the word that is there: no person goes from field to field so fast. */
const DOUBLE_TAP_MS = 400;
const PASSWORD = 'doremi-2026-snack';
const WRITTEN = [
  ['제목', '치즈떡볶이'],
  ['가격 (선택)', '4,500원'],
  ['할인 전 가격 (선택)', '5,500원'],
  ['첫째 줄', '오늘 저녁 8시까지'],
] as const;

const folder = temporaryFolder();
const photo = join(folder.path, 'photo.jpg');
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let phone: BrowserContext;
let administrator: ConsoleSession;
let taps = 0;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  administrator = await setUp(controller);
  await inviteMerchant();
  await takePhoto();
  phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
});

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

describe('a slide made on a phone', () => {
  it('takes at most 12 taps and the typing of four fields', async () => {
    const page = await phone.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${controller.origin}/console`);
    await type(page.getByLabel('아이디'), 'doremi');
    await type(page.getByLabel('비밀번호'), PASSWORD);
    await tap(page.getByRole('button', { name: '로그인' }));
    await tap(page.getByRole('link', { name: '가게 소식 보내기' }));
    await tap(page.getByRole('button', { name: /^할인·특가/ }));
    await choosePhoto(page);
    for (const [label, words] of WRITTEN)
      await type(page.getByLabel(label, { exact: true }).first(), words);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await tap(page.getByRole('button', { name: '저장하고 검토 요청' }));
    await page.waitForURL(/#\/slides\/[0-9a-f-]{36}$/);
    expect(taps).toBeLessThanOrEqual(MOST_TAPS);
    expect(errors).toEqual([]);
  });

  it('is with the reviewers, whole', async () => {
    const { value } = await administrator.call('GET', '/api/slides');
    const views = value as { slide: { state: string }; latest: { content: { title: object } } }[];
    const found = views.find(({ slide }) => slide.state === 'submitted');
    expect(found).toMatchObject({
      slide: { organizationId: 'association', shopId: 'doremi-bunsik' },
      latest: {
        content: {
          template: 'offer',
          title: { ko: '치즈떡볶이' },
          price: '4,500원',
          priceBefore: '5,500원',
          lines: [{ ko: '오늘 저녁 8시까지' }],
          picture: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
        },
      },
    });
  });
});

/** One finger, as the browser makes of a touch; the page must be where the finger can reach. */
async function tap(target: Locator): Promise<void> {
  taps += 1;
  await target.tap();
}

async function type(field: Locator, words: string): Promise<void> {
  await tap(field);
  await field.page().waitForTimeout(DOUBLE_TAP_MS);
  await field.pressSequentially(words);
}

async function choosePhoto(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await tap(page.getByLabel('사진 찍기·고르기'));
  // The phone's own camera or gallery: one tap more.
  taps += 1;
  await (await chooser).setFiles(photo);
  await page.getByRole('application', { name: '사진 맞추기' }).waitFor();
}

async function inviteMerchant(): Promise<void> {
  const shops = (await administrator.call('GET', '/api/shops')).value as { id: string }[];
  expect(shops.map(({ id }) => id)).toContain('doremi-bunsik');
  const grants = [{ role: 'merchant', organizationId: 'association', shopId: 'doremi-bunsik' }];
  const { value } = await administrator.call('POST', '/api/people', {
    loginName: 'doremi',
    displayName: '도레미 사장',
    email: null,
    grants,
  });
  const { inviteSecret } = value as { inviteSecret: string };
  const answer = await fetch(`${controller.origin}/api/invites`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: controller.origin },
    body: JSON.stringify({ secret: inviteSecret, password: PASSWORD }),
  });
  expect(answer.status).toBeLessThan(300);
}

/** As a phone takes it: 12 megapixels, lying on its side, with noise that does not compress away. */
async function takePhoto(): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  await sharp({ create: { width: 4032, height: 3024, channels: 3, background: '#000', noise } })
    .blur(3)
    .jpeg({ quality: 85 })
    .withMetadata({ orientation: 6 })
    .toFile(photo);
}
