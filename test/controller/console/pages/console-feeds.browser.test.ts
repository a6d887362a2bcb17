import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import { consoleFixture, NOW, type ConsoleFixture } from '../../../support/console-fixture.ts';

const PATH = '/feeds/a-secret-that-nobody-guesses.ics';

async function open(fixture: ConsoleFixture = consoleFixture()): Promise<ConsoleFixture> {
  location.hash = '#/feeds';
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1, name: '달력 구독' })).toBeVisible();
  return fixture;
}

afterEach(() => {
  location.hash = '';
});

describe('console-feeds', () => {
  it('makes a link for a shop, tells it once with its steps, and copies it', async () => {
    const fixture = consoleFixture();
    const feed = { id: 'new', personId: 'kim', name: '빵집 전화', organizationId: null };
    const made = { ...feed, shopId: 'bakery', createdAt: NOW, readAt: null };
    fixture.reply('POST /api/feeds', { feed: made, path: PATH });
    await open(fixture);
    await page.getByLabelText('어느 기기').fill('빵집 전화');
    await page.getByLabelText('누구의 편성').selectOptions('창동빵집');
    await page.getByRole('button', { name: '구독 링크 만들기' }).click();
    const link = `${location.origin}${PATH}`;
    await expect.element(page.getByLabelText('구독 링크', { exact: true })).toHaveValue(link);
    const body = { name: '빵집 전화', organizationId: null, shopId: 'bakery' };
    expect(fixture.sent.at(-1)).toEqual({ route: 'POST /api/feeds', body });
    await expect
      .element(page.getByRole('link', { name: '아이폰 캘린더에 넣기' }))
      .toHaveAttribute('href', `webcal://${location.host}${PATH}`);
    await expect.element(page.getByRole('heading', { name: /갤럭시/ })).toBeVisible();
    await expect.element(page.getByText('아직 읽은 기기가 없습니다')).toBeVisible();
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    onTestFinished(() => copy.mockRestore());
    await page.getByRole('button', { name: '링크 복사' }).click();
    await expect.poll(() => copy.mock.calls).toEqual([[link]]);
  });

  it('ends a link after saying that this cannot be undone', async () => {
    const fixture = await open();
    await expect.element(page.getByText(/^마지막으로 읽음 2026년 .*오후 2:30$/)).toBeVisible();
    const end = page.getByRole('button', { name: '내 아이폰 구독 끊기' });
    await end.click();
    await expect.element(page.getByText('되돌릴 수 없습니다.')).toBeVisible();
    await page.getByRole('button', { name: '그대로 두기' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(fixture.sent.some(({ route }) => route.startsWith('DELETE'))).toBe(false);
    fixture.reply('DELETE /api/feeds/phone', null);
    await end.click();
    await page.getByRole('button', { name: '구독 끊기', exact: true }).click();
    await expect
      .element(page.getByText('아직 만든 링크가 없습니다.', { exact: false }))
      .toBeVisible();
    expect(fixture.sent.at(-1)?.route).toBe('DELETE /api/feeds/phone');
  });

  it('stands a refusal under its field', async () => {
    const fixture = await open();
    fixture.refuse('POST /api/feeds', '이름을 적어 주십시오.', [
      { path: 'name', message: '비워 둘 수 없습니다.' },
    ]);
    await page.getByRole('button', { name: '구독 링크 만들기' }).click();
    await expect.element(page.getByText('비워 둘 수 없습니다.')).toBeVisible();
  });

  it('is read again when a phone has read, and names whose link another person has', async () => {
    const fixture = await open();
    const of = { organizationId: 'office', shopId: null, createdAt: NOW, readAt: NOW };
    fixture.reply('GET /api/feeds', [{ id: 'theirs', personId: 'lee', name: '전화', ...of }]);
    fixture.live().onChanged(['feeds']);
    await expect.element(page.getByText(/^다른 사람 · .*에 만듦$/)).toBeVisible();
  });
});
