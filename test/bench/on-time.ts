/**
 * How long after its boundary a board draws the first frame of the next slide. Beside it, halfway between those
 * changes, a bare page that swaps by a timer at instants that it was told.
 */
import type { Page } from 'playwright-core';
import type { Slot } from '../../shared/protocol/manifest.ts';
import { launchBrowser } from '../support/browser.ts';
import { percentile, type Bench } from './figure.ts';
import { allPainted } from './painted.ts';
import {
  BARE_LATER_MS,
  comingSlots,
  FRAME_MS,
  IN_VIEW,
  openBare,
  openBoard,
  startChanges,
} from './slot-changes.ts';

/** Takes `changes` times nine seconds. */
export function onTime(changes: number): Bench {
  return async () => {
    const controller = await startChanges();
    const browser = await launchBrowser(IN_VIEW);
    const board = await openBoard(browser, { controller, id: 'board' });
    const coming = comingSlots(controller, changes);
    const bare = await openBare(browser, coming);
    await board.waitForTimeout((coming.at(-1)?.endMs ?? 0) - Date.now());
    const [ours, limit] = [
      await delays(board, coming, 0),
      await delays(bare, coming, BARE_LATER_MS),
    ];
    await browser.close();
    await controller.stop();
    const limitName = 'a bare page, setTimeout + requestAnimationFrame';
    const p99 = { name: 'on-time p99', ours: percentile(ours, 0.99), unit: 'ms' };
    return [
      {
        ...{ name: 'on-time p50', ours: percentile(ours, 0.5), unit: 'ms' },
        ...{ limit: percentile(limit, 0.5), limitName, atMost: null },
      },
      { ...p99, limit: percentile(limit, 0.99), limitName, atMost: 1.5 },
      { ...p99, limit: 2 * FRAME_MS, limitName: 'two frames', atMost: 1 },
    ];
  };
}

/** How long after the start of each slot, and `laterMs`, a page drew its change, milliseconds. */
async function delays(page: Page, slots: readonly Slot[], laterMs: number): Promise<number[]> {
  const painted = await allPainted(page);
  return slots.map(({ startMs }) => {
    const at = painted.get(String(startMs));
    if (at === undefined) throw new Error(`the slot that starts at ${startMs} was not shown`);
    return at - startMs - laterMs;
  });
}
