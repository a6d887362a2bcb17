import axe from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-now.ts';
import type { Booking } from '../../../../shared/content/booking.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';
import { administrator, consoleFixture, NOW } from '../../../support/console-fixture.ts';
import { TEST_DATE } from '../../../support/manifest-builder.ts';

const PROMISES = `GET /api/promises?date=${TEST_DATE}`;

function open(...bookings: Booking[]) {
  const fixture = consoleFixture();
  fixture.reply('GET /api/bookings', bookings);
  const now = document.createElement('console-now');
  now.desk = fixture.desk;
  now.me = administrator;
  document.body.append(now);
  onTestFinished(() => now.remove());
  return fixture;
}

it('tells in short what is about to end, and extends it', async () => {
  await page.viewport(1280, 860);
  const { reply } = open(
    aSavedBooking({ toDate: '2026-11-26' }),
    aSavedBooking({ id: 'b', name: '국수', toDate: '2026-11-26' }),
  );
  const title = page.getByRole('heading', { name: '3일 뒤 끝나는 편성 2건' });
  await expect.element(title).toBeVisible();
  reply('POST /api/bookings/daily-bread/extend', aSavedBooking({ toDate: '2026-12-26' }));
  await userEvent.click(page.getByRole('button', { name: '아침 빵 한 달 연장' }));
  await expect.element(page.getByText('3일 뒤 끝나는 편성 1건')).toBeVisible();
});

it.each([
  ['two', 1280, 2],
  ['on a phone one', 360, 1],
])('shows %s and leads to the rest', async (_count, width, shown) => {
  await page.viewport(width, 860);
  const ending = (id: string, toDate: string) => aSavedBooking({ id, name: id, toDate });
  open(ending('a', '2026-11-24'), ending('b', '2026-11-25'), ending('c', '2026-11-28'));
  await expect.element(page.getByText('5일 안에 끝나는 편성 3건')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /3건 모두 보기/ })).toBeVisible();
  expect(page.getByRole('button', { name: /한 달 연장/ }).elements()).toHaveLength(shown);
});

it('[S10] warns of what falls short today, and says where to look', async () => {
  const { reply } = open(aSavedBooking({ promisedPlaysPerDay: 100 }));
  const line = { screenId: 'plaza-1', bookingId: 'daily-bread', promised: 100, played: 60 };
  reply(PROMISES, { date: TEST_DATE, lines: [{ ...line, ahead: 36, shortfall: 4 }] });
  await expect
    .element(page.getByText(/오늘 약속한 횟수를 다 채우지 못할 편성이 있습니다:\s*‘아침 빵’/))
    .toBeVisible();
  const way = page.getByRole('link', { name: /얼마나 모자라는지/ });
  await expect.element(way).toHaveAttribute('href', '#/promises');
  const { violations } = await axe.run(document.querySelector('console-now')!);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

it('[S10] asks for no promises where none are made', async () => {
  const { sent } = open(aSavedBooking({ toDate: '2026-11-26' }));
  await expect.element(page.getByText('3일 뒤 끝나는 편성 1건')).toBeVisible();
  expect(sent.filter(({ route }) => route === PROMISES)).toEqual([]);
});

it('[W6] says first of all what is wrong with a board, since when, and what to do', async () => {
  await page.viewport(360, 860);
  const { desk, live, reply } = open();
  desk.enter(administrator);
  const full = {
    ...{ id: 't1', screenId: 'plaza-1', kind: 'storage', startedAt: NOW - 180_000 },
    ...{ endedAt: null, changedAt: NOW, toldAt: null, endToldAt: null },
  };
  // The picture of the board itself says below that it is cut off.
  reply('GET /api/troubles', [full, { ...full, id: 't2', kind: 'silent' }]);
  live().onChanged(['watch']);
  const note = page.getByRole('alert').filter({ hasText: '1번 출구 게시대: 저장 공간이' });
  await expect.element(note).toBeVisible();
  // Beside the alert, not in it: a screen reader would say it again every few seconds.
  await expect.element(page.getByText('(3분째)')).toBeVisible();
  const way = page.getByRole('link', { name: /이 화면 살펴보기/ });
  await expect.element(way).toHaveAttribute('href', '#/screens/plaza-1');
  expect(page.getByText('1번 출구 게시대: 연결이').elements()).toEqual([]);
  reply('GET /api/troubles', [{ ...full, endedAt: NOW }]);
  live().onChanged(['watch']);
  await expect.element(note).not.toBeInTheDocument();
});
