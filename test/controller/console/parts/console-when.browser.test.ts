import { describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import '../../../../controller/console/parts/console-closing.ts';
import { ClosingChange } from '../../../../controller/console/parts/console-closing.ts';
import '../../../../controller/console/parts/console-when.ts';
import { WhenChange } from '../../../../controller/console/parts/console-when.ts';
import { newBooking } from '../../../../controller/console/parts/booking-draft.ts';
import { NOW } from '../../../support/console-fixture.ts';

/** The element with its page around it: what it changes comes back in. */
function openWhen(marketDigit: number | null) {
  const when = document.createElement('console-when');
  when.draft = newBooking('guild', NOW);
  when.marketDigit = marketDigit;
  when.addEventListener(WhenChange.type, (event) => {
    if (event instanceof WhenChange) when.draft = { ...when.draft, ...event.change };
  });
  document.body.append(when);
  onTestFinished(() => when.remove());
  return when;
}
const choose = (name: string) => page.getByRole('radio', { name }).first().click();
const tick = (name: string) => page.getByRole('checkbox', { name }).click();

describe('console-when', () => {
  it('[C10] lets a booking skip holidays, keep to market days, and stop doing so', async () => {
    const when = openWhen(2);
    await choose('공휴일은 빼고');
    await choose('장날만');
    expect(when.draft).toMatchObject({ holidays: 'skip', marketDays: 'only' });
    await choose('공휴일만');
    await expect.element(page.getByText('공휴일이거나 장날이면 나갑니다.')).toBeVisible();
    await choose('상관없이');
    expect(JSON.parse(JSON.stringify(when.draft))).not.toHaveProperty('holidays');
  });

  it('[C9] asks for market days only where a market is held, or was', async () => {
    const when = openWhen(null);
    await expect.element(page.getByRole('radio', { name: '공휴일만' })).toBeInTheDocument();
    expect(page.getByRole('radio', { name: '장날만' }).elements()).toEqual([]);
    when.draft = { ...when.draft, marketDays: 'only' };
    await expect.element(page.getByRole('radio', { name: '장날만' })).toBeChecked();
    await expect
      .element(page.getByRole('link', { name: '장날을 정해 주십시오.' }))
      .toHaveAttribute('href', '#/holidays');
  });

  it('[S1] repeats by weekdays, by days of the month and by n-th weekdays', async () => {
    const when = openWhen(null);
    await choose('매월 며칠');
    expect(when.draft.recurrence).toBe('FREQ=MONTHLY;BYMONTHDAY=23');
    await tick('말일');
    await tick('23');
    expect(when.draft.recurrence).toBe('FREQ=MONTHLY;BYMONTHDAY=-1');
    await tick('말일');
    await expect.element(page.getByRole('checkbox', { name: '말일' })).toBeChecked();
    await choose('매월 몇째 요일');
    expect(when.draft.recurrence).toBe('FREQ=MONTHLY;BYDAY=4MO');
    await tick('둘째');
    expect(when.draft.recurrence).toBe('FREQ=MONTHLY;BYDAY=2MO,4MO');
    await choose('요일마다');
    expect(when.draft.recurrence).toBeNull();
  });
});

describe('console-closing', () => {
  function openClosing() {
    const closing = document.createElement('console-closing');
    closing.addEventListener(ClosingChange.type, (event) => {
      if (event instanceof ClosingChange) Object.assign(closing, event.change);
    });
    document.body.append(closing);
    onTestFinished(() => closing.remove());
    return closing;
  }

  it('closes on the second and fourth Sunday by one tap', async () => {
    const closing = openClosing();
    const tap = page.getByRole('button', { name: '매월 둘째·넷째 일요일 쉼' });
    await tap.click();
    expect(closing.closedNth).toEqual([
      { nth: 2, weekday: 0 },
      { nth: 4, weekday: 0 },
    ]);
    await expect.element(tap).not.toBeInTheDocument();
    await page.getByRole('button', { name: '넷째 일요일 휴무 지우기' }).click();
    expect(closing.closedNth).toEqual([{ nth: 2, weekday: 0 }]);
    await expect.element(tap).toBeVisible();
  });

  it('closes for several days on end, and opens them again together', async () => {
    const closing = openClosing();
    const add = page.getByRole('button', { name: '쉬는 날 더하기' });
    await page.getByLabelText('쉬는 첫날').fill('2027-08-02');
    await page.getByLabelText('쉬는 마지막 날 (선택)').fill('2027-08-01');
    await expect.element(page.getByText('첫날보다 늦은 날을 골라 주십시오.')).toBeVisible();
    await expect.element(add).toBeDisabled();
    await page.getByLabelText('쉬는 마지막 날 (선택)').fill('2027-08-04');
    await add.click();
    expect(closing.closedDates).toEqual(['2027-08-02', '2027-08-03', '2027-08-04']);
    await page.getByRole('button', { name: '8. 2.(월) ~ 8. 4.(수) 휴무 지우기' }).click();
    expect(closing.closedDates).toEqual([]);
  });
});
