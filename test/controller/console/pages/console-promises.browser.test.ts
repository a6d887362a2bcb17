import axe from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../controller/console/pages/console-promises.ts';
import type { PromiseLineView } from '../../../../shared/protocol/http/planning.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';
import { consoleFixture, manifest, NOW } from '../../../support/console-fixture.ts';
import { TEST_DATE } from '../../../support/manifest-builder.ts';

const TODAY = `GET /api/promises?date=${TEST_DATE}`;
const YESTERDAY = 'GET /api/promises?date=2026-11-22';

function aLine(fields: Partial<PromiseLineView> = {}): PromiseLineView {
  const counts = { promised: 100, played: 60, ahead: 50, shortfall: 0 };
  return { screenId: 'plaza-1', bookingId: 'daily-bread', ...counts, ...fields };
}

function open(lines: readonly PromiseLineView[]) {
  const fixture = consoleFixture();
  fixture.reply('GET /api/bookings', [
    aSavedBooking({ promisedPlaysPerDay: 100 }),
    aSavedBooking({ id: 'flu-season', name: '독감', shopId: null, promisedPlaysPerDay: 80 }),
  ]);
  fixture.reply(TODAY, { date: TEST_DATE, lines });
  const promises = document.createElement('console-promises');
  promises.desk = fixture.desk;
  document.body.append(promises);
  onTestFinished(() => promises.remove());
  return fixture;
}

it('[S10] sorts by shortfall, one line per board', async () => {
  open([
    aLine(),
    aLine({ bookingId: 'flu-season', promised: 80, played: 40, ahead: 36, shortfall: 4 }),
  ]);
  await expect
    .element(page.getByText('오늘 약속한 편성 2건 가운데 1건이 모자랍니다.'))
    .toBeVisible();
  const names = page.getByRole('heading', { level: 2 }).elements();
  expect(names.map((one) => one.textContent)).toEqual(['독감', '아침 빵']);
  await expect.element(page.getByText('4번은 오늘 안에 채울 수 없습니다.')).toBeVisible();
  await expect.element(page.getByText('남은 시간에 다 채웁니다.')).toBeVisible();
  const figures = [
    ...document.querySelector('console-promises')!.shadowRoot!.querySelectorAll('console-promise'),
  ].map((one) => one.shadowRoot!.querySelector('dl')!.textContent.replaceAll(/\s+/g, ' ').trim());
  expect(figures[0]).toBe('약속 80번 나감 40번 남음 36번 모자람 4번');
});

it('[S10] says what was lost and is made good', async () => {
  const fixture = open([aLine()]);
  const ledger = { hourMs: {}, hourDueMicros: {}, ahead: {}, bookingTurns: {}, lastSlides: {} };
  const carry = {
    ...{ date: TEST_DATE, fromMs: NOW, finishing: null, ledger: { ...ledger, last: null } },
    ...{ showNow: null, cutBookingId: null, claims: { 'daily-bread': 5 } },
  };
  fixture.reply('GET /api/screens/plaza-1/manifest', {
    manifest: { ...manifest, carry },
    hash: '',
  });
  await expect
    .element(page.getByText('화면 고장 등으로 5번 빠져 다시 내보냅니다. 남은 시간에 다 채웁니다.'))
    .toBeVisible();
});

it('[S10] goes to another day and back', async () => {
  const fixture = open([aLine()]);
  fixture.reply(YESTERDAY, {
    date: '2026-11-22',
    lines: [aLine({ played: 97, ahead: 0, shortfall: 3 })],
  });
  await userEvent.click(page.getByRole('button', { name: '하루 전' }));
  await expect.element(page.getByText('약속보다 3번 모자랐습니다.')).toBeVisible();
  await expect.element(page.getByLabelText('날짜')).toHaveValue('2026-11-22');
  await userEvent.click(page.getByRole('button', { name: '오늘' }));
  await expect.element(page.getByText('남은 시간에 다 채웁니다.')).toBeVisible();
});

it('says how to promise where nothing is promised', async () => {
  open([]);
  await expect
    .element(page.getByRole('heading', { name: '2026년 11월 23일(월)에 약속한 편성이 없습니다' }))
    .toBeVisible();
  await expect.element(page.getByText(/‘하루에 몇 번 약속합니까’에/)).toBeVisible();
});

it.each([360, 1280])('has nothing that axe finds at %i px', async (width) => {
  await page.viewport(width, 860);
  open([aLine(), aLine({ bookingId: 'flu-season', shortfall: 4 })]);
  await expect.element(page.getByText('4번은 오늘 안에 채울 수 없습니다.')).toBeVisible();
  const { violations } = await axe.run(document.querySelector('console-promises')!);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
