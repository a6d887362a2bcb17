import type { EpochMs } from '../../shared/time.ts';

const MAX_REMEMBERED = 2000;

/** When the requests behind recent pushes were accepted, so that receipts get their latency. */
export class Acceptances {
  readonly #atByPush = new Map<string, EpochMs>();

  /** `subject` is an announcement or a manifest, `version` its seq or revision. The oldest are forgotten. */
  remember(subject: string, version: number, at: EpochMs): void {
    this.#atByPush.set(`${subject}/${version}`, at);
    if (this.#atByPush.size <= MAX_REMEMBERED) return;
    const [oldest] = this.#atByPush.keys();
    if (oldest !== undefined) this.#atByPush.delete(oldest);
  }

  /** Undefined when unknown, as after a restart. */
  of(subject: string, version: number): EpochMs | undefined {
    return this.#atByPush.get(`${subject}/${version}`);
  }
}
