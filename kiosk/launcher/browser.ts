/** One run of Chromium: its process and the pipe to it. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { chromiumFlags, profileFolder } from './chromium-flags.ts';
import { DevtoolsPipe, type DevtoolsEvent } from './devtools-pipe.ts';
import { prepareProfile } from './profile.ts';
import type { Settings } from './settings.ts';

const LAST_WORDS = 2_000;
const CLOSE_MS = 5_000;

export class Browser {
  readonly pipe: DevtoolsPipe;
  /** Resolves, never rejects, with how it ended and its last words. */
  readonly exited: Promise<string>;
  readonly #process: ChildProcess;
  readonly #listeners = new Set<(event: DevtoolsEvent) => void>();
  #lastWords = '';

  /** Starts it at once. */
  constructor(settings: Settings) {
    prepareProfile(profileFolder(settings));
    this.#process = spawn(settings.chromium, chromiumFlags(settings), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that all of its processes can be ended together.
      detached: true,
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString('utf8')).slice(-LAST_WORDS);
    });
    this.exited = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve(error.message));
      this.#process.once('exit', (code, signal) => resolve(this.#endOf(code, signal)));
    });
    const [, , , output, input] = this.#process.stdio;
    this.pipe = new DevtoolsPipe(input as Readable, output as Writable, (event) => {
      for (const listener of this.#listeners) listener(event);
    });
    void this.exited.then(() => this.pipe.close());
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Answers a function that ends it. */
  listen(listener: (event: DevtoolsEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** In good order, so that nothing of the profile is lost; by force after 5 s. */
  async close(): Promise<void> {
    // It answers by going away.
    this.pipe.call('Browser.close').catch(() => undefined);
    const timer = setTimeout(() => this.#signal('SIGKILL'), CLOSE_MS);
    await this.exited;
    clearTimeout(timer);
    this.#signal('SIGKILL');
  }

  /** At once, with all of its processes. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.exited;
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // The whole group has gone already.
    }
  }

  #endOf(code: number | null, signal: NodeJS.Signals | null): string {
    const how = signal ? `ended by ${signal}` : `ended with code ${code ?? 'none'}`;
    const words = this.#lastWords.trim().split('\n').slice(-3).join(' | ');
    return words === '' ? how : `${how}: ${words}`;
  }
}
