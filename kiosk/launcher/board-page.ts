/** The one page in the browser: calls it up, asks it, pictures it, and talks with it. */
import {
  LAUNCHER_BINDING,
  LAUNCHER_EVENT,
  pageToLauncherSchema,
  type LauncherToPage,
  type PageToLauncher,
} from '../../shared/protocol/launcher.ts';
import type { Browser } from './browser.ts';
import { HOLDING_URL } from './chromium-flags.ts';
import type { Answer, DevtoolsEvent } from './devtools-pipe.ts';
import { PageGuard } from './page-guard.ts';
import { probeExpression, readPageState, type PageState } from './page-probe.ts';
import type { WindowPlace } from './settings.ts';
import { readSmallPicture, type SmallPicture } from './small-picture.ts';
import { Screencast } from './screencast.ts';

export interface BoardPageOptions {
  readonly boardUrl: URL;
  readonly onMessage: (message: PageToLauncher) => void;
  readonly log: (line: string) => void;
}

const TARGET_MS = 20_000;
const DRAWN_MS = 1_500;
const SMALL_PX = 320;
const PICTURE_MS = 8_000;
/** Base64 characters that the page and the controller take. */
const MAX_PICTURE = 4_000_000;
const QUALITIES = [70, 30, 10] as const;

export class BoardPage {
  readonly #browser: Browser;
  readonly #options: BoardPageOptions;
  readonly #sessionId: string;
  readonly #targetId: string;
  readonly #guard: PageGuard;
  readonly #screencast: Screencast;
  #isCrashed = false;
  #onCrash: () => void = () => undefined;

  /** Takes over the page with which the browser starts. Rejects where there is none within 20 s. */
  static async open(browser: Browser, options: BoardPageOptions): Promise<BoardPage> {
    const targetId = await pageTarget(browser);
    const attached = await browser.pipe.call('Target.attachToTarget', { targetId, flatten: true });
    const page = new BoardPage(browser, options, {
      targetId,
      sessionId: String(attached.sessionId),
    });
    await page.#setUp();
    return page;
  }

  private constructor(
    browser: Browser,
    options: BoardPageOptions,
    ids: { readonly targetId: string; readonly sessionId: string },
  ) {
    this.#browser = browser;
    this.#options = options;
    this.#sessionId = ids.sessionId;
    this.#targetId = ids.targetId;
    this.#guard = new PageGuard({
      boardUrl: options.boardUrl,
      browser: (method, params) => browser.pipe.call(method, params),
      page: (method, params) => this.call(method, params),
      pageTargetId: ids.targetId,
      log: options.log,
    });
    this.#screencast = new Screencast((method, params) => this.call(method, params));
    browser.listen((event) => this.#receive(event));
  }

  /** Resolves when the page's process has died, also where it did before. */
  get crashed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isCrashed) resolve();
      else this.#onCrash = resolve;
    });
  }

  /** Calls the board's page up anew. Answers whether it, and not the holding page, is there. */
  async navigate(): Promise<boolean> {
    this.#isCrashed = false;
    const { boardUrl } = this.#options;
    // From the same address, a fragment alone would be no new start of the page.
    if (boardUrl.hash) await this.hold();
    const { errorText } = await this.call('Page.navigate', { url: boardUrl.href });
    return errorText === undefined;
  }

  /** Black instead of whatever is there. */
  async hold(): Promise<void> {
    this.#isCrashed = false;
    await this.call('Page.navigate', { url: HOLDING_URL });
  }

  isOurs(address: string): boolean {
    return this.#guard.isOurs(address);
  }

  /** Null while the page is on its way. Rejects with `DevtoolsTimeout` where it does not answer. */
  async state(timeoutMs: number): Promise<PageState | null> {
    const expression = probeExpression(DRAWN_MS);
    return readPageState(await this.evaluate(expression, timeoutMs).catch(unlessTimeout));
  }

  /** Runs `expression` in the page, and answers its value as plain data. */
  async evaluate(expression: string, timeoutMs = 10_000): Promise<unknown> {
    const answer = await this.call(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      timeoutMs,
    );
    return (answer.result as { readonly value?: unknown } | undefined)?.value;
  }

  /** The whole window, a few hundred pixels wide; also of a page that hangs. */
  async smallPicture(): Promise<SmallPicture> {
    const size = { maxWidth: SMALL_PX, maxHeight: SMALL_PX };
    const png = await this.#screencast.frame({ format: 'png', ...size }, PICTURE_MS);
    return readSmallPicture(Buffer.from(png, 'base64'));
  }

  /** The whole window as a JPEG, in base64; also of a page that hangs. */
  async picture(timeoutMs = PICTURE_MS): Promise<string> {
    for (const quality of QUALITIES) {
      const jpeg = await this.#screencast.frame({ format: 'jpeg', quality }, timeoutMs);
      if (jpeg.length <= MAX_PICTURE) return jpeg;
    }
    throw new Error('the picture is too large to be sent');
  }

  /** Tells the page. Nothing happens where there is none that listens. */
  async say(message: LauncherToPage): Promise<void> {
    const detail = JSON.stringify(JSON.stringify(message));
    await this.call('Runtime.evaluate', {
      expression: `void dispatchEvent(new CustomEvent('${LAUNCHER_EVENT}', { detail: ${detail} }))`,
    });
  }

  /** Ends the page's process, which hangs; `crashed` resolves then. */
  async killRenderers(): Promise<void> {
    const { processInfo } = await this.#browser.pipe.call('SystemInfo.getProcessInfo');
    for (const { type, id } of processInfo as readonly { type: string; id: number }[]) {
      if (type === 'renderer') endProcess(id);
    }
  }

  /** A DevTools method of the page's; see `DevtoolsPipe.call`. */
  call(method: string, params: object = {}, timeoutMs = 10_000): Promise<Answer> {
    return this.#browser.pipe.call(method, params, { sessionId: this.#sessionId, timeoutMs });
  }

  /** Makes the window cover its place whole, where no window manager has done so; null is all of the display. */
  async cover(place: WindowPlace | null): Promise<void> {
    const sizes = await this.evaluate('[innerWidth, innerHeight, screen.width, screen.height]');
    const [isWide = 0, isHigh = 0, widthPx = 0, heightPx = 0] = sizes as readonly number[];
    const wanted = place ?? { leftPx: 0, topPx: 0, widthPx, heightPx };
    if (isWide >= wanted.widthPx && isHigh >= wanted.heightPx) return;
    const { pipe } = this.#browser;
    const { windowId } = await pipe.call('Browser.getWindowForTarget', {
      targetId: this.#targetId,
    });
    // A window of exactly the display's size Chromium makes a pixel smaller, and the board would be scaled.
    const size = { width: wanted.widthPx + 1, height: wanted.heightPx + 1 };
    for (const bounds of [
      { windowState: 'normal' },
      { left: wanted.leftPx, top: wanted.topPx, ...size },
    ]) {
      await pipe.call('Browser.setWindowBounds', { windowId, bounds });
    }
  }

  async #setUp(): Promise<void> {
    await Promise.all(['Page', 'Runtime', 'Inspector'].map((name) => this.call(`${name}.enable`)));
    await this.call('Runtime.addBinding', { name: LAUNCHER_BINDING });
    await this.call('Emulation.setDefaultBackgroundColorOverride', {
      color: { r: 0, g: 0, b: 0, a: 255 },
    });
    await this.#guard.start();
  }

  #receive(event: DevtoolsEvent): void {
    this.#guard.receive(event);
    if (event.sessionId !== this.#sessionId) return;
    const { method, params } = event;
    if (method === 'Inspector.targetCrashed') {
      this.#isCrashed = true;
      this.#onCrash();
    } else if (method === 'Page.screencastFrame') this.#screencast.receive(params);
    else if (method === 'Runtime.bindingCalled') this.#hear(String(params.payload));
  }

  #hear(payload: string): void {
    try {
      this.#options.onMessage(pageToLauncherSchema.parse(JSON.parse(payload)));
    } catch {
      this.#options.log('the page said something that this launcher does not know');
    }
  }
}

async function pageTarget(browser: Browser): Promise<string> {
  const { pipe } = browser;
  const until = performance.now() + TARGET_MS;
  while (performance.now() < until) {
    const { targetInfos } = await pipe.call('Target.getTargets', {}, { timeoutMs: TARGET_MS });
    const page = (targetInfos as readonly { type: string; targetId: string }[]).find(
      ({ type }) => type === 'page',
    );
    if (page) return page.targetId;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the browser opened no page');
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}

/** A page that changes under the question answers nothing; only one that hangs is trouble. */
function unlessTimeout(error: unknown): null {
  if (error instanceof Error && error.name === 'DevtoolsTimeout') throw error;
  return null;
}
