/** One who takes turns. Only its heap writes `place`. */
export interface Turn {
  /** What it has had, in parts of a turn; whoever has the least is due. */
  pass: number;
  /** Order among equal passes; differs for any two in one heap. */
  readonly rank: number;
  /** Position in its heap. */
  place: number;
}

/** A binary heap of those who take turns, the one that is due first on top: least pass, then least rank. */
export class PassHeap<T extends Turn> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** Undefined when empty. */
  get first(): T | undefined {
    return this.#items.length > 0 ? this.#items[0] : undefined;
  }

  /** All, in no order. */
  get items(): readonly T[] {
    return this.#items;
  }

  push(item: T): void {
    this.#items.push(item);
    this.#rise(item, this.#items.length - 1);
  }

  /** `item` must be in this heap. */
  remove(item: T): void {
    const last = this.#items.pop();
    if (last === undefined || last === item) return;
    this.#settle(last, item.place);
  }

  /** Puts `item` where it belongs after its pass grew or shrank. */
  moved(item: T): void {
    this.#settle(item, item.place);
  }

  /** The one that is due first among those that `accept` takes, looking at no more than `limit` of them. */
  firstThat(accept: (item: T) => boolean, limit: number): T | undefined {
    const first = this.#items[0];
    if (!first || accept(first)) return first;
    const open = [1, 2];
    for (let looked = 1; looked < limit && open.length > 0; looked += 1) {
      const index = this.#takeLeast(open);
      const item = this.#items[index];
      if (item === undefined) continue;
      if (accept(item)) return item;
      open.push(2 * index + 1, 2 * index + 2);
    }
    return undefined;
  }

  #takeLeast(open: number[]): number {
    let least = 0;
    for (let i = 1; i < open.length; i += 1) {
      const a = this.#items[open[i] ?? -1];
      const b = this.#items[open[least] ?? -1];
      if (a && (!b || isBefore(a, b))) least = i;
    }
    return open.splice(least, 1)[0] ?? 0;
  }

  #settle(item: T, index: number): void {
    // An index of -1 would make every access of the array slow.
    const parent = index > 0 ? this.#items[(index - 1) >> 1] : undefined;
    if (parent && isBefore(item, parent)) this.#rise(item, index);
    else this.#sink(item, index);
  }

  #rise(item: T, from: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#items[above];
      if (!parent || !isBefore(item, parent)) break;
      this.#items[index] = parent;
      parent.place = index;
      index = above;
    }
    this.#items[index] = item;
    item.place = index;
  }

  #sink(item: T, from: number): void {
    const items = this.#items;
    let index = from;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= items.length) break;
      let child = items[left];
      if (!child) break;
      let below = left;
      const right = left + 1 < items.length ? items[left + 1] : undefined;
      if (right && isBefore(right, child)) {
        child = right;
        below = left + 1;
      }
      if (!isBefore(child, item)) break;
      items[index] = child;
      child.place = index;
      index = below;
    }
    items[index] = item;
    item.place = index;
  }
}

/** Whether `a` is due before `b`. */
export function isBefore(a: Turn, b: Turn): boolean {
  return a.pass < b.pass || (a.pass === b.pass && a.rank < b.rank);
}
