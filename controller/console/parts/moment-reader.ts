import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Moment } from '../../../shared/protocol/http/planning.ts';
import type { Refusal } from '../../../shared/problem.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { refusalOf } from '../link/cell.ts';
import { holds } from './moment-span.ts';

export interface MomentQuestion {
  readonly screenId: string;
  readonly at: EpochMs;
}

/** Between two askings while the instant moves on. */
const APART_MS = 200;

/**
 * The moment that its host looks at. One request at a time; of what was wanted meanwhile only the newest is asked
 * next. The answer before stays until then, and serves for all of its slot.
 */
export class MomentReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: (question: MomentQuestion) => Promise<Moment>;
  #screenId = '';
  #sources: readonly unknown[] = [];
  #wanted: MomentQuestion | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  moment: Moment | undefined;
  refusal: Refusal | undefined;

  constructor(host: ReactiveControllerHost, ask: (question: MomentQuestion) => Promise<Moment>) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  /** Whether what is held is of another instant than was wanted last. */
  get isOld(): boolean {
    return this.#wanted !== undefined;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wanted = undefined;
  }

  /** To be called before every rendering. Asks again for the same when one of `sources` is another than before. */
  put(question: MomentQuestion | undefined, sources: readonly unknown[]): void {
    const isSame = sources.every((one, index) => one === this.#sources[index]);
    if (question?.screenId !== this.#screenId) this.moment = undefined;
    this.#screenId = question?.screenId ?? '';
    this.#sources = sources;
    if (!question) return;
    const { moment } = this;
    if (isSame && moment && holds(moment, question.at)) this.#wanted = undefined;
    else this.#want(question);
  }

  /** Asks what was refused once more, at the next rendering. */
  again(): void {
    this.refusal = undefined;
    this.#host.requestUpdate();
  }

  #want(question: MomentQuestion): void {
    const isSame = this.#wanted?.at === question.at && this.#wanted.screenId === question.screenId;
    if (isSame && this.refusal) return;
    this.#wanted = question;
    if (this.#isAsking || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#run();
      },
      this.moment ? APART_MS : 0,
    );
  }

  async #run(): Promise<void> {
    const question = this.#wanted;
    if (!question) return;
    this.#isAsking = true;
    try {
      const moment = await this.#ask(question);
      if (question.screenId === this.#screenId) [this.moment, this.refusal] = [moment, undefined];
      if (this.#wanted === question) this.#wanted = undefined;
    } catch (error) {
      // What is wanted by now has not been asked yet.
      this.refusal = this.#wanted === question ? refusalOf(error) : undefined;
    } finally {
      this.#isAsking = false;
      this.#host.requestUpdate();
    }
  }
}
