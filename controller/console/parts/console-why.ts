import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Booking } from '../../../shared/content/booking.ts';
import { includesScreen } from '../../../shared/content/fields.ts';
import { explainBooking, type ExplanationView } from '../../../shared/protocol/http/planning.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { explanationWords } from '../app/reason-words.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { refusalOf } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { offsetsOf } from './place-time.ts';

const TICK_MS = 1000;
/** An answer is asked for again when what it tells of has come, and at the latest then. */
const STALE_MS = 60_000;
const LEAST_MS = 5000;

interface Answer {
  /** Undefined when the screen could not be asked: `words` say why. */
  readonly explanation: ExplanationView | undefined;
  readonly words: string;
  readonly againAt: EpochMs;
}

/** When a saved booking plays on each of its boards, and if not, why (S11): `<console-why .desk .booking>`. */
@customElement('console-why')
export class ConsoleWhy extends LitElement {
  static override styles = [
    look,
    css`
      dl {
        display: grid;
        gap: 10px;
      }

      dt {
        color: var(--soft);
        font-size: 0.875rem;
      }

      dd {
        font-weight: 600;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) booking!: Booking;
  @state() private answers: ReadonlyMap<string, Answer> = new Map();
  protected readonly tick = new Tick(this, TICK_MS);
  protected readonly watch = new Watch(this, () => [this.desk.screens]);
  readonly #asking = new Set<string>();
  #version = 0;

  protected override willUpdate() {
    if (this.#version !== this.booking.version) this.answers = new Map();
    this.#version = this.booking.version;
    for (const { id } of this.#screens()) {
      const isDue = (this.answers.get(id)?.againAt ?? 0) <= this.desk.now();
      if (isDue && !this.#asking.has(id)) void this.#ask(id);
    }
  }

  protected override render() {
    const screens = this.#screens();
    if (screens.length === 0) return nothing;
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">언제 나오나</h2>
      <dl>
        ${screens.map(({ id, name }) => {
          const answer = this.answers.get(id);
          const isOn = answer?.explanation?.state === 'on-air';
          return html`<div>
            <dt>${name}</dt>
            <dd class="figures ${isOn ? 'good' : ''}">${answer?.words ?? '알아보는 중…'}</dd>
          </div>`;
        })}
      </dl>
    </section>`;
  }

  async #ask(screenId: string): Promise<void> {
    this.#asking.add(screenId);
    const { id: bookingId, version } = this.booking;
    const at = this.desk.now();
    let answer: Answer;
    try {
      const explanation = await this.desk.api.call(explainBooking, {
        params: { screenId },
        query: { bookingId, at },
      });
      const words = explanationWords(explanation, offsetsOf(this.desk, screenId), at);
      answer = { explanation, words, againAt: againAt(explanation, at) };
    } catch (error) {
      const words = refusalOf(error).message;
      answer = { explanation: undefined, words, againAt: at + STALE_MS };
    }
    this.#asking.delete(screenId);
    if (version === this.booking.version)
      this.answers = new Map(this.answers).set(screenId, answer);
  }

  #screens() {
    return (this.desk.screens.value ?? [])
      .map(({ screen }) => screen)
      .filter(({ id }) => includesScreen(this.booking.screens, id));
  }
}

/** When a slot that is on ends, or the next one begins; between `LEAST_MS` and `STALE_MS` from `at`. */
function againAt({ state, slot }: ExplanationView, at: EpochMs): EpochMs {
  const turns = state === 'on-air' ? slot?.endMs : slot?.startMs;
  return Math.min(at + STALE_MS, Math.max(at + LEAST_MS, turns ?? Infinity));
}

declare global {
  interface HTMLElementTagNameMap {
    'console-why': ConsoleWhy;
  }
}
