import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Refusal } from '../../../shared/problem.ts';
import { refusalOf } from '../link/cell.ts';

/** Between the last change of what is asked and the asking. */
const PAUSE_MS = 300;

/**
 * Asks again whenever the question changes, a moment after its last change. Only the newest question's reply
 * counts; the old answer stays until then.
 */
export class Asking<Question, Answer> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: (question: Question) => Promise<Answer>;
  #key = '';
  #sources: readonly unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  answer: Answer | undefined;
  refusal: Refusal | undefined;
  /** The answer, if any, is that of an earlier question. */
  isOld = false;

  constructor(host: ReactiveControllerHost, ask: (question: Question) => Promise<Answer>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#key = '';
  }

  /**
   * To be called before every rendering. Undefined asks nothing and forgets the answer. The same question is asked
   * again only when one of `sources`, what else the answer hangs on, is another than before.
   */
  put(question: Question | undefined, sources: readonly unknown[] = []): void {
    const key = question === undefined ? '' : JSON.stringify(question);
    const isSame = key === this.#key && sources.every((one, index) => one === this.#sources[index]);
    if (isSame) return;
    this.#key = key;
    this.#sources = sources;
    clearTimeout(this.#timer);
    this.isOld = question !== undefined;
    if (question === undefined) [this.answer, this.refusal] = [undefined, undefined];
    else this.#timer = setTimeout(() => void this.#run(question), PAUSE_MS);
  }

  /** Asks what was refused once more, at the next rendering. */
  again(): void {
    this.#key = '';
    this.#host.requestUpdate();
  }

  async #run(question: Question): Promise<void> {
    const timer = this.#timer;
    const [answer, refusal] = await this.#ask(question).then(
      (value) => [value, undefined] as const,
      (error: unknown) => [undefined, refusalOf(error)] as const,
    );
    if (timer !== this.#timer || this.#key === '') return;
    this.answer = answer ?? this.answer;
    this.refusal = refusal;
    this.isOld = refusal !== undefined;
    this.#host.requestUpdate();
  }
}
