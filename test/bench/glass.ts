/**
 * A press in the console to the produced frame on the board, through commit and audit, while something
 * full-size moves on the glass; against a bare emit to a minimal page with the same movement.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { startController, temporaryFolder } from '../support/controller-process.ts';
import { setUp } from '../support/console-session.ts';
import { putCookies } from '../support/put-cookies.ts';
import { startBareServer, type BareServer } from './bare-process.ts';
import { buildBarePage } from './bare-pages.ts';
import { percentile, type Bench } from './figure.ts';
import { paintedAt, watchPaint } from './painted.ts';

const ROUNDS = 5;
const PUSHES_PER_ROUND = 40;
/** Uneven, so that pushes fall anywhere in a frame. */
const PAUSE_MS = [37, 53, 71, 89] as const;
/** A person does not send twice in a second: until then the console has redrawn what the push before changed. */
const REST_MS = 600;

export const glass: Bench = async () => {
  const data = temporaryFolder();
  const built = temporaryFolder();
  const controller = await startController({ dataDir: data.path });
  const session = await setUp(controller);
  await buildBarePage('hello', built.path);
  const bare = await startBareServer('socket.io', { folder: built.path });
  // The office's machine has no share in how the board's draws: a browser of its own stands for it.
  const [browser, office] = await Promise.all([launchBrowser(), launchBrowser()]);
  const board = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const console_ = await openConsole(office, controller.origin, session.cookie);
  const link = controller.link('/board#pair=') ?? `${controller.origin}/board`;
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const url = round === 0 ? link : `${controller.origin}/board`;
    ours.push(
      ...(await pushes(board, { url, tag: 'plaza-board' }, (page) => pressAndSee(console_, page))),
    );
    const target = { url: `${bare.origin}/`, tag: 'bare-board' };
    limit.push(
      ...(await pushes(board, target, (page, i) => emitAndSee(bare, page, `bare-${round}-${i}`))),
    );
  }
  await Promise.all([browser.close(), office.close()]);
  await bare.stop();
  await controller.stop();
  data.remove();
  built.remove();
  return [0.5, 0.99].map((p) => ({
    name: `glass p${p * 100}`,
    ours: percentile(ours, p),
    unit: 'ms',
    limit: percentile(limit, p),
    limitName: 'bare emit to an animating Lit page',
    atMost: 1.5,
  }));
};

async function pushes(
  context: BrowserContext,
  target: { url: string; tag: string },
  push: (page: Page, i: number) => Promise<number>,
): Promise<number[]> {
  const page = await context.newPage();
  await watchPaint(page, target.tag, 'data-announcement-id');
  await page.goto(target.url);
  await page.waitForTimeout(4000);
  await page.evaluate(keepMoving);
  const times: number[] = [];
  for (let i = 0; i < PUSHES_PER_ROUND; i++) {
    times.push(await push(page, i));
    await page.waitForTimeout(REST_MS + (PAUSE_MS[i % PAUSE_MS.length] ?? 50));
  }
  await page.close();
  return times;
}

/** A full-size layer that fades to and fro, as a cross-fade does, in both pages. */
function keepMoving(): void {
  const layer = document.createElement('div');
  document.body.append(layer);
  Object.assign(layer.style, {
    position: 'fixed',
    inset: '0',
    pointerEvents: 'none',
    background: 'linear-gradient(90deg, #123, #321)',
  });
  layer.animate([{ opacity: 0.05 }, { opacity: 0.2 }], {
    duration: 500,
    direction: 'alternate',
    iterations: Number.POSITIVE_INFINITY,
  });
}

async function openConsole(browser: Browser, origin: string, cookie: string): Promise<Page> {
  const context = await browser.newContext();
  await putCookies(context, { origin, cookie });
  const page = await context.newPage();
  await page.goto(`${origin}/console`);
  await page.waitForTimeout(1000);
  return page;
}

async function pressAndSee(console_: Page, board: Page): Promise<number> {
  const sent = await console_.evaluate(async () => {
    const at = performance.timeOrigin + performance.now();
    const post = async (path: string, body: unknown): Promise<{ announcement: { id: string } }> => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as { announcement: { id: string } };
    };
    const { announcement } = await post('/api/announcements', {
      level: 'important',
      title: '호우주의보가 발표되었습니다',
      body: '중랑천 산책로에서 나와 주십시오.',
      source: '도봉구청 안전총괄과',
      screens: 'all',
      expiresAt: Date.now() + 3_600_000,
      drill: false,
      corrects: null,
      unblank: false,
    });
    return { at, id: announcement.id };
  });
  const painted = await paintedAt(board, sent.id);
  await console_.evaluate(
    (id) =>
      fetch(`/api/announcements/${id}/clear`, { method: 'POST' }).then(
        (answer) => answer.ok,
        () => false,
      ),
    sent.id,
  );
  return painted - sent.at;
}

async function emitAndSee(bare: BareServer, page: Page, id: string): Promise<number> {
  const at = await bare.broadcast({ announcement: { id, title: '호우주의보가 발표되었습니다' } });
  return (await paintedAt(page, id)) - at;
}
