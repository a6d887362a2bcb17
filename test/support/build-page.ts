/** What a board's page says of its builds and their workers, asked from outside. */
import type { Page } from 'playwright-core';

export interface Builds {
  readonly good: string | null;
  readonly trial: { readonly version: string; readonly starts: number } | null;
  readonly refused: readonly string[];
}

/** What the page does by itself every ten minutes. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });
}

/** In the page: what it asks for again after a minute, it asks for after half a second. */
export function retrySoon(): void {
  const wait = setTimeout;
  const soon = (callback: () => void, ms?: number) => wait(callback, ms === 60_000 ? 500 : ms);
  Object.assign(globalThis, { setTimeout: soon });
}

/** What its worker knows of builds; null where that is nothing yet. */
export async function builds(page: Page): Promise<Builds | null> {
  return page
    .evaluate(async () => {
      const notes = await (await caches.open('plaza-builds')).match('/board/builds.json');
      return (await notes?.json()) as Builds | undefined;
    })
    .then(
      (found) => found ?? null,
      () => null, // The page has just started anew.
    );
}

/** Names of the builds that are kept. */
export function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('plaza-page-')),
  );
}

/** How many frames of the film on the glass were played; 0 where none is on. */
export function playedFrames(page: Page): Promise<number> {
  return page.evaluate(() => {
    const within = (root: ParentNode): HTMLVideoElement[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element instanceof HTMLVideoElement ? [element] : []),
        ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ]);
    const films = within(document).filter(({ paused }) => !paused);
    return Math.max(0, ...films.map((film) => film.getVideoPlaybackQuality().totalVideoFrames));
  });
}

/** Whether a newer build is on its way. */
export function isInstalling(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).installing));
}

/** Whether a newer build is complete and has not taken over. */
export function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting));
}

/** Whether the newest worker has taken over. */
export function isAlone(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.ready;
    const hasTwo = (await caches.keys()).includes('plaza-page-build-2');
    return hasTwo && !installing && !waiting && active?.state === 'activated';
  });
}

/** Run in the page: it does not start anew with a newer worker, as every other page of ours does. */
export function stayWithNewerWorker(): void {
  const { value: listen } = Object.getOwnPropertyDescriptor(
    EventTarget.prototype,
    'addEventListener',
  ) as { value: EventTarget['addEventListener'] };
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...about) {
    if (about[0] !== 'controllerchange') listen.apply(this, about);
  };
}

/** As the worker answers the page. */
export function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(async (asset) => (await fetch(asset)).status, path);
}
