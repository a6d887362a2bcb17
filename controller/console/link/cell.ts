/** Values that elements watch. */
import { Refusal } from '../../../shared/problem.ts';

export interface Watchable {
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export class Cell<T> implements Watchable {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set value(next: T) {
    this.#value = next;
    for (const listener of [...this.#listeners]) listener();
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** What is known of something on the server; an old value stays while it is read again or reading fails. */
export interface Held<T> {
  readonly value: T | undefined;
  readonly refusal: Refusal | undefined;
}

/** Something read from the server: read when first watched, and again when it was said to have changed. */
export class Resource<T> implements Watchable {
  readonly #cell = new Cell<Held<T>>({ value: undefined, refusal: undefined });
  readonly #read: () => Promise<T>;
  #isStale = true;
  #reading: Promise<void> | undefined;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  get held(): Held<T> {
    return this.#cell.value;
  }

  get value(): T | undefined {
    return this.#cell.value.value;
  }

  /** Whether anything was read, or is being read. */
  get hasBegun(): boolean {
    return this.value !== undefined || this.#reading !== undefined;
  }

  subscribe(listener: () => void): () => void {
    const stop = this.#cell.subscribe(listener);
    if (this.#isStale) void this.reload();
    return stop;
  }

  /** Puts in what the server just replied; asks again only where a reading under way may bring older news. */
  put(value: T): void {
    this.#isStale = this.#reading !== undefined;
    this.#cell.value = { value, refusal: undefined };
  }

  /** Reads now if anybody watches, else when somebody does. */
  invalidate(): void {
    this.#isStale = true;
    if (this.#cell.isWatched) void this.reload();
  }

  /** Reads now. One reading at a time; a change during it reads once more. */
  async reload(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readWhileStale();
    await this.#reading;
  }

  async #readWhileStale(): Promise<void> {
    try {
      while (this.#isStale) await this.#readOnce();
    } finally {
      // At once: what changes before this promise's own end is heard of would be read by nobody.
      this.#reading = undefined;
    }
  }

  async #readOnce(): Promise<void> {
    this.#isStale = false;
    try {
      const value = await this.#read();
      this.#cell.value = { value, refusal: undefined };
    } catch (error) {
      this.#cell.value = { value: this.value, refusal: refusalOf(error) };
    }
  }
}

/** Whatever was thrown, in words for a person. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  reportError(error);
  return new Refusal(
    'internal',
    '화면을 처리하다 문제가 생겼습니다. 새로 고친 뒤 다시 시도해 주십시오.',
  );
}

/** The resource under `key`, made by the first who asks for it. */
export function remember<T>(
  map: Map<string, Resource<T>>,
  key: string,
  read: () => Promise<T>,
): Resource<T> {
  const known = map.get(key);
  if (known) return known;
  const made = new Resource(read);
  map.set(key, made);
  return made;
}
