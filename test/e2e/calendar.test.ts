/** Bookings on the calendar, moved by mouse, finger and keys in the built console under its content policy. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Booking } from '../../shared/content/booking.ts';
import { addDays, dateAt, HOUR_MS, weekdayOf } from '../../shared/time.ts';
import { launchBrowser } from '../support/browser.ts';
import { setUp, type ConsoleSession } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { enterConsole, openPage } from './story.ts';

const PATIENT = { timeout: 15_000 };
const folder = temporaryFolder();
const errors: string[] = [];
/** Both days of the week that is shown, and both of a phone's three. */
const today = dateAt([{ fromMs: 0, offsetMs: 9 * HOUR_MS }], Date.now());
const tuesday = addDays(today, 2 - weekdayOf(today));
let controller: ControllerProcess;
let browser: Browser;
let session: ConsoleSession;
let desktop: Page;

beforeAll(async () => {
  controller = await startController({ dataDir: join(folder.path, 'data') });
  browser = await launchBrowser();
  session = await setUp(controller);
  desktop = await openPage(browser, { width: 1280, height: 1400 }, errors);
  await enterConsole(desktop, controller.origin);
});

afterAll(async () => {
  await browser.close();
  await controller.stop();
  folder.remove();
});

/** A booking like one that ships, at 10 to 12 o'clock of its days. */
async function book(name: string, dates: Pick<Booking, 'fromDate' | 'toDate'>): Promise<string> {
  const [like] = (await session.call('GET', '/api/bookings')).value as Booking[];
  const fields: Partial<Booking> = {
    ...{ ...like, ...dates, name, recurrence: null, exclusive: false, excludedDates: [] },
    ...{ fromMinute: 600, toMinute: 720, skipClosedDays: false },
  };
  delete fields.id;
  delete fields.state;
  delete fields.version;
  const { value, status } = await session.call('POST', '/api/bookings', fields);
  expect(status).toBe(200);
  return (value as Booking).id;
}

async function stored(id: string) {
  const all = (await session.call('GET', '/api/bookings')).value as Booking[];
  const { fromDate, toDate, fromMinute, toMinute, excludedDates } = all.find(
    (one) => one.id === id,
  )!;
  return { fromDate, toDate, fromMinute, toMinute, excludedDates };
}

/** The booking alone, among all that ship. */
async function openCalendar(page: Page, id: string, name: string): Promise<Locator> {
  await page.goto(`${controller.origin}/console#/calendar`);
  await page.getByText('골라 보기').click();
  await page.getByLabel('찾기').fill(name);
  const bar = page.locator(`[data-bar^="${id} "]`).first();
  await bar.waitFor();
  await expect
    .poll(() => page.locator(`[data-bar]:not([data-bar^="${id} "])`).count(), PATIENT)
    .toBe(0);
  await bar.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await bar.click({ trial: true });
  return bar;
}

/** From a point of the bar to the same hour of the next day and one hour further down. */
async function dayAndHour(page: Page, bar: Locator) {
  const box = (await bar.boundingBox())!;
  const lane = await page.locator('[role="columnheader"][data-date]').first().boundingBox();
  const from = { x: box.x + 20, y: box.y + 10 };
  // The bar is two hours high.
  return { from, to: { x: from.x + lane!.width, y: from.y + box.height / 2 } };
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '되돌리기' }).last().click();
  await page.getByText('되돌렸습니다.').first().waitFor();
}

describe('the calendar of bookings', () => {
  it('moves a booking by mouse, and back', async () => {
    const id = await book('마우스 시험', { fromDate: tuesday, toDate: tuesday });
    const before = await stored(id);
    const { from, to } = await dayAndHour(desktop, await openCalendar(desktop, id, '마우스 시험'));
    await desktop.mouse.move(from.x, from.y);
    await desktop.mouse.down();
    await desktop.mouse.move(to.x, to.y, { steps: 8 });
    await desktop.mouse.up();
    const date = addDays(tuesday, 1);
    const moved = { ...before, fromDate: date, toDate: date, fromMinute: 660, toMinute: 780 };
    await expect.poll(() => stored(id), PATIENT).toEqual(moved);
    await undo(desktop);
    expect(await stored(id)).toEqual(before);
  });

  it('moves a booking by finger on a phone, and back', async () => {
    const id = await book('손가락 시험', { fromDate: today, toDate: today });
    const before = await stored(id);
    const phone = await openPage(browser, { width: 390, height: 844, hasTouch: true }, errors);
    await enterConsole(phone, controller.origin);
    const { from, to } = await dayAndHour(phone, await openCalendar(phone, id, '손가락 시험'));
    const hand = await phone.context().newCDPSession(phone);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: typeof from) =>
      hand.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    await touch('touchStart', from);
    await phone.waitForTimeout(600);
    for (let step = 1; step <= 8; step += 1)
      await touch('touchMove', {
        x: from.x + ((to.x - from.x) * step) / 8,
        y: from.y + ((to.y - from.y) * step) / 8,
      });
    await touch('touchEnd');
    const date = addDays(today, 1);
    const moved = { ...before, fromDate: date, toDate: date, fromMinute: 660, toMinute: 780 };
    await expect.poll(() => stored(id), PATIENT).toEqual(moved);
    await undo(phone);
    expect(await stored(id)).toEqual(before);
    await phone.context().close();
  });

  it('moves one day of a booking by keys alone, and back', async () => {
    const id = await book('글쇠 시험', { fromDate: tuesday, toDate: addDays(tuesday, 2) });
    const before = await stored(id);
    const bar = await openCalendar(desktop, id, '글쇠 시험');
    await bar.focus();
    await desktop.keyboard.press('Enter');
    await desktop.getByRole('button', { name: '시간 옮기기' }).press('Enter');
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'Enter'])
      await desktop.keyboard.press(key);
    await desktop.getByRole('button', { name: /^이날만/ }).press('Enter');
    await expect.poll(() => stored(id), PATIENT).toEqual({ ...before, excludedDates: [tuesday] });
    const all = (await session.call('GET', '/api/bookings')).value as Booking[];
    const made = all.find((one) => one.name === '글쇠 시험' && one.id !== id);
    expect(made).toMatchObject({ fromDate: tuesday, toDate: tuesday, fromMinute: 660 });
    expect(made?.toMinute).toBe(810);
    await undo(desktop);
    expect(await stored(id)).toEqual(before);
  });

  it('meets no error and no breach of the content policy', () => {
    expect(errors).toEqual([]);
  });
});
