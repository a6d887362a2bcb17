/** Asks and looks at the page again and again, until something is wrong with it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardPage } from './board-page.ts';
import { DevtoolsTimeout } from './devtools-pipe.ts';
import type { GlassWatch, Trouble } from './glass-watch.ts';
import type { PageState } from './page-probe.ts';
import type { LauncherTimes } from './times.ts';

export interface WatchOptions {
  readonly page: BoardPage;
  readonly glass: GlassWatch;
  readonly times: LauncherTimes;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Resolves with what needs mending, or with null when `signal` ends it. Rejects when the browser is gone. */
export async function watchPage(options: WatchOptions): Promise<Trouble | null> {
  const { page, times, signal } = options;
  const crashed = page.crashed.then((): Trouble => ({
    kind: 'crash',
    message: "the page's process died",
  }));
  const look: Look = { pictureAt: 0, retryAt: 0, retryMs: times.retryMs };
  while (!signal.aborted) {
    const trouble = await Promise.race([crashed, lookOnce(options, look)]);
    if (trouble) return trouble;
    await sleep(times.beatMs, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

/** When something is due next, on the clock that only runs forward. */
interface Look {
  pictureAt: number;
  retryAt: number;
  retryMs: number;
}

async function lookOnce(options: WatchOptions, look: Look): Promise<Trouble | null> {
  const { page, glass, times, log } = options;
  try {
    const state = await page.state(times.hangMs);
    if (!state) return null;
    if (state.isHolding || !page.isOurs(state.url)) {
      await callUpAgain(options, look, state);
      return null;
    }
    look.retryMs = times.retryMs;
    const trouble =
      glass.seeState(state, performance.now()) ?? (await lookAtPicture(options, look));
    if (!trouble?.isKnown) return trouble;
    log(`${trouble.kind} as before, which a new start did not help: ${trouble.message}`);
    return null;
  } catch (error) {
    if (!(error instanceof DevtoolsTimeout)) throw error;
    return { kind: 'hang', message: `the page did not answer for ${times.hangMs / 1000} s` };
  }
}

/** The board's page could not be had, or something of the browser's own has taken its place. */
async function callUpAgain(options: WatchOptions, look: Look, state: PageState): Promise<void> {
  const { page, glass, times, log } = options;
  const now = performance.now();
  if (now >= look.retryAt) {
    look.retryAt = now + look.retryMs;
    look.retryMs = Math.min(times.longestRetryMs, 2 * look.retryMs);
    glass.restart();
    await page.navigate();
  } else if (!state.isHolding) {
    log(`took ${state.url} off the glass`);
    await page.hold();
  }
}

async function lookAtPicture(options: WatchOptions, look: Look): Promise<Trouble | null> {
  const { page, glass, times } = options;
  if (performance.now() < look.pictureAt) return null;
  look.pictureAt = performance.now() + times.lookMs;
  try {
    const picture = await page.smallPicture();
    return glass.seePicture(picture, performance.now());
  } catch {
    // No frame came: the question whether frames are drawn finds it out as well, and more surely.
    return null;
  }
}
