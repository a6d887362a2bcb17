import type { LitElement, ReactiveController } from 'lit';

/** Calls `onSeen` once, when its host first comes near the visible part of the page. */
export class Seen implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer: IntersectionObserver;

  constructor(host: LitElement, onSeen: () => void) {
    this.#host = host;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#observer.disconnect();
        onSeen();
      },
      { rootMargin: '200px' },
    );
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
