/** Tells the controller what goes wrong on the board; never the passers-by. */
import type { KioskProblem } from './socket-link.ts';

/** The same trouble is told once in this time. */
const QUIET_MS = 60_000;
const MAX_REMEMBERED = 100;

export class Reporter {
  readonly #send: (problem: KioskProblem) => void;
  readonly #monotonicMs: () => number;
  readonly #toldAt = new Map<string, number>();

  constructor(send: (problem: KioskProblem) => void, monotonicMs: () => number) {
    this.#send = send;
    this.#monotonicMs = monotonicMs;
  }

  /** `slideId` where a slide is to blame; `cause` is anything that was thrown. */
  report(kind: KioskProblem['kind'], cause: unknown, slideId: string | null = null): void {
    const message = wordsOf(cause).slice(0, 500);
    const key = `${kind}/${slideId ?? ''}/${message}`;
    const now = this.#monotonicMs();
    const before = this.#toldAt.get(key);
    if (before !== undefined && now - before < QUIET_MS) return;
    if (this.#toldAt.size >= MAX_REMEMBERED) this.#toldAt.clear();
    this.#toldAt.set(key, now);
    this.#send({ kind, slideId, message });
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
