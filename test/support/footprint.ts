/** What a page takes of its PC, once its garbage is gone. Linux only. */
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';

export interface Footprint {
  /** Of the browser's largest renderer (a spare one comes and goes): its own memory, and its part of what is shared. */
  readonly pssMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** `<video>` elements that live, on the page or not. */
  readonly films: number;
}

export async function footprintOf(page: Page): Promise<Footprint> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const films = await livingOf(session, 'HTMLVideoElement');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    const pids = await renderersOf(page);
    return {
      pssMegabytes: Math.round(Math.max(...pids.map(pssOf)) / 1024),
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

function pssOf(pid: number): number {
  const rollup = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]);
}
