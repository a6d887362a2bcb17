import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EpochMs } from '../../../shared/time.ts';

/** Between two steps; at 60 times that is one slot. */
const STEP_MS = 250;

/** Moves an instant on, in real time or faster, in whole seconds, until it is paused. */
export class PlayHead implements ReactiveController {
  readonly #onMove: (at: EpochMs) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #speed = 0;

  constructor(host: ReactiveControllerHost, onMove: (at: EpochMs) => void) {
    this.#onMove = onMove;
    host.addController(this);
  }

  /** How many times faster than real time; 0 stands still. */
  get speed(): number {
    return this.#speed;
  }

  hostDisconnected(): void {
    this.pause();
  }

  /** Goes on from `from`, an instant. */
  play(from: EpochMs, speed: number): void {
    this.pause();
    this.#speed = speed;
    const startedAt = performance.now();
    this.#timer = setInterval(() => {
      const passedMs = (performance.now() - startedAt) * speed;
      this.#onMove(Math.floor((from + passedMs) / 1000) * 1000);
    }, STEP_MS);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#speed = 0;
  }
}
