/** Chromium's DevTools over two pipes: JSON messages that end with a zero byte. No port is opened. */
import type { Readable, Writable } from 'node:stream';

export interface DevtoolsEvent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Of the attached page; undefined for the browser's own. */
  readonly sessionId: string | undefined;
}

export type Answer = Readonly<Record<string, unknown>>;

export interface CallOptions {
  readonly sessionId?: string;
  readonly timeoutMs?: number;
}

/** The browser did not answer in time: it hangs, or the page does. */
export class DevtoolsTimeout extends Error {
  override readonly name = 'DevtoolsTimeout';
}

const CALL_MS = 10_000;
const END = 0;

interface Waiting {
  readonly done: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export class DevtoolsPipe {
  readonly #output: Writable;
  readonly #onEvent: (event: DevtoolsEvent) => void;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #parts: Buffer[] = [];
  #isClosed = false;

  /** `input` is what Chromium writes, `output` what it reads. */
  constructor(input: Readable, output: Writable, onEvent: (event: DevtoolsEvent) => void) {
    this.#output = output;
    this.#onEvent = onEvent;
    input.on('data', (chunk: Buffer) => this.#take(chunk));
    input.once('close', () => this.close());
    // A browser that died breaks both pipes; its exit is what is acted upon.
    input.on('error', () => this.close());
    output.on('error', () => this.close());
  }

  /**
   * Calls a DevTools method. Rejects with `DevtoolsTimeout` after `timeoutMs` (10 s unless told), and with
   * what Chromium says where it refuses.
   */
  call(method: string, params: object = {}, options: CallOptions = {}): Promise<Answer> {
    if (this.#isClosed) return Promise.reject(new Error(`${method}: the browser is gone`));
    const id = ++this.#lastId;
    const { sessionId, timeoutMs = CALL_MS } = options;
    return new Promise<Answer>((done, fail) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        fail(new DevtoolsTimeout(`${method}: no answer within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#waiting.set(id, { done, fail, timer });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Rejects whatever still waits. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const { fail, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      fail(new Error('the browser is gone'));
    }
    this.#waiting.clear();
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(END); end >= 0; end = rest.indexOf(END)) {
      this.#parts.push(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      const text = Buffer.concat(this.#parts).toString('utf8');
      this.#parts = [];
      this.#receive(text);
    }
    if (rest.length > 0) this.#parts.push(rest);
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as {
      readonly id?: number;
      readonly method?: string;
      readonly params?: Readonly<Record<string, unknown>>;
      readonly result?: Answer;
      readonly error?: { readonly message: string };
      readonly sessionId?: string;
    };
    if (message.method !== undefined) {
      const { method, params = {}, sessionId } = message;
      this.#onEvent({ method, params, sessionId });
      return;
    }
    const waiting = this.#waiting.get(message.id ?? 0);
    if (!waiting) return;
    this.#waiting.delete(message.id ?? 0);
    clearTimeout(waiting.timer);
    if (message.error) waiting.fail(new Error(message.error.message));
    else waiting.done(message.result ?? {});
  }
}
