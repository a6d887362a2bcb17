/** Runs work at most once at a time; asked again meanwhile, it runs exactly once more afterwards. */
export class SingleFlight {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;

  /** `work` must not reject. */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Resolves when nothing is left to do. */
  run(): Promise<void> {
    if (this.#running) this.#again = true;
    else this.#running = this.#loop();
    return this.#running;
  }

  async #loop(): Promise<void> {
    do {
      this.#again = false;
      await this.#work();
    } while (this.#again);
    this.#running = null;
  }
}
