/** The whole story with two pages: the console on a desk, the board in the plaza. */
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { FIRST, inviteTwo, releaseWaiting } from '../support/emergency.ts';
import {
  announce,
  bookSlide,
  correctTitle,
  CORRECTED_TITLE,
  enterConsole,
  expectReceipt,
  makeSlide,
  onGlass,
  openPage,
  setUpInConsole,
  showAgain,
  showNow,
  signOutAndIn,
  SLIDE_TITLE,
  untilBoard,
} from './story.ts';

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let console_: Page;
let board: Page;
let photo: string;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  console_ = await openPage(browser, { width: 1280, height: 860 }, errors);
  board = await openPage(browser, { width: 1920, height: 1080 }, errors);
  photo = join(folder.path, '여름 국밥.jpg');
  await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#7a3b1e' } })
    .jpeg()
    .toFile(photo);
});

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

describe('the whole story', () => {
  let slideId = '';

  it('the printed board link shows content, and its secret leaves the address', async () => {
    await board.goto(controller.link('/board#pair=') ?? '');
    await board.waitForFunction(() =>
      document.querySelector('plaza-board')?.hasAttribute('data-slide-id'),
    );
    expect(board.url()).not.toContain('pair');
    expect(['slot', 'house']).toContain((await onGlass(board)).layer);
  });

  it('the setup link makes the administrator once; then one signs in', async () => {
    const link = controller.link('/setup/') ?? '';
    await setUpInConsole(console_, link);
    await signOutAndIn(console_, controller.origin);
    const again = await fetch(`${controller.origin}/api/setup`);
    expect(await again.json()).toEqual({ open: false });
  });

  it('an important announcement, an emergency and its all-clear take the board, and receipts arrive', async () => {
    await announce(console_, controller.origin, { level: '중요', title: '에스컬레이터 점검' });
    await untilBoard(board, 'layer', 'important');
    await expectReceipt(console_, 1);
    await console_.getByRole('button', { name: /해제/ }).first().click();
    await expect.poll(async () => (await onGlass(board)).layer).not.toBe('important');
    const { second } = await inviteTwo(controller.origin, await signIn(controller.origin));
    const officer = await openPage(browser, { width: 1280, height: 860 }, errors);
    await enterConsole(officer, controller.origin, FIRST);
    await announce(officer, controller.origin, { level: '긴급', title: '하천에서 나오십시오' });
    expect((await onGlass(board)).layer).not.toBe('emergency');
    await releaseWaiting(second);
    await untilBoard(board, 'layer', 'emergency');
    expect(await board.getByText('하천에서 나오십시오').count()).toBeGreaterThan(0);
    await expectReceipt(officer, 1);
    await officer.getByRole('button', { name: /해제/ }).first().click();
    await officer.getByRole('button', { name: '해제하기' }).click();
    await officer.close();
    await untilBoard(board, 'layer', 'all-clear');
  });

  it('a slide with a photo is made and booked while the all-clear stands', async () => {
    slideId = await makeSlide(console_, controller.origin, photo);
    await bookSlide(console_, controller.origin);
  });

  it('after the all-clear the rotation goes on where it should be', async () => {
    await board.waitForFunction(
      () =>
        ['slot', 'house'].includes(
          document.querySelector('plaza-board')?.getAttribute('data-layer') ?? '',
        ),
      undefined,
      { timeout: 90_000 },
    );
    const shown = await onGlass(board);
    const session = await signIn(controller.origin);
    const date = new Date(shown.slotStart + 9 * 3_600_000).toISOString().slice(0, 10);
    const { value } = await session.call('GET', `/api/screens/plaza-1/plan?date=${date}`);
    const { slots } = value as { slots: { startMs: number; slideId: string }[] };
    expect(slots.find(({ startMs }) => startMs === shown.slotStart)?.slideId).toBe(shown.slideId);
  });

  it('a slide that is put on now is painted on the board', async () => {
    await showNow(console_, controller.origin, slideId);
    await untilBoard(board, 'slide-id', slideId);
    expect(await board.getByRole('heading', { name: SLIDE_TITLE }).count()).toBeGreaterThan(0);
    await expectReceipt(console_, 1);
    await console_.getByRole('button', { name: '닫기' }).click();
  });

  it('a corrected text replaces the slide in place, within its slot', async () => {
    const before = await showAgain({ console_, board }, controller.origin, slideId);
    await console_.getByRole('button', { name: '닫기' }).click();
    await correctTitle(console_);
    await board.getByRole('heading', { name: CORRECTED_TITLE }).waitFor();
    await expect
      .poll(async () => (await onGlass(board)).revisionId, { timeout: 10_000 })
      .not.toBe(before.revisionId);
    const after = await onGlass(board);
    expect(after.slideId).toBe(slideId);
    expect(after.slotStart).toBe(before.slotStart);
  });

  it('a withdrawn slide leaves the glass long before its slot would have ended', async () => {
    const { slotStart } = await showAgain({ console_, board }, controller.origin, slideId);
    await console_.getByRole('button', { name: '닫기' }).click();
    const pressedAt = Date.now();
    await console_.getByRole('button', { name: '게시 중단' }).click();
    await board.waitForFunction(
      (id) => document.querySelector('plaza-board')?.getAttribute('data-slide-id') !== id,
      slideId,
      { polling: 'raf' },
    );
    const goneAt = Date.now();
    console.info(`withdrawn from the glass after ${goneAt - pressedAt} ms`);
    expect(goneAt).toBeLessThan(slotStart + 15_000);
  });

  it('neither page met an error or a breach of its content policy', () => {
    expect(errors).toEqual([]);
  });
});
