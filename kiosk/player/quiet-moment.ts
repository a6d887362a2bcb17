import type { Glass } from '../../shared/protocol/events.ts';

/** The moment at which the page may start anew: the end of a turn, or any while none runs. */
export class QuietMoment {
  #callback: (() => void) | null = null;
  #isIdle = false;

  /** Calls back once. */
  wait(callback: () => void): void {
    this.#callback = callback;
    if (this.#isIdle) this.come();
  }

  /** A frame was drawn: on a closed board, or with the slide of the build, no turn runs. */
  painted({ layer, slideId }: Glass): void {
    this.#isIdle = layer === 'off' || (layer === 'house' && slideId === null);
    if (this.#isIdle) this.come();
  }

  /** It is here. Answers whether somebody had waited for it. */
  come(): boolean {
    const callback = this.#callback;
    this.#callback = null;
    callback?.();
    return callback !== null;
  }
}
