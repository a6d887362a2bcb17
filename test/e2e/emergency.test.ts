/** Two people, two boards in public and one that is not: an emergency from its first word to its report. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { screenFieldsOf } from '../../controller/console/parts/screen-draft.ts';
import type { ScreenView } from '../../shared/protocol/http/screens.ts';
import { launchBrowser } from '../support/browser.ts';
import { setUp, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { FIRST, inviteTwo, SECOND } from '../support/emergency.ts';
import { enterConsole, expectReceipt, openPage, untilBoard } from './story.ts';

const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
const TINY = { width: 600, height: 300 };
const TITLE = '하천에서 즉시 나오십시오';
const BODY =
  '호우경보가 발효되었습니다. 중랑천과 우이천의 산책로에 들어가지 마십시오. 지하차도와 지하주차장은 물이 갑자기 차오르니 가지 마십시오. 반지하 주택에 계신 분은 물이 차기 전에 창4동 주민센터로 옮기시기 바랍니다. 맨홀과 가로등 가까이로 다니지 마시고, 위험한 곳을 보시면 119로 알려 주시기 바랍니다.';

const folder = temporaryFolder();
const errors: string[] = [];
let controller: ControllerProcess;
let browser: Browser;
let session: ConsoleSession;
let first: Page;
let second: Page;
let boards: readonly Page[];
let hall: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  session = await setUp(controller);
  await inviteTwo(controller.origin, session);
  first = await openPage(browser, DESK, errors);
  await enterConsole(first, controller.origin, FIRST);
  second = await openPage(browser, PHONE, errors);
  await enterConsole(second, controller.origin, SECOND);
  const plaza = await openPage(browser, TINY, errors);
  await plaza.goto(controller.link('/board#pair=') ?? '');
  boards = [plaza, await openBoard('2번 출구 게시대', true)];
  hall = await openBoard('교육장 화면', false);
  for (const board of [...boards, hall]) await untilPlaying(board);
  // Two consoles and three boards are opened, one after the other.
}, 300_000);

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

/** Counts what a person has to press. */
class Hand {
  presses = 0;
  async press(target: Locator): Promise<void> {
    this.presses += 1;
    await target.click();
  }
}

/** Registers a screen as the first one is, and pairs a new page by its code. */
async function openBoard(name: string, isPublic: boolean): Promise<Page> {
  const { value } = await session.call('GET', '/api/screens');
  const [view] = value as ScreenView[];
  const fields = screenFieldsOf(view!.screen);
  const made = await session.call('POST', '/api/screens', { ...fields, name, isPublic });
  const { id } = (made.value as { screen: { id: string } }).screen;
  const board = await openPage(browser, TINY, errors);
  await board.goto(`${controller.origin}/board`);
  const code = await board.locator('plaza-pairing .code').getAttribute('aria-label');
  const letters = (code ?? '').replace('연결 코드', '').replaceAll(' ', '');
  const paired = await session.call('POST', `/api/screens/${id}/pair`, { code: letters });
  if (paired.status !== 200) throw new Error(JSON.stringify(paired.value));
  return board;
}

/** Or dark, where the test runs outside of the screen's hours. */
async function untilPlaying(board: Page): Promise<void> {
  await board.locator('plaza-pairing').waitFor({ state: 'detached' });
  await board.waitForFunction(() =>
    ['slot', 'house', 'off'].includes(
      document.querySelector('plaza-board')?.getAttribute('data-layer') ?? '',
    ),
  );
}

function layerOn(board: Page): Promise<string | null> {
  return board.locator('plaza-board').getAttribute('data-layer');
}

async function write(console_: Page, title: string, body: string): Promise<void> {
  await console_.goto(`${controller.origin}/console#/announcements/emergency`);
  await console_.getByLabel('제목', { exact: true }).fill(title);
  await console_.getByLabel('내용 (선택)').fill(body);
}

/** What all pages of the announcement on the board say together, and how many there are. */
function spokenOn(board: Page): Promise<{ pages: number; text: string }> {
  return board.evaluate(async () => {
    const cover = document.querySelector('plaza-board')?.shadowRoot?.querySelector('plaza-cover');
    const words = cover?.shadowRoot?.querySelector('plaza-announcement');
    await words?.ready;
    return { pages: words?.pages ?? 0, text: (words?.pageTexts ?? []).join('') };
  });
}

describe('an emergency', () => {
  it('[A1] waits, however it was written, and every page of the other person says so', async () => {
    await second.goto(`${controller.origin}/console#/shops`);
    await write(first, TITLE, BODY);
    await first
      .getByLabel('해제할 때 보일 말 (선택)')
      .fill('물이 빠질 때까지 하천에는 들어가지 마십시오.');
    await first.getByText('다른 언어 (선택)').click();
    await first.getByLabel('영어 제목').fill('Heavy rain: leave the riverside now');
    await first.getByLabel('중국어 제목').fill('暴雨：请立即离开河边');
    await first.getByRole('button', { name: '긴급 송출…' }).click();
    await first.getByRole('button', { name: '승인 요청' }).click();
    await first.getByRole('heading', { name: '승인을 기다리는 중' }).waitFor();
    await second.getByRole('link', { name: /^긴급 송출 승인 요청: 하천에서/ }).waitFor();
    for (const board of boards) expect(await layerOn(board)).not.toBe('emergency');
  });

  it('[A3] is released by the second person in three presses, and painted on every board, whole', async () => {
    const hand = new Hand();
    await hand.press(second.getByRole('link', { name: /^긴급 송출 승인 요청/ }));
    await second.getByText(BODY).first().waitFor();
    await hand.press(second.getByRole('button', { name: '송출 승인…' }));
    await hand.press(second.getByRole('button', { name: '지금 내보내기' }));
    for (const board of [...boards, hall]) await untilBoard(board, 'layer', 'emergency');
    expect(hand.presses).toBeLessThanOrEqual(3);
    const spoken = await spokenOn(boards[0]!);
    expect(spoken.pages).toBeGreaterThanOrEqual(3);
    for (const words of [BODY, 'Heavy rain', '暴雨']) expect(spoken.text).toContain(words);
    await first.goto(`${controller.origin}/console#/announcements`);
    await expectReceipt(first, 3);
  });

  it('[A20] is corrected at once, and the other person is told and answers', async () => {
    await first.getByRole('link', { name: `${TITLE} 정정하기` }).click();
    await first.getByLabel('제목', { exact: true }).fill('대피소는 창동초등학교입니다');
    await first.getByRole('button', { name: '긴급 송출…' }).click();
    await first.getByRole('button', { name: '정정 송출' }).click();
    for (const board of boards)
      await board.getByText('긴급 정정', { exact: true }).first().waitFor();
    await second.getByText('나가고 있는 긴급 송출을 정정했습니다').waitFor();
    await second.getByRole('button', { name: '확인했습니다' }).click();
    await second.getByText('나가고 있는 긴급 송출을 정정했습니다').waitFor({ state: 'detached' });
  });

  it('[A21] is lifted in at most three presses from opening the console', async () => {
    const hand = new Hand();
    await second.goto(`${controller.origin}/console`);
    await hand.press(second.getByRole('button', { name: /해제$/ }).first());
    await hand.press(second.getByRole('button', { name: '해제하기' }));
    for (const board of [...boards, hall]) await untilBoard(board, 'layer', 'all-clear');
    expect(hand.presses).toBeLessThanOrEqual(3);
    expect((await spokenOn(boards[0]!)).text).toContain(
      '물이 빠질 때까지 하천에는 들어가지 마십시오.',
    );
  });

  it('[A60] is in a report with who asked, who released, where it was seen and what took its place', async () => {
    await first.goto(`${controller.origin}/console#/announcements`);
    await first.getByRole('link', { name: `${TITLE} 송출 보고서` }).click();
    await first.getByRole('heading', { name: '송출 보고서' }).waitFor();
    const report = first.locator('console-announcement-report');
    for (const words of [BODY, SECOND.displayName, '2번 출구 게시대', '교육장 화면'])
      await report.getByText(words).first().waitFor();
    await report.getByText('정정: 「대피소는 창동초등학교입니다」').waitFor();
    expect(await report.getByText('아직 확인되지 않은 화면').count()).toBe(0);
    const waiting = first.waitForEvent('download');
    await first.getByRole('button', { name: '표로 내려받기(CSV)' }).click();
    expect((await waiting).suggestedFilename()).toMatch(/\.csv$/);
  });
});

describe('alone at night', () => {
  it('[A10] one person breaks the glass with a reason, [A11] and the other is told at once', async () => {
    await write(first, '연기를 피해 즉시 대피하십시오', '창동시장에서 불이 났습니다.');
    await first.getByRole('button', { name: '긴급 송출…' }).click();
    await first.getByRole('button', { name: '비상 단독 송출…' }).click();
    await first.getByLabel('혼자 보내는 사유').fill('새벽이라 연락이 닿지 않음');
    await first.getByRole('button', { name: '혼자 지금 송출' }).click();
    for (const board of boards) await untilBoard(board, 'layer', 'emergency');
    await second.getByText(/새벽이라 연락이 닿지 않음/).waitFor();
    await second.getByRole('button', { name: '확인했습니다' }).click();
    await second.goto(`${controller.origin}/console#/announcements`);
    await second.getByRole('button', { name: /해제$/ }).first().click();
    await second.getByRole('button', { name: '해제하기' }).click();
    for (const board of boards) await untilBoard(board, 'layer', 'all-clear');
  });
});

describe('a drill', () => {
  it('[A30] is on the board that is not in public, and on no other', async () => {
    await write(first, '훈련 상황입니다', '안내에 따라 이동해 주십시오.');
    await first.getByLabel(/^훈련입니다/).check();
    await first.getByRole('button', { name: '훈련 송출…' }).click();
    await first.getByRole('button', { name: '훈련 송출', exact: true }).click();
    await untilBoard(hall, 'layer', 'emergency');
    await hall.getByText('훈련', { exact: true }).first().waitFor();
    await expectReceipt(first, 1);
    for (const board of boards) {
      expect(await layerOn(board)).not.toBe('emergency');
      expect(await board.getByText('훈련 상황입니다').count()).toBe(0);
    }
  });

  it('no page met an error or a breach of its content policy', () => {
    expect(errors).toEqual([]);
  });
});
