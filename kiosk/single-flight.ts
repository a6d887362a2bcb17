/** Runs work at most once at a time; asked again meanwhile, it runs exactly once more afterwards. */
export class SingleFlight {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | null = null;
  #isWanted = false;

  /** `work` must not reject. */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Resolves when nothing is left to do. */
  run(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#loop();
    return this.#running;
  }

  async #loop(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#work();
    }
    this.#running = null;
  }
}
