/** A board's PC: a real Chromium on a profile of its own, which outlives the browser. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { chromiumFlags, headlessPath } from './chromium.ts';

export interface BoardDevice {
  readonly token: string;
  readonly screenId: string;
}

const VIEWPORT = { width: 600, height: 300 };

export class BoardProfile {
  readonly path = mkdtempSync(join(tmpdir(), 'plaza-profile-'));
  readonly origin: string;
  readonly #device: BoardDevice;
  readonly #prepare: (context: BrowserContext) => Promise<unknown>;
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  /** `prepare` is called with each browser before it opens the board. */
  constructor(options: {
    readonly origin: string;
    readonly device: BoardDevice;
    readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  }) {
    this.origin = options.origin;
    this.#device = options.device;
    this.#prepare = options.prepare ?? (() => Promise.resolve());
  }

  get page(): Page {
    if (!this.#page) throw new Error('the browser does not run');
    return this.#page;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser does not run');
    return this.#context;
  }

  /** Starts the browser and opens the board, which is paired, or another page of the same origin. */
  async start(path = '/board'): Promise<Page> {
    const context = await chromium.launchPersistentContext(this.path, {
      executablePath: headlessPath(),
      args: [...chromiumFlags],
      viewport: VIEWPORT,
    });
    this.#context = context;
    await context.addInitScript(
      ([key, value]) => {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
      },
      ['plaza-device', JSON.stringify(this.#device)] as const,
    );
    await this.#prepare(context);
    this.#page = context.pages()[0] ?? (await context.newPage());
    await this.#page.goto(this.origin + path, { waitUntil: 'commit' });
    return this.#page;
  }

  /** Kills the browser and all its processes at once, as a power cut would. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    for (const pid of this.pids()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended with another one.
      }
    }
    await closed;
    this.#forget();
  }

  /** Ends the browser in good order. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#forget();
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Processes of this browser. */
  pids(): readonly number[] {
    return execFileSync('ps', ['-eo', 'pid=', '--no-headers'], { encoding: 'utf8' })
      .split('\n')
      .map(Number)
      .filter((pid) => pid > 0 && this.#isOurs(pid));
  }

  #isOurs(pid: number): boolean {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes(this.path);
    } catch {
      // It has just ended.
      return false;
    }
  }

  #forget(): void {
    this.#context = null;
    this.#page = null;
  }
}

/** What the board says of its glass. */
export function glassOf(page: Page): Promise<{
  readonly layer: string | null;
  readonly slideId: string | null;
  readonly slotStartMs: number | null;
}> {
  return page.evaluate(() => {
    const board = document.querySelector('plaza-board');
    const start = board?.getAttribute('data-slot-start') ?? null;
    return {
      layer: board?.getAttribute('data-layer') ?? null,
      slideId: board?.getAttribute('data-slide-id') ?? null,
      slotStartMs: start === null ? null : Number(start),
    };
  });
}

/** Waits until some slide is on the glass. */
export async function untilOnAir(page: Page, timeoutMs = 15_000): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('plaza-board')?.hasAttribute('data-layer'),
    undefined,
    { timeout: timeoutMs, polling: 50 },
  );
}

/** Which build the page says that it is of. */
export function buildOf(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.querySelector('[name=plaza-build]')?.getAttribute('content') ?? null,
  );
}
