import type { LitElement } from 'lit';
import type { Booking } from '../../../shared/content/booking.ts';
import { endBooking, resumeBooking } from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import { doneWords, refusalWords, sendEdit, takeBack, type EditRequest } from './calendar-edits.ts';

interface Work {
  /** Does it; resolves with what takes it back. */
  readonly run: () => Promise<() => Promise<unknown>>;
  readonly words: string;
  /** Draws what was dragged where it was. */
  readonly revert?: (() => void) | undefined;
}

/** Carries out edits one at a time, tells how they went, and takes them back. */
export class BookingEditor {
  readonly #host: LitElement & { readonly desk: Desk };
  readonly #reload: () => Promise<unknown>;
  readonly #action: Action;

  /** `reload` reads again what an edit changes. */
  constructor(host: LitElement & { readonly desk: Desk }, reload: () => Promise<unknown>) {
    this.#host = host;
    this.#reload = reload;
    this.#action = new Action(host);
  }

  /** Until the reply is here, and what it changed. */
  get isBusy(): boolean {
    return this.#action.isBusy;
  }

  async edit(request: EditRequest, revert?: () => void): Promise<void> {
    const { desk } = this.#host;
    await this.#do({
      run: async () => {
        const edited = await sendEdit(desk, request);
        return () => takeBack(desk, edited);
      },
      words: doneWords(request),
      revert,
    });
  }

  async end({ id, name, version }: Booking): Promise<void> {
    const { api } = this.#host.desk;
    const params = { bookingId: id };
    await this.#do({
      run: async () => {
        const ended = await api.call(endBooking, { params, body: { version } });
        return () => api.call(resumeBooking, { params, body: { version: ended.version } });
      },
      words: `‘${name}’ 편성을 끝냈습니다.`,
    });
  }

  async #do({ run, words, revert }: Work): Promise<void> {
    const isDone = await this.#action.run(async () => {
      const takeBack = await run();
      await this.#reload();
      const undo = async () => {
        await takeBack();
        await this.#reload();
      };
      say(this.#host, { text: words, undo });
    });
    if (isDone) return;
    revert?.();
    const { refusal } = this.#action;
    const busy = '앞의 변경을 저장하는 중입니다. 잠시 뒤 다시 해 주십시오.';
    say(this.#host, { text: refusal ? refusalWords(refusal) : busy, tone: 'bad' });
    if (refusal?.code === 'conflict') await this.#reload();
  }
}
