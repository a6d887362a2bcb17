import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Refusal } from '../../../shared/problem.ts';
import { refusalOf } from '../link/cell.ts';

/** One thing that a person does and waits for: busy, done or refused. A second click while busy does nothing. */
export class Action implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  isBusy = false;
  refusal: Refusal | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.refusal = undefined;
  }

  /** Runs `work` and keeps what refused it. Resolves to whether it was done. */
  async run(work: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.#set(true, undefined);
    try {
      await work();
      this.#set(false, undefined);
      return true;
    } catch (error) {
      const isCancelled = error instanceof DOMException && error.name === 'AbortError';
      this.#set(false, isCancelled ? undefined : refusalOf(error));
      return false;
    }
  }

  /** What was wrong with the field, or with anything inside it: `content.title` finds `content.title.ko`. */
  problemAt(path: string): string | undefined {
    return this.refusal?.fields.find(
      (field) => field.path === path || field.path.startsWith(`${path}.`),
    )?.message;
  }

  #set(isBusy: boolean, refusal: Refusal | undefined): void {
    this.isBusy = isBusy;
    this.refusal = refusal;
    this.#host.requestUpdate();
  }
}
