/** A page that nobody sees draws no frame. */
const WAIT_MS = 2_000;

/** When what must not compete with the first frame may begin: with that frame, or soon. */
export class FirstFrame {
  readonly settled: Promise<void>;
  /** Resolves with that frame; never on a page that nobody sees. */
  readonly isDrawn: Promise<void>;
  #settle: () => void = () => undefined;
  #draw: () => void = () => undefined;

  constructor() {
    this.isDrawn = new Promise((resolve) => {
      this.#draw = resolve;
    });
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
      setTimeout(resolve, WAIT_MS);
    });
  }

  /** To be called with every frame. */
  drawn(): void {
    this.#settle();
    this.#draw();
  }
}
