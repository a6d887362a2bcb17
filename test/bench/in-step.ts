/**
 * Two boards on one machine: how far apart they draw the first frame of the same change of their plan. Beside
 * them, halfway between those changes, two bare pages that swap by a timer at instants that they were told.
 */
import type { Browser, Page } from 'playwright-core';
import type { Manifest, Slot } from '../../shared/protocol/manifest.ts';
import { addDays, dateAt } from '../../shared/time.ts';
import { launchBrowser } from '../support/browser.ts';
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
import { percentile, type Bench } from './figure.ts';
import { allPainted, watchFades } from './painted.ts';

/** The least dwell there is. */
const DWELL_MS = 9_000;
const FRAME_MS = 1000 / 60;
const SHOPS = ['a', 'b', 'c', 'd', 'e'];
const SIZE = { widthPx: 960, heightPx: 540 };
const viewport = { width: SIZE.widthPx, height: SIZE.heightPx };
/** Both windows are in view, whatever the machine has for a desktop. */
const IN_VIEW = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Takes `changes` times nine seconds. */
export function inStep(changes: number): Bench {
  return async () => {
    const controller = await startPicturedController(nineSeconds(), { now: Date.now, size: SIZE });
    const browser = await launchBrowser(IN_VIEW);
    const boards = await Promise.all(
      ['board', 'board-2'].map((id) => openBoard(browser, { controller, id })),
    );
    const coming = comingSlots(controller, changes);
    const bare = await Promise.all([openBare(browser, coming), openBare(browser, coming)]);
    const lastMs = coming.at(-1)?.endMs ?? 0;
    await boards[0]?.waitForTimeout(lastMs - Date.now());
    const wanted = coming.map(({ startMs }) => String(startMs));
    const [ours, limit] = [await skews(boards, wanted), await skews(bare, wanted)];
    await browser.close();
    await controller.stop();
    const limitName = 'two bare pages, setTimeout + requestAnimationFrame';
    const p99 = { ours: percentile(ours, 0.99), unit: 'ms' };
    return [
      ...[0.5, 0.99].map((p) => ({
        ...{ name: `in-step p${String(p * 100)}`, ours: percentile(ours, p), unit: 'ms' },
        ...{ limit: percentile(limit, p), limitName, atMost: null },
      })),
      { name: 'in-step p99', ...p99, limit: FRAME_MS, limitName: 'one frame', atMost: 1 },
    ];
  };
}

function nineSeconds(): Manifest {
  return loopOf([], {
    calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
    shops: SHOPS.map((id) => aShop(id)),
    slides: SHOPS.map((id) => aSlide(id, { shopId: id, dwellMs: DWELL_MS })),
    bookings: SHOPS.map((id) => aBooking(id, { shopId: id })),
  });
}

async function openBoard(
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

function comingSlots({ context }: TestController, count: number): readonly Slot[] {
  const { manifests } = context;
  const offsets = manifests.ofScreen('board')?.manifest.calendar.offsets ?? [];
  const today = dateAt(offsets, Date.now());
  const slots = [today, addDays(today, 1)].flatMap((date) => manifests.planOf('board', date) ?? []);
  return slots.filter(({ startMs }) => startMs > Date.now()).slice(0, count);
}

/** Fades from colour to colour as a board does, half a slot after the start of each. */
async function openBare(browser: Browser, slots: readonly Slot[]): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await watchFades(page, 'div');
  await page.goto('data:text/html,<!doctype html><main></main>');
  const starts = slots.map(({ startMs }) => startMs);
  await page.evaluate(swapAt, { starts, laterMs: DWELL_MS / 2 });
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

/** Of each change in `wanted`, how long one page drew it after the other, milliseconds. */
async function skews(pages: readonly Page[], wanted: readonly string[]): Promise<number[]> {
  const [one, other] = await Promise.all(pages.map((page) => allPainted(page)));
  return wanted.map((value) => {
    const apart = (one?.get(value) ?? NaN) - (other?.get(value) ?? NaN);
    if (Number.isNaN(apart))
      throw new Error(`a page did not show the slot that starts at ${value}`);
    return Math.abs(apart);
  });
}
