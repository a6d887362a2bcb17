/**
 * Lets a fake clock stand still until a page has really done what it began: answers of the controller,
 * writes to its database, downloads, pictures and frames, none of which follow a fake clock.
 */
import type { BrowserContext, Page } from 'playwright-core';

interface Watched {
  /** What is under way. */
  plazaBusy: Set<unknown>;
  /** The line to the controller, once it is open; the last one where it was cut. */
  plazaLine: WebSocket | null;
  plazaReal: {
    readonly requestAnimationFrame: typeof requestAnimationFrame;
    readonly cancelAnimationFrame: typeof cancelAnimationFrame;
    readonly setTimeout: typeof setTimeout;
  };
}

/** To be called before the context's clock is installed: keeps what is real, and notes what is under way. */
export async function watchWork(context: BrowserContext): Promise<void> {
  await context.addInitScript(noteWork);
  await context.addInitScript(noteLines);
}

/** To be called after the clock was installed: frames come when they are drawn, not when the clock says so. */
export async function keepRealFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { plazaBusy, plazaReal } = globalThis as unknown as Watched;
    globalThis.requestAnimationFrame = (draw) => {
      const frame = plazaReal.requestAnimationFrame((now) => {
        plazaBusy.delete(`frame ${String(frame)}`);
        draw(now);
      });
      plazaBusy.add(`frame ${String(frame)}`);
      return frame;
    };
    globalThis.cancelAnimationFrame = (frame) => {
      plazaBusy.delete(`frame ${String(frame)}`);
      plazaReal.cancelAnimationFrame(frame);
    };
  });
}

/** To be called after the clock was installed: a film plays by the machine's clock, and says so once a second by the fake one. */
export async function keepFilmsGoing(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { value: begin } = Object.getOwnPropertyDescriptor(
      HTMLMediaElement.prototype,
      'play',
    ) as { value: HTMLMediaElement['play'] };
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      const timer = setInterval(() => {
        if (this.isConnected && !this.paused) this.dispatchEvent(new Event('timeupdate'));
        else clearInterval(timer);
      }, 1_000);
      return begin.call(this);
    };
  });
}

/**
 * Resolves when nothing is under way in the page, so that nothing happens until its clock is turned. The
 * controller's heartbeat, which runs by the machine's clock, is then given once.
 */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { plazaBusy, plazaReal, plazaLine } = globalThis as unknown as Watched;
    const layers = () => [
      ...(document.querySelector('plaza-board')?.shadowRoot?.querySelectorAll('plaza-layer') ?? []),
    ];
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await new Promise((resolve) => plazaReal.setTimeout(resolve, 0));
      const seen = layers();
      await Promise.allSettled(seen.map((layer) => layer.ready));
      const isMoving = seen.some((layer) => layer.getAnimations().length > 0);
      if (isMoving || seen.length !== layers().length || plazaBusy.size > 0) quiet = -1;
    }
    plazaLine?.dispatchEvent(new MessageEvent('message', { data: '2' }));
  });
}

/** Resolves when the line to the controller is open. Until then the board's clock must not be turned far. */
export async function untilConnected(page: Page): Promise<void> {
  await page.waitForFunction(() => (globalThis as unknown as Watched).plazaLine !== null);
  await untilStill(page);
}

function noteWork(): void {
  const world = globalThis as unknown as Watched;
  const busy = new Set<unknown>();
  Object.assign(world, {
    plazaBusy: busy,
    plazaLine: null,
    plazaReal: {
      requestAnimationFrame: requestAnimationFrame.bind(globalThis),
      cancelAnimationFrame: cancelAnimationFrame.bind(globalThis),
      setTimeout: setTimeout.bind(globalThis),
    },
  });
  const download = fetch;
  globalThis.fetch = (...request) => {
    const answer = download(...request);
    const done = () => busy.delete(answer);
    busy.add(answer);
    answer.then((response) => response.clone().arrayBuffer()).then(done, done);
    return answer;
  };
  const { value: begin } = Object.getOwnPropertyDescriptor(
    IDBDatabase.prototype,
    'transaction',
  ) as {
    value: IDBDatabase['transaction'];
  };
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...about) {
    const transaction = begin.apply(this, about);
    busy.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => busy.delete(transaction));
    return transaction;
  };
}

/** Of a line to the controller: `42/kiosk,7[…]` asks, `43/kiosk,7[…]` answers it, `40/kiosk,{…}` opens it. */
function noteLines(): void {
  const world = globalThis as unknown as Watched;
  globalThis.WebSocket = class extends WebSocket {
    readonly #asked = new Set<string>();

    constructor(...target: ConstructorParameters<typeof WebSocket>) {
      super(...target);
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const [, kind, number = ''] = /^4([03])\/kiosk,(\d*)/.exec(String(data)) ?? [];
        if (kind === '3') this.#settle(number);
        if (kind === '0') world.plazaLine = this;
      });
      this.addEventListener('close', () => {
        for (const number of [...this.#asked]) this.#settle(number);
      });
    }

    override send(data: string | Blob | BufferSource): void {
      const number = /^42\/kiosk,(\d+)/.exec(typeof data === 'string' ? data : '')?.[1];
      if (number !== undefined) {
        this.#asked.add(number);
        world.plazaBusy.add(`ask ${number}`);
      }
      super.send(data);
    }

    #settle(number: string): void {
      this.#asked.delete(number);
      world.plazaBusy.delete(`ask ${number}`);
    }
  };
}
