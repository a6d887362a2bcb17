/**
 * Two boards on one machine: how far apart they draw the first frame of the same change of their plan. Beside
 * them, halfway between those changes, two bare pages that swap by a timer at instants that they were told.
 */
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { percentile, type Bench } from './figure.ts';
import { allPainted } from './painted.ts';
import {
  comingSlots,
  FRAME_MS,
  IN_VIEW,
  openBare,
  openBoard,
  startChanges,
} from './slot-changes.ts';

/** Takes `changes` times nine seconds. */
export function inStep(changes: number): Bench {
  return async () => {
    const controller = await startChanges();
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
