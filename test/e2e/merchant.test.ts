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
const MENDED = `${TITLE} 4,000원`;
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
    await merchant.getByRole('link', { name: '가게 소식 보내기' }).waitFor();
  });

  it('[V40] has one page, of the own shop, wherever they turn', async () => {
    await merchant.getByRole('heading', { name: '도레미분식' }).waitFor();
    const tabs = merchant.getByRole('navigation', { name: '빠른 메뉴' }).getByRole('link');
    await tabs.nth(1).waitFor();
    expect((await tabs.allTextContents()).map((name) => name.trim())).toEqual([
      '우리 가게',
      '내 정보',
    ]);
    await merchant.goto(`${controller.origin}/console#/bookings`);
    await merchant.getByRole('link', { name: '가게 소식 보내기' }).waitFor();
  });

  it('writes a slide of the own shop and can only ask for its review', async () => {
    await merchant.getByRole('link', { name: '가게 소식 보내기' }).click();
    const about = merchant.getByRole('button', { name: /^가게 소개/ });
    await about.waitFor();
    expect(await merchant.getByRole('button', { name: /^일자리 모집/ }).count()).toBe(0);
    await about.click();
    const shops = merchant.getByLabel('가게', { exact: true }).locator('option');
    await shops.first().waitFor({ state: 'attached' });
    expect((await shops.allTextContents()).map((name) => name.trim())).toEqual(['도레미분식']);
    await merchant.getByLabel('제목', { exact: true }).first().fill(TITLE);
    expect(await merchant.getByRole('button', { name: '저장하고 승인' }).count()).toBe(0);
    await merchant.getByRole('button', { name: '저장하고 검토 요청' }).click();
    await merchant.getByText('검토 요청', { exact: true }).first().waitFor();
    expect(await merchant.getByRole('button', { name: '지금 송출…' }).count()).toBe(0);
  });

  it('reads why it was rejected, mends it and asks again', async () => {
    await merchant.goto(`${controller.origin}/console#/my-shop`);
    await merchant.getByText('확인 중입니다', { exact: true }).waitFor();
    await manager.goto(`${controller.origin}/console#/now`);
    await manager.getByRole('link', { name: '차례로 확인하기' }).click();
    await manager.getByRole('heading', { name: TITLE }).waitFor();
    await manager.getByRole('button', { name: '반려…' }).click();
    await manager.getByLabel('반려하는 이유').fill(REASON);
    await manager.getByRole('button', { name: '반려하기' }).click();
    await manager.getByRole('heading', { name: '모두 확인했습니다' }).waitFor();
    await merchant.getByText(`고쳐 주세요: ${REASON}`).waitFor();
    await merchant.getByRole('link', { name: '고치러 가기' }).click();
    await merchant.getByLabel('제목', { exact: true }).first().fill(MENDED);
    await merchant.getByRole('button', { name: '저장하고 검토 요청' }).click();
    await merchant.getByText('저장하고 검토를 요청했습니다.').waitFor();
  });

  it('sees the approval at once, without asking', async () => {
    await merchant.goto(`${controller.origin}/console#/my-shop`);
    await manager.getByRole('heading', { name: MENDED }).waitFor();
    const approve = manager.getByRole('button', { name: '승인', exact: true });
    expect(await approve.isDisabled()).toBe(true);
    await manager.getByLabel('여섯 가지를 모두 확인했습니다').check();
    await approve.click();
    await merchant.getByText(`‘${MENDED}’ 승인되었습니다.`).waitFor();
    await merchant.getByText(/승인되었습니다. 순서가 잡히면 나갑니다/).waitFor();
  });

  it('[V18] sees that the approval was taken back, and given again', async () => {
    const told = manager.getByRole('listitem').filter({ hasText: '승인했습니다' });
    await told.getByRole('button', { name: '되돌리기' }).click();
    await merchant.getByText('확인 중입니다', { exact: true }).waitFor();
    await manager.getByRole('heading', { name: MENDED }).waitFor();
    await manager.getByLabel('여섯 가지를 모두 확인했습니다').check();
    await manager.getByRole('button', { name: '승인', exact: true }).click();
    await merchant.getByText(`‘${MENDED}’ 승인되었습니다.`).waitFor();
    await merchant.getByRole('button', { name: /^확인했습니다/ }).click();
    await merchant.getByText(`‘${MENDED}’ 승인되었습니다.`).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});
