import axe from 'axe-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bookingFieldsOf } from '../../../../controller/console/parts/booking-draft.ts';
import '../../../../controller/console/pages/console-booking.ts';
import type { Booking } from '../../../../shared/content/booking.ts';
import { aChange, aDayEffect, anEffect, aSavedBooking } from '../../../support/booking-samples.ts';
import {
  administrator,
  consoleFixture,
  type ConsoleFixture,
} from '../../../support/console-fixture.ts';
import { seoul } from '../../../support/manifest-builder.ts';

const EFFECT = 'POST /api/bookings/effect';
const SAVE = 'PUT /api/bookings/daily-bread';
const HOUR = { fromMs: seoul('18:00', '2026-11-24'), toMs: seoul('19:00', '2026-11-24') };

/** Opens the form of the bakery's booking, whose slide is chosen already. */
async function open(fixture: ConsoleFixture, booking: Partial<Booking> = {}) {
  fixture.reply('GET /api/bookings', [aSavedBooking(booking)]);
  const form = document.createElement('console-booking');
  form.desk = fixture.desk;
  form.me = administrator;
  form.bookingId = 'daily-bread';
  document.body.append(form);
  onTestFinished(() => form.remove());
  await expect.element(page.getByLabelText('편성 이름')).toHaveValue('아침 빵');
  return form;
}

function asked({ sent }: ConsoleFixture) {
  return sent.filter(({ route }) => route === EFFECT);
}

describe('the effect of a booking', () => {
  it('[S12] says how often, from when, over how many hours and how long', async () => {
    const fixture = consoleFixture();
    await open(fixture);
    await expect.element(page.getByText('하루 138번 나갑니다')).toBeVisible();
    await expect
      .element(page.getByText('첫 표출 내일 06:04 · 18시간에 걸쳐 · 모두 34분 30초'))
      .toBeVisible();
    await expect.element(page.getByText('다른 광고가 나가는 횟수는 그대로입니다.')).toBeVisible();
    expect(asked(fixture)[0]?.body).toEqual({
      bookingId: 'daily-bread',
      fields: { ...bookingFieldsOf(aSavedBooking()), name: '편성' },
    });
  });

  it('[S12] is asked for when the writing has paused, and not for a name', async () => {
    const fixture = consoleFixture();
    const form = await open(fixture);
    await expect.element(page.getByText('하루 138번 나갑니다')).toBeVisible();
    const before = asked(fixture).length;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const promise = deep(form, '#promise');
    for (const value of ['1', '12', '120']) {
      type(promise, value);
      await form.updateComplete;
      vi.advanceTimersByTime(299);
    }
    type(deep(form, '#name'), '아침 식빵');
    await form.updateComplete;
    expect(asked(fixture).length).toBe(before);
    expect(deep(form, 'section[aria-busy="true"]').textContent).toContain('셈하는 중…');
    vi.advanceTimersByTime(1);
    expect(asked(fixture).slice(before)).toEqual([
      { route: EFFECT, body: expect.objectContaining({ bookingId: 'daily-bread' }) as unknown },
    ]);
  });

  it('[S12] names who loses most first, the house, and whose promise would be broken', async () => {
    const fixture = consoleFixture();
    const others = [
      aChange('shoes', { playsAfter: 137 }),
      aChange('bakery', { playsAfter: 132 }),
      aChange('hair', { playsAfter: 136 }),
      aChange('flowers', { playsAfter: 135 }),
      aChange('', { kind: 'house', organizationId: null, msBefore: 7_200_000, msAfter: 5_100_000 }),
    ];
    fixture.reply(EFFECT, anEffect({ plans: [{ screenIds: [], days: [aDayEffect({ others })] }] }));
    const form = await open(fixture);
    const promised = { promisedPlaysPerDay: 135, id: 'other-bread' };
    form.desk.bookings.put([aSavedBooking(), aSavedBooking(promised)]);
    await expect.element(page.getByText('4곳이 하루 1~6번씩 줄어듭니다.')).toBeVisible();
    const items = () =>
      [...deep(form, '#others').parentElement!.querySelectorAll('li')].map((one) =>
        one.textContent.replaceAll(/\s+/g, ' ').trim(),
      );
    expect(items()).toEqual([
      '창동빵집 138 → 132번 −6',
      ...['지워진 가게 138 → 135번 −3', '지워진 가게 138 → 136번 −2'],
      '기본 화면(시계·안내) 2시간 → 1시간 25분',
    ]);
    await userEvent.click(page.getByRole('button', { name: '1곳 더 보기' }));
    await expect.poll(() => items().length).toBe(5);
    await expect
      .element(page.getByText(/창동빵집: 약속한 하루 135번보다 적어집니다/))
      .toBeVisible();
  });

  it('[S12] offers hours with room where one is full, and takes them', async () => {
    const fixture = consoleFixture();
    const free = { fromMs: seoul('14:00', '2026-11-24'), toMs: seoul('17:00', '2026-11-24') };
    const full = aDayEffect({ fullHours: [HOUR], freeWindows: [free] });
    fixture.reply(EFFECT, anEffect({ plans: [{ screenIds: [], days: [full] }] }));
    const form = await open(fixture);
    await expect
      .element(page.getByText('18시는 꽉 찼습니다: 모두에게 한 차례씩 돌아가지 않습니다.'))
      .toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '오후 2:00 ~ 오후 5:00' }));
    await expect.element(page.getByLabelText('시작 시각')).toHaveValue('14:00');
    await expect.element(page.getByLabelText('끝 시각')).toHaveValue('17:00');
    expect(form.isConnected).toBe(true);
  });

  it('[S12] shows the days that differ in a table', async () => {
    const fixture = consoleFixture();
    const days = [
      aDayEffect({ alike: ['2026-11-25', '2026-11-26'] }),
      aDayEffect({
        date: '2026-11-28',
        after: { plays: 90, playMs: 1_350_000, firstAt: seoul('09:00', '2026-11-28'), hours: 12 },
      }),
    ];
    fixture.reply(EFFECT, anEffect({ plans: [{ screenIds: ['plaza-1'], days }] }));
    await open(fixture);
    const table = page.getByRole('table', { name: '날마다 다릅니다' });
    await expect.element(table).toBeVisible();
    const rows = [...table.element().querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.trim()),
    );
    expect(rows).toEqual([
      ['화·수·목', '138번', '06:04', '34분 30초'],
      ['11. 28.(토)', '90번', '09:00', '22분 30초'],
    ]);
  });

  it('[S12] says why nothing runs, and names slides that wait for approval', async () => {
    const fixture = consoleFixture();
    const plans = [{ screenIds: ['plaza-1'], days: [] }];
    fixture.reply(EFFECT, anEffect({ plans, unapprovedSlideIds: ['flu'] }));
    await open(fixture, { fromMinute: 60, toMinute: 300 });
    await expect.element(page.getByText(/이 시간에는 화면을 켜지 않습니다/)).toBeVisible();
    await expect.element(page.getByText(/승인되면 이렇게 됩니다\..*‘슬라이드 flu’/)).toBeVisible();
  });

  it.each([
    ['ended', /끝낸 편성이라 나가지 않습니다/],
    ['live', /이 화면에서는 빠집니다\. 지금은 하루 132번 나갑니다/],
  ] as const)(
    '[S12] tells of a plan that the booking leaves when it is %s',
    async (state, words) => {
      const fixture = consoleFixture();
      const before = { plays: 132, playMs: 1_980_000, firstAt: 0, hours: 18 };
      const days = [aDayEffect({ before, after: null })];
      fixture.reply(EFFECT, anEffect({ plans: [{ screenIds: ['plaza-1'], days }] }));
      await open(fixture, { state });
      await expect.element(page.getByText(words)).toBeVisible();
    },
  );

  it('tells quietly what is wrong, and not again once the field says it', async () => {
    const fixture = consoleFixture();
    const fields = [{ path: 'toDate', message: '첫날보다 빠릅니다.' }];
    fixture.refuse(EFFECT, '편성을 고쳐 주십시오.', fields);
    fixture.refuse(SAVE, '편성을 고쳐 주십시오.', fields);
    await open(fixture);
    await expect.element(page.getByText('첫날보다 빠릅니다. 고치면 다시 셈합니다.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '편성 저장' }));
    await expect.element(page.getByText('적은 내용을 고치면 다시 셈합니다.')).toBeVisible();
    expect(page.getByText(/첫날보다 빠릅니다/).elements()).toHaveLength(1);
  });
});

describe('a promise', () => {
  it('[S10] warns when it is above what can be, and is set to that by a tap', async () => {
    const fixture = consoleFixture();
    fixture.reply(SAVE, aSavedBooking({ version: 2 }));
    await open(fixture);
    await expect.element(page.getByText('하루 138번 나갑니다')).toBeVisible();
    const promise = page.getByLabelText(/하루에 몇 번 약속합니까/);
    await userEvent.fill(promise, '200');
    await expect.element(page.getByText(/이대로는 하루 138번까지 나갑니다/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: '138번으로 약속하기' }));
    await expect.element(promise).toHaveValue(138);
    await expect.element(page.getByText(/이대로는 하루/)).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: '편성 저장' }));
    await vi.waitFor(() =>
      expect(fixture.sent.find(({ route }) => route === SAVE)?.body).toMatchObject({
        promisedPlaysPerDay: 138,
        version: 1,
      }),
    );
  });

  it('[S10] is none when the field is emptied', async () => {
    const fixture = consoleFixture();
    fixture.reply(SAVE, aSavedBooking({ version: 2 }));
    await open(fixture, { promisedPlaysPerDay: 120 });
    await userEvent.clear(page.getByLabelText(/하루에 몇 번 약속합니까/));
    await userEvent.click(page.getByRole('button', { name: '편성 저장' }));
    await vi.waitFor(() =>
      expect(fixture.sent.find(({ route }) => route === SAVE)?.body).toMatchObject({
        promisedPlaysPerDay: null,
      }),
    );
  });
});

it('[S11] says when a saved booking plays, and nothing of that for a new one', async () => {
  const form = await open(consoleFixture());
  await expect
    .element(page.getByText('차례를 기다립니다. 다음은 오늘 15:31:05입니다.'))
    .toBeVisible();
  form.bookingId = 'new';
  await expect.element(page.getByRole('heading', { name: '편성하기' })).toBeVisible();
  await expect.element(page.getByText('언제 나오나')).not.toBeInTheDocument();
  await expect.element(page.getByText(/슬라이드를 고르면 하루에 몇 번/)).toBeVisible();
});

describe('the form', () => {
  it('is saved by Enter in its name, and not by Enter where slides are looked up', async () => {
    const fixture = consoleFixture();
    fixture.reply(SAVE, aSavedBooking());
    await open(fixture);
    const saved = () => fixture.sent.filter(({ route }) => route === SAVE).length;
    await userEvent.type(page.getByLabelText('슬라이드 찾기'), '빵{Enter}');
    expect(saved()).toBe(0);
    await userEvent.type(page.getByLabelText('편성 이름'), '{Enter}');
    await expect.poll(saved).toBe(1);
  });

  it('keeps what was typed when it is refused, and goes to the field', async () => {
    const fixture = consoleFixture();
    fixture.refuse(SAVE, '편성을 고쳐 주십시오.', [
      { path: 'promisedPlaysPerDay', message: '5000번까지 약속할 수 있습니다.' },
    ]);
    const form = await open(fixture);
    await userEvent.fill(page.getByLabelText('편성 이름'), '저녁 빵');
    await userEvent.fill(page.getByLabelText(/하루에 몇 번 약속합니까/), '9000');
    await userEvent.click(page.getByRole('button', { name: '편성 저장' }));
    await expect.element(page.getByText('5000번까지 약속할 수 있습니다.')).toBeVisible();
    await expect.element(page.getByLabelText('편성 이름')).toHaveValue('저녁 빵');
    await expect.poll(() => focused()?.id).toBe('promise');
    expect(form.isConnected).toBe(true);
  });

  it.each([
    ['phone', 360],
    ['desktop', 1280],
  ])('has nothing that axe finds with a full answer (%s)', async (_name, width) => {
    await page.viewport(width, 860);
    const fixture = consoleFixture();
    const others = [1, 2, 3, 4].map((by) => aChange(`shop-${by}`, { playsAfter: 138 - by }));
    const days = [
      aDayEffect({ others, fullHours: [HOUR], alike: ['2026-11-25'] }),
      aDayEffect({ date: '2026-11-28' }),
    ];
    fixture.reply(
      EFFECT,
      anEffect({ plans: [{ screenIds: [], days }], unapprovedSlideIds: ['flu'] }),
    );
    await open(fixture, { promisedPlaysPerDay: 999 });
    await expect.element(page.getByText('하루 138번 나갑니다')).toBeVisible();
    const { violations } = await axe.run(document.querySelector('console-booking')!);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

function type(element: Element, value: string): void {
  (element as HTMLInputElement).value = value;
  element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** The first element that `selector` finds in the host or in any element inside it. */
function deep(host: Element, selector: string): Element {
  const find = (root: ParentNode): Element | undefined => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const one of root.querySelectorAll('*')) {
      const inside = one.shadowRoot && find(one.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const found = host.shadowRoot && find(host.shadowRoot);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
