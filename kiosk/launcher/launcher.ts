/** Keeps one browser with the board's page running, whatever happens to it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LauncherFacts, PageToLauncher } from '../../shared/protocol/launcher.ts';
import { BoardPage } from './board-page.ts';
import { Browser } from './browser.ts';
import type { Device } from './device.ts';
import type { FaultBox } from './fault-box.ts';
import { GlassWatch, type Trouble } from './glass-watch.ts';
import { RestartPlan } from './restart-plan.ts';
import type { Settings } from './settings.ts';
import type { LauncherTimes } from './times.ts';
import { watchPage } from './watch-page.ts';

export interface LauncherOptions {
  readonly settings: Settings;
  readonly times: LauncherTimes;
  readonly device: Device;
  readonly faults: FaultBox;
  readonly version: string;
  readonly log: (line: string) => void;
  /** The PC's clock, epoch ms. */
  readonly now: () => number;
}

const DYING_MS = 1_000;

export class Launcher {
  readonly #options: LauncherOptions;
  readonly #plan: RestartPlan;
  readonly #glass: GlassWatch;
  readonly #stopping = new AbortController();
  #browser: Browser | null = null;
  #page: BoardPage | null = null;
  #toldFacts = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LauncherOptions) {
    this.#options = options;
    this.#plan = new RestartPlan(options.times);
    this.#glass = new GlassWatch(options.times);
  }

  /** The page that is on now; null while the browser starts. */
  get page(): BoardPage | null {
    return this.#page;
  }

  get browserPid(): number | undefined {
    return this.#browser?.pid;
  }

  /** Resolves after `stop`. Never rejects. */
  async run(): Promise<void> {
    this.#timer = setInterval(() => this.#tellAgain(), this.#options.times.tellMs);
    while (!this.#isStopping()) await this.#runBrowser();
    clearInterval(this.#timer);
  }

  /** Ends the browser in good order. `run` resolves when it has gone. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#browser?.close();
  }

  /** One browser, from its start until another one is needed. */
  async #runBrowser(): Promise<void> {
    const { settings, log } = this.#options;
    const browser = new Browser(settings);
    this.#browser = browser;
    log(`started the browser, process ${browser.pid ?? 'none'}`);
    const died = browser.exited.then((how): Trouble => ({
      kind: 'crash',
      message: `the browser ${how}`,
    }));
    let trouble: Trouble | null = null;
    try {
      trouble = await Promise.race([died, this.#keepPage(browser, died)]);
    } catch (error) {
      // Of a browser that dies, the pipe breaks before its end is told.
      trouble = (await Promise.race([died, sleep(DYING_MS, null)])) ?? {
        kind: 'build',
        message: `the browser does not answer: ${wordsOf(error)}`,
      };
    }
    this.#page = null;
    if (this.#isStopping()) await browser.close();
    else await browser.kill();
    this.#browser = null;
    if (trouble) await this.#mend(trouble, null);
  }

  /** Opens the page and mends it; resolves when a new browser is needed, or at the end. */
  async #keepPage(browser: Browser, died: Promise<Trouble>): Promise<Trouble | null> {
    const { settings, times, log } = this.#options;
    const page = await BoardPage.open(browser, {
      boardUrl: settings.boardUrl,
      onMessage: (message) => void this.#answer(message).catch(() => undefined),
      log,
    });
    await page.cover(settings.window).catch((error: unknown) => {
      log(`the window cannot be made larger: ${wordsOf(error)}`);
    });
    for (;;) {
      this.#page = page;
      this.#glass.restart();
      await page.navigate();
      const trouble = await Promise.race([
        died,
        watchPage({ page, glass: this.#glass, times, log, signal: this.#stopping.signal }),
      ]);
      if (!trouble || this.#isStopping()) return null;
      // That of the browser itself is mended where it was started.
      if (trouble === (await Promise.race([died, Promise.resolve(null)]))) return trouble;
      if ((await this.#mend(trouble, page)) === 'browser') return null;
    }
  }

  /** Notes the trouble, pauses, and makes the page ready to be called up again. */
  async #mend(trouble: Trouble, page: BoardPage | null): Promise<'page' | 'browser'> {
    const { log, faults, now } = this.#options;
    const jpegBase64 = page && trouble.kind !== 'crash' ? await pictureOf(page) : null;
    const hasDied = page && trouble.kind === 'crash';
    const restart = this.#plan.next(performance.now(), hasDied ? 'page-died' : 'other');
    const loop = restart.isLoop ? 'again and again: ' : '';
    const message = `${loop}${trouble.message}`.slice(0, 500);
    log(
      `${trouble.kind}: ${message}; restarting the ${page ? restart.what : 'browser'} in ${restart.waitMs} ms`,
    );
    faults.keep({ id: randomUUID(), kind: trouble.kind, at: now(), message, jpegBase64 });
    if (page && trouble.kind === 'hang') await endHung(page);
    if (page && restart.waitMs > 0) await page.hold().catch(() => undefined);
    await sleep(restart.waitMs, undefined, { signal: this.#stopping.signal }).catch(
      () => undefined,
    );
    return restart.what;
  }

  async #answer(message: PageToLauncher): Promise<void> {
    const { faults, device } = this.#options;
    if (message.type === 'screenshot') await this.#sendScreenshot(message.id);
    else if (message.type === 'fault-handled') faults.handled(message.id);
    else if (message.type === 'hello') await this.#tellAll();
    else {
      await device.setBrightness(message.percent);
      await this.#tellFacts();
    }
  }

  async #sendScreenshot(id: string): Promise<void> {
    const page = this.#page;
    if (!page) return;
    try {
      const jpegBase64 = await page.picture();
      await page.say({ type: 'screenshot', id, jpegBase64, takenAt: this.#options.now() });
    } catch (error) {
      await page.say({ type: 'screenshot-failed', id, message: wordsOf(error).slice(0, 500) });
    }
  }

  #tellAgain(): void {
    if (JSON.stringify(this.#facts()) !== this.#toldFacts) void this.#tellFacts();
    void this.#tellFaults();
  }

  async #tellAll(): Promise<void> {
    await this.#tellFacts();
    await this.#tellFaults();
  }

  async #tellFacts(): Promise<void> {
    const facts = this.#facts();
    this.#toldFacts = JSON.stringify(facts);
    await this.#page?.say({ type: 'facts', facts }).catch(() => undefined);
  }

  async #tellFaults(): Promise<void> {
    for (const fault of this.#options.faults.faults) {
      await this.#page?.say({ type: 'fault', fault }).catch(() => undefined);
    }
  }

  #facts(): LauncherFacts {
    const { device, version } = this.#options;
    const { brightnessPercent } = device;
    return { version, temperatureC: device.temperatureC(), brightnessPercent };
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}

/** The picture of a fault; null where none can be had quickly, since the mending waits for it. */
async function pictureOf(page: BoardPage): Promise<string | null> {
  return page.picture(2_000).catch(() => null);
}

/** Its process is ended; a page that only its browser can end is left to the next look. */
async function endHung(page: BoardPage): Promise<void> {
  try {
    await page.killRenderers();
    await Promise.race([page.crashed, sleep(2_000)]);
  } catch {
    // The browser hangs as well: then calling the page up fails, and a new browser comes.
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
