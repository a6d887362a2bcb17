import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { includesScreen } from '../../../shared/content/fields.ts';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import type { ExplanationView } from '../../../shared/protocol/http/planning.ts';
import type { EpochMs, ZoneOffset } from '../../../shared/time.ts';
import { Asking } from '../app/asking.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { selectField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { standingWords } from './moment-words.ts';
import { partOf } from './screen-instant.ts';

interface Question {
  readonly screenId: string;
  readonly bookingId: string;
  readonly at: EpochMs;
}

/** Why another booking is not on a board at an instant: `<console-why-not .desk .screenId .at .offsets>`. */
@customElement('console-why-not')
export class ConsoleWhyNot extends LitElement {
  static override styles = [
    look,
    css`
      .answer {
        min-height: 3em;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() screenId = '';
  @property({ type: Number }) at: EpochMs = 0;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = [];
  @state() private bookingId = '';
  protected readonly watch = new Watch(this, () => [this.desk.bookings]);
  readonly #asking = new Asking<Question, ExplanationView>(this, ({ screenId, ...query }) =>
    this.desk.api.call(endpoints.explainBooking, { params: { screenId }, query }),
  );

  protected override willUpdate() {
    const { screenId, bookingId, at } = this;
    this.#asking.put(bookingId === '' ? undefined : { screenId, bookingId, at });
  }

  protected override render() {
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">다른 편성은 왜 아닌가</h2>
      ${selectField({
        id: 'booking',
        label: '편성',
        value: this.bookingId,
        choices: [{ value: '', label: '편성 고르기' }, ...this.#choices()],
        onInput: (value) => (this.bookingId = value),
      })}
      <div class="answer" role="status">${this.#renderAnswer()}</div>
    </section>`;
  }

  #renderAnswer() {
    const { answer, refusal } = this.#asking;
    if (refusal) return refusalNote(refusal);
    if (!answer) return this.bookingId === '' ? nothing : html`<p class="soft">알아보는 중…</p>`;
    return html`<p class="figures">${standingWords(answer, this.offsets, this.at)}</p>
      ${
        answer.slot && answer.state !== 'on-air'
          ? html`<p>
              <a href="#/moment/${partOf(this.screenId, answer.slot.startMs)}">그 차례 보기 →</a>
            </p>`
          : nothing
      }`;
  }

  /** Also those that have ended: the instant may lie in the past. */
  #choices() {
    return (this.desk.bookings.value ?? [])
      .filter(({ screens }) => includesScreen(screens, this.screenId))
      .map(({ id, name, state: standing }) => ({
        value: id,
        label: standing === 'ended' ? `${name} (끝난 편성)` : name,
      }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-why-not': ConsoleWhyNot;
  }
}
