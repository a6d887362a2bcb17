import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { longDateTime } from '../../../shared/korean-date.ts';
import {
  dateAt,
  instantOf,
  isCivilDate,
  MINUTE_MS,
  minuteAt,
  type ZoneOffset,
} from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { span } from '../app/words.ts';
import { expiryMinutes, type Expiry } from './announcement-draft.ts';
import { chipsField, textField } from './field.ts';
import { minuteOf, timeText } from './minutes.ts';
import { SEOUL } from './preview-scene.ts';

export class ExpiryChange extends Event {
  static readonly type = 'expiry-change';
  readonly expiry: Expiry;

  constructor(expiry: Expiry) {
    super(ExpiryChange.type, { bubbles: true, composed: true });
    this.expiry = expiry;
  }
}

/** Until when an announcement stays: `<console-expiry .expiry .now .offsets .problem @expiry-change>`. */
@customElement('console-expiry')
export class ConsoleExpiry extends LitElement {
  static override styles = look;
  @property({ attribute: false }) expiry: Expiry = 60;
  @property({ type: Number }) now = 0;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = SEOUL;
  @property({ attribute: false }) problem: string | undefined;

  protected override render() {
    const isOwn = typeof this.expiry !== 'number';
    return html`<div class="stack">
      ${chipsField({
        name: 'expiry',
        label: '언제까지',
        isSingle: true,
        choices: [
          ...expiryMinutes.map((minutes) => ({
            value: `${minutes}`,
            label: span(minutes * MINUTE_MS),
          })),
          { value: 'own', label: '직접 정하기' },
        ],
        chosen: [isOwn ? 'own' : `${this.expiry as number}`],
        problem: isOwn ? undefined : this.problem,
        onInput: ([chosen = '60']) => this.#onChosen(chosen),
      })}
      ${isOwn ? this.#renderOwn() : nothing}
      <p class="soft small">${longDateTime(this.offsets, this.#until())}에 저절로 끝납니다.</p>
    </div>`;
  }

  #renderOwn() {
    const until = this.#until();
    const date = dateAt(this.offsets, until);
    return textField({
      id: 'until',
      label: '끝나는 때',
      type: 'datetime-local',
      value: `${date}T${timeText(minuteAt(this.offsets, until))}`,
      problem: this.problem,
      onInput: (text) => {
        const [day = '', time = ''] = text.split('T');
        if (isCivilDate(day)) this.#emit({ until: instantOf(this.offsets, day, minuteOf(time)) });
      },
    });
  }

  #onChosen(chosen: string): void {
    this.#emit(chosen === 'own' ? { until: this.#until() } : Number(chosen));
  }

  #until(): number {
    return typeof this.expiry === 'number' ? this.now + this.expiry * MINUTE_MS : this.expiry.until;
  }

  #emit(expiry: Expiry): void {
    this.dispatchEvent(new ExpiryChange(expiry));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-expiry': ConsoleExpiry;
  }
}
