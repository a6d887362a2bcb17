import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Turns the pages of a long text on a timer, round and round; stops with its host. */
export class PageTurner implements ReactiveController {
  /** From 0. */
  page = 0;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Starts anew at the first page, or at `from`. With one page nothing moves. */
  start(pages: number, everyMs: number, from = 0): void {
    this.stop();
    this.#show(from < pages ? from : 0);
    if (pages < 2 || everyMs <= 0) return;
    this.#timer = setInterval(() => this.#show((this.page + 1) % pages), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #show(page: number): void {
    if (page === this.page) return;
    this.page = page;
    this.#host.requestUpdate();
  }
}
