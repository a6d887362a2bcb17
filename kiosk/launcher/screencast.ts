/**
 * Single frames of the glass. Not by `Page.captureScreenshot`, which waits for the page: a picture of one
 * that hangs is wanted most, and a scaled one would redraw the window in sight of everybody.
 */
import type { Call } from './page-guard.ts';

export type FrameFormat =
  | { readonly format: 'png'; readonly maxWidth: number; readonly maxHeight: number }
  | { readonly format: 'jpeg'; readonly quality: number };

/** How the base64 of each begins. */
const BEGINS = { png: 'iVBOR', jpeg: '/9j/' } as const;

export class Screencast {
  readonly #call: Call;
  #last: Promise<unknown> = Promise.resolve();
  #onFrame: (data: string) => void = () => undefined;

  constructor(call: Call) {
    this.#call = call;
  }

  /** One frame in base64, one after the other. Rejects where none came within `timeoutMs`. */
  frame(format: FrameFormat, timeoutMs: number): Promise<string> {
    const frame = this.#last.then(() => this.#take(format, timeoutMs));
    this.#last = frame.catch(() => undefined);
    return frame;
  }

  /** Of the event `Page.screencastFrame`. */
  receive({ data, sessionId }: Readonly<Record<string, unknown>>): void {
    // The browser goes on only after this; it may have stopped by now.
    this.#call('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    this.#onFrame(String(data));
  }

  async #take(format: FrameFormat, timeoutMs: number): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const frame = new Promise<string>((resolve, reject) => {
      this.#onFrame = (data) => {
        // A late frame of the call before may be of the other kind.
        if (data.startsWith(BEGINS[format.format])) resolve(data);
      };
      timer = setTimeout(() => {
        reject(new Error(`no frame of the glass within ${timeoutMs} ms`));
      }, timeoutMs);
    });
    try {
      this.#call('Page.startScreencast', format).catch(() => undefined);
      return await frame;
    } finally {
      clearTimeout(timer);
      this.#onFrame = () => undefined;
      this.#call('Page.stopScreencast').catch(() => undefined);
    }
  }
}
