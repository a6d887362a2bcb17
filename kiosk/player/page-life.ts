/** Tells a page that crashed from one that ended in good order, and from a browser that is gone as a whole. */

type TabMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'plaza-page';

/**
 * The memory of a tab outlives its pages, but not the browser: a page that is still named there did not say
 * goodbye, though its browser lives.
 */
export class PageLife {
  /** The page that crashed in this tab right before this one; null for none. */
  readonly crashed: string | null;
  readonly #memory: TabMemory;

  /** `page` names the page that begins. */
  constructor(memory: TabMemory, page: string) {
    this.#memory = memory;
    this.crashed = this.#swap(page);
  }

  /** The page ends because it was asked to. */
  endOrderly(): void {
    this.#swap(null);
  }

  #swap(page: string | null): string | null {
    try {
      const before = this.#memory.getItem(KEY);
      if (page === null) this.#memory.removeItem(KEY);
      else this.#memory.setItem(KEY, page);
      return before;
    } catch {
      // Refused: then no crash is known.
      return null;
    }
  }
}
