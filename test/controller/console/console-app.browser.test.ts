import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../controller/console/app/console-app.ts';
import { ToastEvent } from '../../../controller/console/app/toast.ts';
import {
  administrator,
  boardState,
  consoleFixture,
  NOW,
  type ConsoleFixture,
} from '../../support/console-fixture.ts';

const PATHS = [
  ...['promises', 'feeds', 'holidays', 'review', 'withdrawal/bread'],
  ...['now', 'slides', 'slides/new', 'slides/bread', 'bookings', 'bookings/new'],
  ...['bookings/daily-bread', 'plan', 'moment', 'announcements', 'announcements/new'],
  ...['announcements/emergency', 'shops', 'shops/bakery', 'screens', 'screens/plaza-1'],
  ...['screens/new', 'people', 'people/new', 'shares', 'audit', 'me', 'more'],
  'announcements/storm/report',
];
const PHONE = [390, 844] as const;
const DESKTOP = [1280, 860] as const;

/** Opens the console at a page, and closes it after the test. */
async function open(path: string, fixture: ConsoleFixture = consoleFixture()) {
  location.hash = `#/${path}`;
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fixture;
}

beforeEach(() => {
  document.documentElement.lang = 'ko';
  document.title = '창동역 전자게시대';
});
afterEach(() => {
  location.hash = '';
  // Drafts that a test left.
  localStorage.clear();
});

describe('the console without barriers', () => {
  // On a desk barriers.test.ts looks at them all, with what a real controller holds.
  it.each(PATHS)('has nothing that axe finds on #/%s (phone)', async (path) => {
    await page.viewport(...PHONE);
    await open(path);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(PHONE[0]);
  });

  it.each(PATHS)('is no wider than its window on #/%s (desktop)', async (path) => {
    await page.viewport(...DESKTOP);
    await open(path);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(DESKTOP[0]);
  });

  it('has nothing that axe finds at the door', async () => {
    await open('now', consoleFixture(null));
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('the shell', () => {
  it('asks before typed words are lost, and stays where the person stays', async () => {
    await open('bookings/new');
    await page.getByLabelText('편성 이름').fill('겨울 특가');
    const ask = vi.spyOn(globalThis, 'confirm').mockReturnValue(false);
    onTestFinished(() => ask.mockRestore());
    location.hash = '#/now';
    await expect.poll(() => location.hash).toBe('#/bookings/new');
    await expect.element(page.getByLabelText('편성 이름')).toHaveValue('겨울 특가');
    ask.mockReturnValue(true);
    location.hash = '#/shops';
    await expect.element(page.getByRole('heading', { level: 1, name: '가게' })).toBeVisible();
    location.hash = '#/slides';
    await expect.element(page.getByRole('heading', { level: 1, name: '슬라이드' })).toBeVisible();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['in', administrator],
    ['at the door', null],
  ] as const)('asks once who is here: %s', async (_where, me) => {
    const { sent } = await open('now', consoleFixture(me));
    const asked = () => sent.filter(({ route }) => route === 'GET /api/session').length;
    expect(asked()).toBe(1);
  });

  it('a page that a person may not use says so instead of showing its form', async () => {
    const grants = [{ role: 'viewer' as const, organizationId: null, shopId: null }];
    await open('people/new', consoleFixture({ ...administrator, grants }));
    await expect.element(page.getByText('이 화면을 쓸 권한이 없습니다')).toBeVisible();
  });

  it('tells what was done in type that can be read, by day and by night', async () => {
    await open('now');
    const app = document.querySelector('console-app')!;
    app.dispatchEvent(new ToastEvent({ text: '저장했습니다.' }));
    const toast = page.getByRole('status').getByText('저장했습니다.');
    await expect.element(toast).toBeVisible();
    expect(getComputedStyle(toast.element()).color).toBe('rgb(255, 255, 255)');
  });
});

describe('지금', () => {
  it('says that the board shows what is planned, and when that was known', async () => {
    await open('now');
    await expect.element(page.getByText('편성대로 송출 중')).toBeVisible();
    await expect.element(page.getByText('0.4초 전 확인')).toBeVisible();
  });

  it('marks a board that has said nothing for 45 seconds', async () => {
    const fixture = await open('now');
    fixture.live().onState(boardState({ heardAt: NOW - 60_000 }));
    await expect.element(page.getByText('연결이 끊겼습니다 · 1분째')).toBeVisible();
  });

  it('marks a board that shows something else than is planned', async () => {
    const fixture = await open('now');
    const state = boardState();
    const glass = state.beat?.glass;
    if (!state.beat || !glass) throw new Error('no glass');
    const other = { ...glass, slideId: 'house', bookingId: null, paintedAt: NOW - 400 };
    fixture.live().onState({ ...state, beat: { ...state.beat, glass: other } });
    await expect.element(page.getByText('편성과 다릅니다')).toBeVisible();
  });

  it('tells when the line is down', async () => {
    const fixture = await open('now');
    fixture.live().onOffline();
    await expect.element(page.getByText(/서버와 연결이 끊겼습니다/)).toBeVisible();
  });
});

describe('sign-in', () => {
  it('lets a person in', async () => {
    const fixture = await open('now', consoleFixture(null));
    fixture.reply('POST /api/session', { person: somebody });
    await userEvent.fill(page.getByLabelText('아이디'), 'Kim');
    await userEvent.fill(page.getByLabelText('비밀번호'), 'plaza-board');
    await userEvent.click(page.getByRole('button', { name: '로그인' }));
    await expect.element(page.getByText('편성대로 송출 중')).toBeVisible();
    expect(fixture.sent).toContainEqual({
      route: 'POST /api/session',
      body: { loginName: 'kim', password: 'plaza-board' },
    });
  });
});

describe('the slide editor', () => {
  it('is worked by keyboard alone, from the template to the save', async () => {
    const fixture = await open('slides/new');
    fixture.refuse('POST /api/slides', '빈칸을 채워 주십시오.', [
      { path: 'content.title.ko', message: '비워 둘 수 없습니다.' },
    ]);
    await tabTo('알림');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('제목', { exact: true })).toBeVisible();
    await tabTo('제목');
    await userEvent.keyboard('독감 예방접종');
    await tabTo('초안으로 저장');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() =>
      expect(fixture.sent.at(-1)).toMatchObject({
        route: 'POST /api/slides',
        body: { content: { template: 'notice', title: { ko: '독감 예방접종' }, lines: [] } },
      }),
    );
  });

  it('shows a refusal at its field and goes there', async () => {
    const fixture = await open('slides/new');
    fixture.refuse('POST /api/slides', '빈칸을 채워 주십시오.', [
      { path: 'content.title.ko', message: '비워 둘 수 없습니다.' },
    ]);
    await userEvent.click(page.getByRole('button', { name: /^알림/ }));
    await userEvent.click(page.getByRole('button', { name: '초안으로 저장' }));
    const title = page.getByLabelText('제목', { exact: true });
    await expect.element(title).toHaveAttribute('aria-invalid', 'true');
    await expect.element(title).toHaveAccessibleDescription(/비워 둘 수 없습니다/);
    await vi.waitFor(() => expect(nameOfFocus()).toBe('제목'));
    await expect.element(page.getByText('빈칸을 채워 주십시오.')).toBeVisible();
  });
});

describe('긴급 송출', () => {
  it('[A1] names the boards and asks for a release only after the second click', async () => {
    const fixture = await open('announcements/emergency');
    fixture.reply('POST /api/release-requests', {});
    await userEvent.fill(page.getByLabelText('제목'), '즉시 대피하십시오');
    await userEvent.click(page.getByRole('button', { name: '긴급 송출…' }));
    const dialog = page.getByRole('dialog', { name: '긴급 송출의 승인을 요청할까요?' });
    await expect.element(dialog.getByText('1번 출구 게시대')).toBeVisible();
    expect(fixture.sent.filter(({ route }) => route.startsWith('POST'))).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: '승인 요청' }));
    await vi.waitFor(() =>
      expect(fixture.sent).toContainEqual(
        expect.objectContaining({ route: 'POST /api/release-requests' }),
      ),
    );
  });

  it('counts the receipts as they come', async () => {
    const fixture = await open('announcements');
    await expect.element(page.getByText('1개 중 0개 화면 표출')).toBeVisible();
    fixture.live().onReceipt({
      ...{ screenId: 'plaza-1', kind: 'announcement', subjectId: 'storm', version: 1 },
      ...{ paintedAt: NOW, latencyMs: 80 },
    });
    await expect.element(page.getByText('1개 중 1개 화면 표출, 0.08초')).toBeVisible();
  });
});

describe('감사 기록', () => {
  it('says in each row what was changed, by name', async () => {
    await open('audit');
    await expect.element(page.getByText('슬라이드 · 게시 중단')).toBeVisible();
    await expect.element(page.getByText('슬라이드 bread', { exact: true })).toBeVisible();
  });
});

const somebody = {
  ...{
    id: 'kim',
    loginName: 'kim',
    displayName: '김창동',
    email: null,
    disabled: false,
    version: 1,
  },
  grants: [{ role: 'manager', organizationId: null, shopId: null }],
  createdAt: NOW,
};

/** Presses Tab until the focus is on what carries the name. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await userEvent.keyboard('{Tab}');
    if (nameOfFocus().startsWith(name)) return;
  }
  throw new Error(`no way by keyboard to ${name}`);
}

function nameOfFocus(): string {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (focused instanceof HTMLInputElement) return focused.labels?.[0]?.textContent.trim() ?? '';
  return focused?.textContent.trim() ?? '';
}
