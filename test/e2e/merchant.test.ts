/** A merchant's slide: invited, written, sent for review, rejected with a reason, mended, approved. */
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

const TITLE = '도레미 떡볶이';
const REASON = '가격을 적어 주십시오.';
const PASSWORD = 'doremi-2026-snack';

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let manager: Page;
let merchant: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  await setUp(controller);
  manager = await openPage(browser, { width: 1280, height: 860 }, errors);
  merchant = await openPage(browser, { width: 360, height: 740 }, errors);
  await enterConsole(manager, controller.origin);
});

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

describe('a merchant', () => {
  it('is invited for one shop, and sets a password by the link', async () => {
    await manager.goto(`${controller.origin}/console#/people/new`);
    await manager.getByLabel('이름', { exact: true }).fill('도레미 사장');
    await manager.getByLabel('아이디').fill('doremi');
    await manager.getByLabel('역할', { exact: true }).selectOption({ label: '상인' });
    await manager.getByLabel('운영 주체').selectOption({ label: '창동역 상인회' });
    await manager.getByLabel('가게').selectOption({ label: '도레미분식' });
    await manager.getByRole('button', { name: '초대 링크 만들기' }).click();
    await merchant.goto(await manager.getByLabel('초대 링크').inputValue());
    await merchant.getByLabel('비밀번호').fill(PASSWORD);
    await merchant.getByRole('button', { name: /시작/ }).click();
    await merchant.getByRole('link', { name: '슬라이드', exact: true }).first().waitFor();
  });

  it('writes a slide of the own shop and can only ask for its review', async () => {
    await merchant.goto(`${controller.origin}/console#/slides/new`);
    await merchant.getByRole('button', { name: /^가게 소개/ }).click();
    const shops = merchant.getByLabel('가게', { exact: true }).locator('option');
    expect((await shops.allTextContents()).map((name) => name.trim())).toEqual(['도레미분식']);
    await merchant.getByLabel('제목', { exact: true }).first().fill(TITLE);
    expect(await merchant.getByRole('button', { name: '저장하고 승인' }).count()).toBe(0);
    await merchant.getByRole('button', { name: '저장하고 검토 요청' }).click();
    await merchant.getByText('검토 요청', { exact: true }).first().waitFor();
    expect(await merchant.getByRole('button', { name: '지금 송출…' }).count()).toBe(0);
  });

  it('reads why it was rejected, mends it and asks again', async () => {
    await manager.goto(`${controller.origin}/console#/now`);
    await manager
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .click();
    await manager.getByRole('button', { name: '반려…' }).click();
    await manager.getByLabel('반려하는 이유').fill(REASON);
    await manager.getByRole('button', { name: '반려하기' }).click();
    await merchant.getByText(REASON).waitFor();
    await merchant.getByLabel('제목', { exact: true }).first().fill(`${TITLE} 4,000원`);
    await merchant.getByRole('button', { name: '저장하고 검토 요청' }).click();
  });

  it('sees the approval at once, without asking', async () => {
    await manager.getByRole('heading', { name: `${TITLE} 4,000원` }).waitFor();
    await manager.getByRole('button', { name: '반려…' }).waitFor();
    await manager.getByRole('button', { name: '승인', exact: true }).click();
    await merchant.getByText('승인', { exact: true }).first().waitFor();
    expect(errors).toEqual([]);
  });
});
