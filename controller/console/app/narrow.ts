import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the window is as narrow as a phone's, or as `media` asks; renders its host when that changes. */
export class Narrow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: MediaQueryList;

  constructor(host: ReactiveControllerHost, media = '(width < 700px)') {
    this.#host = host;
    this.#query = matchMedia(media);
    host.addController(this);
  }

  get isOn(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#onChange);
  }

  readonly #onChange = () => this.#host.requestUpdate();
}
