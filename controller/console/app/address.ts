import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Browsers refuse addresses that change more often than some hundred times in half a minute. */
const PAUSE_MS = 400;

/** Keeps the address bar at what its host shows, without a step of the way back, once it has stood for a moment. */
export class Address implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hash = '';

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#hash = '';
  }

  /** `hash` is such as `#/moment/plaza-1`; nothing happens once a person has left for another page. */
  put(hash: string): void {
    if (hash === this.#hash) return;
    this.#hash = hash;
    clearTimeout(this.#timer);
    const page = hash.split('/')[1];
    this.#timer = setTimeout(() => {
      if (location.hash.split('/')[1] === page) history.replaceState(null, '', hash);
    }, PAUSE_MS);
  }
}
