/** A real board page on a clock that a test turns, from one instant at which something happens to the next. */
import type { BrowserContext, Page } from 'playwright-core';
import { MANIFEST_PATH } from '../../shared/protocol/http/device-paths.ts';
import type { EpochMs } from '../../shared/time.ts';
import {
  keepFilmsGoing,
  keepRealFrames,
  untilConnected,
  untilStill,
  watchWork,
} from './standstill.ts';

/** The time of the controller and of all boards. */
export interface WorldClock {
  at: EpochMs;
}

/** What a passer-by sees, and what the board says that it is. */
export interface Glimpse {
  readonly layer: string | null;
  readonly slideId: string | null;
  readonly slotStartMs: number | null;
  /** The heading of the slide that covers the glass; null while it is dark. */
  readonly title: string | null;
}

export interface SteppedBoardOptions {
  readonly origin: string;
  readonly device: { readonly token: string; readonly screenId: string };
  readonly clock: WorldClock;
}

/** The slide comes on, a beat tells it, and when the fade must be over the next slide is built. */
const STEPS_MS = [0, 300, 1200] as const;
export const STEPPED_VIEWPORT = { width: 600, height: 300 };
/** Fades follow the browser's own clock: this many times as fast. */
const FADE_RATE = 100;

export class SteppedBoard {
  readonly page: Page;
  /** What the page threw. */
  readonly errors: string[] = [];
  /** How often the page asked for its whole manifest. */
  pulls = 0;
  readonly #clock: WorldClock;
  #at: EpochMs;
  #wallAheadMs = 0;

  private constructor(page: Page, clock: WorldClock) {
    this.page = page;
    this.#clock = clock;
    this.#at = clock.at;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('request', (request) => {
      if (request.url().endsWith(MANIFEST_PATH)) this.pulls += 1;
    });
  }

  /** Boots at the clock's instant, which stands still until the first slide is on and the controller heard. */
  static async open(context: BrowserContext, options: SteppedBoardOptions): Promise<SteppedBoard> {
    const { origin, device, clock } = options;
    await context.addInitScript(
      ([home = '', paired = '']) => {
        if (location.origin === home) localStorage.setItem('plaza-device', paired);
      },
      [origin, JSON.stringify(device)],
    );
    await stopTime(context, clock.at);
    const board = new SteppedBoard(await context.newPage(), clock);
    await board.page.goto(`${origin}/board`);
    await board.#booted();
    await board.untilConnected();
    return board;
  }

  /** Starts the page anew at the instant at which its clock stands, until its first slide is on. */
  async restart(): Promise<void> {
    await this.setClockOn(0);
    await this.page.reload();
    await this.#booted();
  }

  /** Turns the clock to `at`; what is due on the way happens at its own instant. */
  async to(at: EpochMs): Promise<void> {
    this.#clock.at = at;
    await this.page.evaluate(runFor, at - this.#at);
    this.#at = at;
    await this.still();
  }

  /** Sets the PC's own clock on by so much, or back, beneath the page; its monotonic clock goes on. */
  async setClockOn(ms: number): Promise<void> {
    this.#wallAheadMs += ms;
    await this.page.clock.setSystemTime(this.#at + this.#wallAheadMs);
  }

  async untilConnected(): Promise<void> {
    await untilConnected(this.page);
  }

  /** Turns the clock to the slot that starts at `startMs`, and on until its slide and its successor are ready. */
  async toSlot(startMs: EpochMs): Promise<void> {
    for (const afterMs of STEPS_MS) await this.to(startMs + afterMs);
  }

  /** Waits until the board holds this revision of its manifest. */
  async untilRevision(revision: number): Promise<void> {
    await this.#until('data-manifest-revision', String(revision));
  }

  /** Waits until the glass shows this layer, such as `blank`. */
  async untilLayer(layer: string): Promise<void> {
    await this.#until('data-layer', layer);
  }

  /** Waits until so many pictures are in the board's own store, and its page is in the service worker's. */
  async untilPictures(count: number): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      await navigator.serviceWorker.ready;
      const opening = indexedDB.open('plaza-board');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      for (let found = 0; found < wanted;) {
        const counting = opening.result.transaction('media').objectStore('media').count();
        await new Promise((resolve) => counting.addEventListener('success', resolve));
        found = counting.result;
      }
      opening.result.close();
    }, count);
    await this.still();
  }

  /** Waits until all that the page began is done. */
  async still(): Promise<void> {
    await untilStill(this.page);
  }

  glimpse(): Promise<Glimpse> {
    return this.page.evaluate(() => {
      const board = document.querySelector('plaza-board');
      const layers = [...(board?.shadowRoot?.querySelectorAll('plaza-layer') ?? [])];
      const shown = layers.filter((layer) => getComputedStyle(layer).opacity === '1');
      const slide = shown.at(-1)?.shadowRoot?.querySelector('plaza-slide');
      const template = slide?.shadowRoot?.firstElementChild;
      const title = template?.shadowRoot?.querySelector('h1')?.textContent ?? null;
      const isDark = board?.hasAttribute('data-dark') ?? true;
      const start = board?.getAttribute('data-slot-start') ?? null;
      return {
        layer: board?.getAttribute('data-layer') ?? null,
        slideId: board?.getAttribute('data-slide-id') ?? null,
        slotStartMs: start === null ? null : Number(start),
        title: isDark ? null : title,
      };
    });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #until(attribute: string, value: string): Promise<void> {
    await this.page.waitForFunction(
      ([name, wanted]) =>
        document.querySelector('plaza-board')?.getAttribute(name ?? '') === wanted,
      [attribute, value],
    );
    await this.still();
  }

  async #booted(): Promise<void> {
    await this.page.waitForFunction(() =>
      document.querySelector('plaza-board')?.hasAttribute('data-layer'),
    );
    await this.still();
  }
}

interface Clocked {
  readonly __pwClock: { readonly controller: { runFor(ms: number): Promise<void> } };
}

/** As `page.clock.runFor`, which keeps every call for pages to come: after thousands it is they that fill the browser. */
async function runFor(ms: number): Promise<void> {
  await (globalThis as unknown as Clocked).__pwClock.controller.runFor(ms);
}

/** Here and not by the browser's tools, which keep every animation that they were told of. */
function hastenFades(rate: number): void {
  const { value: animate } = Object.getOwnPropertyDescriptor(Element.prototype, 'animate') as {
    value: Element['animate'];
  };
  Element.prototype.animate = function (this: Element, ...about) {
    const animation = animate.apply(this, about);
    animation.playbackRate = rate;
    return animation;
  };
}

async function stopTime(context: BrowserContext, at: EpochMs): Promise<void> {
  await watchWork(context);
  // It runs until it is stopped, which cannot be done in its past.
  await context.clock.install({ time: at - 60_000 });
  await context.clock.pauseAt(at);
  await context.addInitScript(hastenFades, FADE_RATE);
  await keepRealFrames(context);
  await keepFilmsGoing(context);
}
