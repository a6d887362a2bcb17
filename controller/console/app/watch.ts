import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Watchable } from '../link/cell.ts';

/** Renders its host again whenever one of the watched values changes. `pick` is asked before every update. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #pick: () => readonly Watchable[];
  #stops = new Map<Watchable, () => void>();

  constructor(host: ReactiveControllerHost, pick: () => readonly Watchable[]) {
    this.#host = host;
    this.#pick = pick;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const wanted = new Set(this.#pick());
    for (const [watched, stop] of this.#stops) if (!wanted.has(watched)) this.#drop(watched, stop);
    for (const watchable of wanted)
      if (!this.#stops.has(watchable))
        this.#stops.set(
          watchable,
          watchable.subscribe(() => this.#host.requestUpdate()),
        );
  }

  hostDisconnected(): void {
    for (const [watched, stop] of this.#stops) this.#drop(watched, stop);
  }

  #drop(watched: Watchable, stop: () => void): void {
    stop();
    this.#stops.delete(watched);
  }
}
