import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/app/console-app.ts';
import { consoleFixture, NOW } from '../../../support/console-fixture.ts';

async function open(fixture = consoleFixture()) {
  location.hash = '#/audit';
  const app = document.createElement('console-app');
  app.desk = fixture.desk;
  document.body.append(app);
  onTestFinished(() => app.remove());
  await expect.element(page.getByRole('heading', { level: 1, name: '감사 기록' })).toBeVisible();
  return fixture;
}

const entry = (id: number, fields: object = {}) => ({
  ...{ id, at: NOW, personId: 'kim', actor: '김창동', action: 'booking.save' },
  ...{ subjectId: 'daily-bread', before: { fromMinute: 540 }, after: { fromMinute: 600 } },
  ...fields,
});
const found = (entries: readonly object[], nextBeforeId: number | null = null) => ({
  entries,
  nextBeforeId,
});
const search = page.getByRole('search', { name: '감사 기록' });

beforeEach(async () => {
  await page.viewport(1280, 860);
});
afterEach(() => {
  location.hash = '';
});

describe('감사 기록', () => {
  it('says what was changed field by field, and holds the raw entry behind it', async () => {
    const fixture = consoleFixture();
    fixture.reply('GET /api/audit', found([entry(7)]));
    await open(fixture);
    await expect.element(page.getByRole('definition')).toHaveTextContent('09:00 → 10:00');
    await expect.element(page.getByText('7 booking.save daily-bread')).not.toBeVisible();
    await page.getByText('자세히').click();
    await page.getByText('기록된 그대로').click();
    await expect.element(page.getByText('7 booking.save daily-bread')).toBeVisible();
  });

  it('is searched by keyboard alone, and offers what was found as a file', async () => {
    const fixture = await open();
    fixture.reply('GET /api/audit?text=%EA%B5%AD%EC%88%98&action=booking', found([entry(3)]));
    await search.getByLabelText('찾을 말').click();
    await userEvent.keyboard('국수{Tab}{Tab}');
    await search.getByLabelText('무엇을').selectOptions('편성');
    await search.getByLabelText('찾을 말').click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('1건', { exact: true })).toBeVisible();
    const link = page.getByRole('link', { name: '표로 받기 (CSV)' });
    await expect
      .element(link)
      .toHaveAttribute(
        'href',
        '/api/audit/export?text=%EA%B5%AD%EC%88%98&action=booking&format=csv',
      );
  });

  it('goes on by itself until it found something, and says when there is nothing', async () => {
    const fixture = await open();
    fixture.reply('GET /api/audit?text=x', found([], 500));
    fixture.reply('GET /api/audit?text=x&beforeId=500', found([], 200));
    fixture.reply('GET /api/audit?text=x&beforeId=200', found([]));
    await search.getByLabelText('찾을 말').fill('x');
    await search.getByRole('button', { name: '찾기' }).click();
    await expect.element(page.getByRole('heading', { name: '찾는 기록이 없습니다' })).toBeVisible();
    await page.getByRole('button', { name: '모든 기록 보기' }).click();
    await expect.element(page.getByText('슬라이드 · 게시 중단')).toBeVisible();
    await expect.element(search.getByLabelText('찾을 말')).toHaveValue('');
  });

  it('shows only what happened to one thing, and everything again', async () => {
    const fixture = await open();
    fixture.reply('GET /api/audit?subjectId=bread', found([entry(2, { subjectId: 'bread' })]));
    await page.getByText('자세히').click();
    await page.getByRole('button', { name: '이 대상의 기록만 보기' }).click();
    await expect.element(page.getByText('‘슬라이드 bread’의 기록만 찾습니다.')).toBeVisible();
    await page.getByRole('button', { name: '모든 대상 보기' }).click();
    await expect.element(page.getByText('슬라이드 · 게시 중단')).toBeVisible();
  });
});
