/** Tells the controller what goes wrong on the board; never the passers-by. */
import { slideTexts } from '../../shared/content/slide-texts.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { KioskProblem } from './socket-link.ts';

/** The same trouble is told once in this time. */
const QUIET_MS = 60_000;
const MAX_REMEMBERED = 100;

export class Reporter {
  readonly #send: (problem: KioskProblem) => boolean | undefined;
  readonly #monotonicMs: () => number;
  readonly #toldAt = new Map<string, number>();
  readonly #misfits = new Set<string>();
  #owed: readonly KioskProblem[] = [];

  /** `send` says whether it went out. */
  constructor(send: (problem: KioskProblem) => boolean | undefined, monotonicMs: () => number) {
    this.#send = send;
    this.#monotonicMs = monotonicMs;
  }

  /**
   * `slideId` where a slide is to blame; `cause` is anything that was thrown. What nobody hears is owed: a slide that
   * failed is not tried again, and would never be told of.
   */
  report(kind: KioskProblem['kind'], cause: unknown, slideId: string | null = null): void {
    const message = wordsOf(cause).slice(0, 500);
    const key = `${kind}/${slideId ?? ''}/${message}`;
    const now = this.#monotonicMs();
    const before = this.#toldAt.get(key);
    if (before !== undefined && now - before < QUIET_MS) return;
    if (this.#toldAt.size >= MAX_REMEMBERED) this.#toldAt.clear();
    this.#toldAt.set(key, now);
    const problem = { kind, slideId, message };
    if (!this.#send(problem)) this.#owed = [...this.#owed, problem].slice(-MAX_REMEMBERED);
  }

  /** Tells what is owed; to be called when there is a line. */
  settle(): void {
    this.#owed = this.#owed.filter((problem) => !this.#send(problem));
  }

  /** A slide was laid out without some of its texts; told once for each revision. */
  misfit({ id, revisionId, content }: ManifestSlide, omitted: readonly string[]): void {
    const missing = slideTexts(content)
      .filter(({ language }) => language === 'ko')
      .filter(({ text }) => omitted.some((one) => one.includes(text.replace(/\s+/g, ' '))));
    if (missing.length === 0 || this.#misfits.has(revisionId)) return;
    const message = missing.map(({ text }) => text).join(' · ');
    const problem = { kind: 'slide-misfit', slideId: id, revisionId } as const;
    if (this.#send({ ...problem, message: message.slice(0, 500) })) this.#misfits.add(revisionId);
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}
