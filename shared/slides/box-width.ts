/** Keeps the width of an element at hand. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class BoxWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer: ResizeObserver;
  #widthPx = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(() => this.#onResize());
    host.addController(this);
  }

  /** CSS pixels; 0 before the first layout. */
  get widthPx(): number {
    return this.#widthPx;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #onResize(): void {
    const widthPx = this.#host.clientWidth;
    if (widthPx === this.#widthPx) return;
    this.#widthPx = widthPx;
    this.#host.requestUpdate();
  }
}
