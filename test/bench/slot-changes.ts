/** Boards whose slide changes every nine seconds, and bare pages that swap by a timer at instants that they were told. */
import type { Browser, Page } from 'playwright-core';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { addDays, dateAt } from '../../shared/time.ts';
import {
  aCalendar,
  aShop,
  loopOf,
  openEveryDay,
  aBooking,
  aSlide,
} from '../support/manifest-builder.ts';
import { startPicturedController } from '../support/pictured-controller.ts';
import type { TestController } from '../support/test-controller.ts';
import { watchFades } from './painted.ts';

export const FRAME_MS = 1000 / 60;
/** The least dwell there is. */
const DWELL_MS = 9_000;
/** How long after a board a bare page swaps: halfway between its changes. */
export const BARE_LATER_MS = DWELL_MS / 2;
const SHOPS = ['a', 'b', 'c', 'd', 'e'];
const SIZE = { widthPx: 960, heightPx: 540 };
const viewport = { width: SIZE.widthPx, height: SIZE.heightPx };
/** All windows are in view, whatever the machine has for a desktop. */
export const IN_VIEW = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Its screens `board` and `board-2` play slides of nine seconds. */
export function startChanges(): Promise<TestController> {
  return startPicturedController(nineSeconds(), { now: Date.now, size: SIZE });
}

function nineSeconds(): Manifest {
  return loopOf([], {
    calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
    shops: SHOPS.map((id) => aShop(id)),
    slides: SHOPS.map((id) => aSlide(id, { shopId: id, dwellMs: DWELL_MS })),
    bookings: SHOPS.map((id) => aBooking(id, { shopId: id })),
  });
}

/** Boots a board, and notes each fade from then on. */
export async function openBoard(
  browser: Browser,
  { controller, id }: { readonly controller: TestController; readonly id: string },
): Promise<Page> {
  const { origin } = controller;
  const value = JSON.stringify({ token: await controller.deviceToken(id), screenId: id });
  const origins = [{ origin, localStorage: [{ name: 'plaza-device', value }] }];
  const context = await browser.newContext({ viewport, storageState: { cookies: [], origins } });
  const page = await context.newPage();
  await watchFades(page, 'plaza-layer');
  await page.goto(`${origin}/board`);
  // Pictures come and the clock settles.
  await page.waitForTimeout(DWELL_MS);
  return page;
}

/** The next `count` slots. */
export function comingSlots({ context }: TestController, count: number): readonly Slot[] {
  const { manifests } = context;
  const offsets = manifests.ofScreen('board')?.manifest.calendar.offsets ?? [];
  const today = dateAt(offsets, Date.now());
  const slots = [today, addDays(today, 1)].flatMap((date) => manifests.planOf('board', date) ?? []);
  return slots.filter(({ startMs }) => startMs > Date.now()).slice(0, count);
}

/** Fades from colour to colour as a board does, half a slot after the start of each. */
export async function openBare(browser: Browser, slots: readonly Slot[]): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await watchFades(page, 'div');
  await page.goto('data:text/html,<!doctype html><main></main>');
  const starts = slots.map(({ startMs }) => startMs);
  await page.evaluate(swapAt, { starts, laterMs: BARE_LATER_MS });
  return page;
}

function swapAt({
  starts,
  laterMs,
}: {
  readonly starts: readonly number[];
  readonly laterMs: number;
}) {
  const main = document.querySelector('main');
  const swap = (index: number): void => {
    const startMs = starts[index];
    if (!main || startMs === undefined) return;
    setTimeout(
      () =>
        requestAnimationFrame(() => {
          const layer = document.createElement('div');
          const background = `hsl(${String(index * 40)} 50% 30%)`;
          Object.assign(layer.style, { position: 'fixed', inset: '0', background });
          layer.dataset.slotStart = String(startMs);
          main.append(layer);
          const fade = layer.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 400 });
          void fade.finished.then(() => main.replaceChildren(layer));
          swap(index + 1);
        }),
      startMs + laterMs - Date.now(),
    );
  };
  swap(0);
}
