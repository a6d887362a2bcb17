/**
 * What a page takes of its PC, once its garbage is gone. Linux only, and in a browser of `launchLeanBrowser`: what
 * tools keep of a page for whoever asks would count, too.
 */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

export interface Footprint {
  /**
   * Of the browser's largest renderer (a spare one comes and goes): its own memory, and its part of what is shared;
   * without files, as the browser's program is shared with whatever other browsers run meanwhile.
   */
  readonly pssMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** `<video>` elements that live, on the page or not. */
  readonly films: number;
}

export async function footprintOf(page: Page): Promise<Footprint> {
  const session = await page.context().newCDPSession(page);
  try {
    await Promise.all(page.workers().map((worker) => worker.evaluate(collectGarbage)));
    await session.send('HeapProfiler.collectGarbage');
    const films = await livingOf(session, 'HTMLVideoElement');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    const pids = await renderersOf(page);
    return {
      pssMegabytes: Math.round(Math.max(...pids.map(pssOf)) / 100) / 10,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      films,
    };
  } finally {
    await session.detach();
  }
}

/** How many objects of this class are not garbage. */
async function livingOf(session: CDPSession, name: string): Promise<number> {
  const objectGroup = 'footprint';
  const about = { expression: `${name}.prototype`, objectGroup };
  const { result } = await session.send('Runtime.evaluate', about);
  const prototypeObjectId = result.objectId ?? '';
  const { objects } = await session.send('Runtime.queryObjects', {
    ...{ prototypeObjectId, objectGroup },
  });
  const { result: own } = await session.send('Runtime.getProperties', {
    ...{ objectId: objects.objectId ?? '', ownProperties: true },
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(own.find((property) => property.name === 'length')?.value?.value);
}

async function renderersOf(page: Page): Promise<readonly number[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser cannot be asked');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** In kilobytes. */
function pssOf(pid: number): number {
  const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
  const parts = [...rollup.matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB$/gm)];
  return parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0);
}

/** The tools of a page leave the garbage of its workers lying, which is let grow to some ten megabytes. */
function collectGarbage(): void {
  (globalThis as unknown as { gc: () => void }).gc();
}
