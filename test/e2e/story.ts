/** The steps of the whole story, as a manager, an officer and a passer-by take them. */
import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { ADMINISTRATOR } from '../support/console-session.ts';

export const SLIDE_TITLE = '별빛 한 그릇';
export const CORRECTED_TITLE = '별빛 두 그릇';

/** What the board says is painted. */
export interface OnGlass {
  readonly layer: string | null;
  readonly slideId: string | null;
  readonly revisionId: string | null;
  readonly slotStart: number;
}

/** A page of a person or a board of its own; what it throws or breaks is added to `errors`. */
export async function openPage(
  browser: Browser,
  size: { readonly width: number; readonly height: number; readonly hasTouch?: boolean },
  errors: string[],
): Promise<Page> {
  const { hasTouch = false, ...viewport } = size;
  const page = await (await browser.newContext({ viewport, hasTouch })).newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) errors.push(line.text());
  });
  return page;
}

/** Signs in as the administrator whom `setUp` made, unless told another. */
export async function enterConsole(
  console_: Page,
  origin: string,
  {
    loginName,
    password,
  }: { readonly loginName: string; readonly password: string } = ADMINISTRATOR,
): Promise<void> {
  await console_.goto(`${origin}/console`);
  await console_.getByLabel('아이디').fill(loginName);
  await console_.getByLabel('비밀번호').fill(password);
  await console_.getByRole('button', { name: '로그인' }).click();
  await console_.getByRole('link', { name: '슬라이드', exact: true }).first().waitFor();
}

export function onGlass(board: Page): Promise<OnGlass> {
  return board.evaluate(() => {
    const element = document.querySelector('plaza-board');
    return {
      layer: element?.getAttribute('data-layer') ?? null,
      slideId: element?.getAttribute('data-slide-id') ?? null,
      revisionId: element?.getAttribute('data-revision-id') ?? null,
      slotStart: Number(element?.getAttribute('data-slot-start')),
    };
  });
}

/** Waits until the board has `value` in `data-…`. */
export async function untilBoard(board: Page, name: string, value: string): Promise<void> {
  await board.waitForFunction(
    ([attribute, wanted]) =>
      document.querySelector('plaza-board')?.getAttribute(attribute ?? '') === wanted,
    [`data-${name}`, value],
    { timeout: 20_000 },
  );
}

export async function setUpInConsole(console_: Page, link: string): Promise<void> {
  await console_.goto(link);
  await console_.getByLabel('이름', { exact: true }).fill(ADMINISTRATOR.displayName);
  await console_.getByLabel('아이디').fill(ADMINISTRATOR.loginName);
  await console_.getByLabel('비밀번호').fill(ADMINISTRATOR.password);
  await console_.getByRole('button', { name: '관리자 만들고 시작' }).click();
  await console_.getByRole('heading', { name: '1번 출구 게시대' }).waitFor();
}

export async function signOutAndIn(console_: Page, origin: string): Promise<void> {
  await console_.goto(`${origin}/console#/me`);
  await console_.getByRole('button', { name: '로그아웃', exact: true }).click();
  await console_.getByLabel('아이디').fill(ADMINISTRATOR.loginName);
  await console_.getByLabel('비밀번호').fill(ADMINISTRATOR.password);
  await console_.getByRole('button', { name: '로그인' }).click();
  await console_.getByRole('link', { name: '슬라이드', exact: true }).waitFor();
}

/** Makes and approves a shop slide with a photo; resolves with its id. */
export async function makeSlide(console_: Page, origin: string, photo: string): Promise<string> {
  await console_.goto(`${origin}/console#/slides/new`);
  await console_.getByRole('button', { name: /^가게 소개/ }).click();
  await console_.getByLabel('가게', { exact: true }).selectOption({ label: '도레미분식' });
  await console_.getByLabel('제목', { exact: true }).first().fill(SLIDE_TITLE);
  await console_.getByLabel('사진 찍기·고르기').setInputFiles(photo);
  await console_.getByLabel('사진 설명 (선택)').fill('김이 나는 국밥 한 그릇');
  await approveOwn(console_);
  await console_.getByRole('button', { name: '게시 중단' }).waitFor();
  return /#\/slides\/([0-9a-f-]{36})/.exec(console_.url())?.[1] ?? '';
}

export async function bookSlide(console_: Page, origin: string): Promise<void> {
  await console_.goto(`${origin}/console#/bookings/new`);
  await console_.getByLabel('편성 이름').fill('별빛 시험 편성');
  await console_.getByLabel('슬라이드 찾기').fill(SLIDE_TITLE);
  await console_.getByRole('checkbox', { name: SLIDE_TITLE }).check();
  await console_.getByRole('button', { name: '편성 저장' }).click();
  await console_.getByRole('link', { name: '별빛 시험 편성' }).waitFor();
}

/** 지금 송출 from the slide's own page; the slot it asks for begins at the instant returned, or later. */
export async function showNow(console_: Page, origin: string, slideId: string): Promise<number> {
  await console_.goto(`${origin}/console#/slides/${slideId}`);
  await console_.getByRole('button', { name: '지금 송출…' }).click();
  const pressedAt = Date.now();
  await console_.getByRole('button', { name: '지금 송출', exact: true }).click();
  return pressedAt;
}

/** 지금 송출 once more: resolves on the glass of the slot asked for, whatever was there before. */
export async function showAgain(
  { console_, board }: { readonly console_: Page; readonly board: Page },
  origin: string,
  slideId: string,
): ReturnType<typeof onGlass> {
  const pressedAt = await showNow(console_, origin, slideId);
  await board.waitForFunction(
    ([id, since]) => {
      const { slideId: shown, slotStart } = document.querySelector('plaza-board')?.dataset ?? {};
      return shown === id && Number(slotStart) >= since;
    },
    [slideId, pressedAt] as const,
  );
  return onGlass(board);
}

export async function correctTitle(console_: Page): Promise<void> {
  await console_.getByLabel('제목', { exact: true }).first().fill(CORRECTED_TITLE);
  await approveOwn(console_);
}

/** Saves and approves what the same person wrote, with the review list confirmed. */
async function approveOwn(console_: Page): Promise<void> {
  await console_.getByRole('button', { name: '저장하고 승인' }).click();
  await console_.getByRole('button', { name: '여섯 가지를 확인했고, 승인합니다' }).click();
}

/** An emergency only waits for its release then. */
export async function announce(
  console_: Page,
  origin: string,
  words: { readonly level: '중요' | '긴급'; readonly title: string },
): Promise<void> {
  await console_.goto(`${origin}/console#/announcements/new`);
  await console_.getByRole('radio', { name: new RegExp(`^${words.level}`) }).check();
  await console_.getByLabel('제목', { exact: true }).fill(words.title);
  await console_.getByLabel('내용 (선택)').fill('중랑천 산책로와 지하보도에서 나와 주십시오.');
  if (words.level === '긴급') {
    await console_.getByRole('button', { name: '긴급 송출…' }).click();
    await console_.getByRole('button', { name: '승인 요청' }).click();
    await console_.getByRole('heading', { name: '승인을 기다리는 중' }).waitFor();
    return;
  }
  await console_.getByRole('button', { name: '지금 보내기' }).click();
}

export async function expectReceipt(console_: Page, boards: number): Promise<void> {
  const words = console_.getByText(new RegExp(`${boards}개 중 ${boards}개 화면 표출, [0-9.]+초`));
  await expect.poll(() => words.count(), { timeout: 20_000 }).toBeGreaterThan(0);
}
