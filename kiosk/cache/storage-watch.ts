/** Notices when the board's storage stops taking things, and says it once until it takes them again. */
export class StorageWatch {
  readonly #tell: (error: unknown) => void;
  #isFailing = false;

  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Something could not be kept. */
  readonly failed = (error: unknown): void => {
    if (this.#isFailing) return;
    this.#isFailing = true;
    this.#tell(error);
  };

  /** Something was kept. */
  worked(): void {
    this.#isFailing = false;
  }
}
