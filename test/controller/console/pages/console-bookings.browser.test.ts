import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastEvent } from '../../../../controller/console/app/toast.ts';
import '../../../../controller/console/pages/console-bookings.ts';
import type { Booking } from '../../../../shared/content/booking.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';
import { administrator, consoleFixture } from '../../../support/console-fixture.ts';

const EXTEND = 'POST /api/bookings/daily-bread/extend';

/** Opens the list; what it says in passing is kept. */
async function open(...bookings: Booking[]) {
  const fixture = consoleFixture();
  fixture.reply('GET /api/bookings', bookings);
  const list = document.createElement('console-bookings');
  list.desk = fixture.desk;
  list.me = administrator;
  const toasts: ToastEvent['toast'][] = [];
  list.addEventListener(ToastEvent.type, ({ toast }) => toasts.push(toast));
  document.body.append(list);
  onTestFinished(() => list.remove());
  await expect.element(page.getByRole('status').first()).toBeVisible();
  return { ...fixture, toasts, list };
}

const extensions = (sent: readonly { route: string; body: unknown }[]) =>
  sent.filter(({ route }) => route === EXTEND).map(({ body }) => body);

it('a booking about to end is extended by a tap, and that is taken back', async () => {
  const { sent, reply, toasts } = await open(aSavedBooking({ toDate: '2026-11-26' }));
  await expect.element(page.getByText('3일 뒤 끝납니다 · 11. 26.(목)')).toBeVisible();
  reply(EXTEND, aSavedBooking({ toDate: '2026-12-26', version: 2 }));
  await userEvent.click(page.getByRole('button', { name: '아침 빵 한 달 연장' }));
  await expect.element(page.getByText('곧 끝나는 편성 1건')).not.toBeInTheDocument();
  expect(toasts[0]?.text).toBe('‘아침 빵’ 편성을 12. 26.(토)까지 늘렸습니다.');
  reply(EXTEND, aSavedBooking({ toDate: '2026-11-26', version: 3 }));
  await toasts[0]?.undo?.();
  await expect.element(page.getByText('곧 끝나는 편성 1건')).toBeVisible();
  expect(extensions(sent)).toEqual([
    { toDate: '2026-12-26', version: 1 },
    { toDate: '2026-11-26', version: 2 },
  ]);
});

it('a refused extension says why and changes nothing', async () => {
  const { refuse, toasts } = await open(aSavedBooking({ toDate: '2026-11-26' }));
  refuse(EXTEND, '다른 사람이 먼저 고쳤습니다.');
  await userEvent.click(page.getByRole('button', { name: '아침 빵 한 달 연장' }));
  await expect.element(page.getByText('다른 사람이 먼저 고쳤습니다.')).toBeVisible();
  expect(toasts).toEqual([]);
  await expect.element(page.getByText('곧 끝나는 편성 1건')).toBeVisible();
});

it('a rule that ends by itself is extended in the form', async () => {
  await open(aSavedBooking({ recurrence: 'FREQ=DAILY;UNTIL=20261125' }));
  const way = page.getByRole('link', { name: /반복 고치기/ });
  await expect.element(way).toHaveAttribute('href', '#/bookings/daily-bread');
  await expect.element(page.getByRole('button', { name: /연장/ })).not.toBeInTheDocument();
});

it('who may not book sees no extension', async () => {
  const { list } = await open(aSavedBooking({ toDate: '2026-11-26' }));
  list.me = { ...administrator, grants: [{ role: 'viewer', organizationId: null, shopId: null }] };
  await expect.element(page.getByText(/곧 끝나는/)).not.toBeInTheDocument();
});

it('marks what plays no more and what has no approved slide, with why', async () => {
  await open(
    aSavedBooking({ fromDate: '2026-10-01', toDate: '2026-11-20' }),
    aSavedBooking({ id: 'no-days', name: '쉬는 빵' }),
    aSavedBooking({ id: 'flu-season', name: '독감', slideIds: ['flu'], shopId: null }),
  );
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect
    .element(row('아침 빵').getByText('마지막 날(11. 20.(금))이 지나 더 나가지 않습니다.'))
    .toBeVisible();
  await expect.element(row('쉬는 빵').getByText(/넉 달 안에 나가는 날이 없습니다/)).toBeVisible();
  await expect.element(row('독감').getByText(/승인을 기다립니다/)).toBeVisible();
});

it('shows only what does not play where that is asked for', async () => {
  await open(aSavedBooking(), aSavedBooking({ id: 'flu-season', name: '독감', slideIds: ['flu'] }));
  await expect.poll(() => page.getByRole('listitem').elements().length).toBe(2);
  await userEvent.click(page.getByLabelText('나가지 않는 편성 1건만 보기'));
  await expect.poll(() => page.getByRole('listitem').elements().length).toBe(1);
  await expect.element(page.getByRole('link', { name: '독감' })).toBeVisible();
});

it('keeps its search', async () => {
  await open(aSavedBooking(), aSavedBooking({ id: 'flu-season', name: '독감' }));
  await userEvent.fill(page.getByLabelText('찾기'), '독감');
  await expect.element(page.getByText('1건', { exact: true })).toBeVisible();
  await vi.waitFor(() => expect(page.getByRole('listitem').elements()).toHaveLength(1));
});
