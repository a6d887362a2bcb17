import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Shop } from '../../../shared/content/shop.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { isCivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { weekdays } from '../app/words.ts';
import { selectField, textField } from './field.ts';

type Closing = Pick<Shop, 'closedNth' | 'closedDates'>;

export class ClosingChange extends Event {
  static readonly type = 'closing-change';
  readonly change: Partial<Closing>;

  constructor(change: Partial<Closing>) {
    super(ClosingChange.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

const nths = ['첫째', '둘째', '셋째', '넷째', '다섯째'];

/** Regular and single closing days of a shop: `<console-closing .closedNth .closedDates @closing-change>`. */
@customElement('console-closing')
export class ConsoleClosing extends LitElement {
  static override styles = look;
  @property({ attribute: false }) closedNth: Closing['closedNth'] = [];
  @property({ attribute: false }) closedDates: Closing['closedDates'] = [];
  @state() private nth = '2';
  @state() private weekday = '0';
  @state() private date = '';

  protected override render() {
    return html`<div class="stack">
      <h3>정기 휴무</h3>
      <div class="row">
        ${selectField({
          id: 'nth',
          label: '매월 몇째',
          value: this.nth,
          choices: nths.map((label, index) => ({ value: `${index + 1}`, label })),
          onInput: (nth) => (this.nth = nth),
        })}
        ${selectField({
          id: 'weekday',
          label: '무슨 요일',
          value: this.weekday,
          choices: weekdays.map((label, index) => ({ value: `${index}`, label: `${label}요일` })),
          onInput: (weekday) => (this.weekday = weekday),
        })}
        <button type="button" @click=${this.#onAddNth}>정기 휴무 더하기</button>
      </div>
      <div class="chips">
        ${this.closedNth.map((one) => {
          const words = `${nths[one.nth - 1] ?? ''} ${weekdays[one.weekday] ?? ''}요일`;
          return html`<button
            type="button"
            aria-label="${words} 휴무 지우기"
            @click=${() => this.#emit({ closedNth: this.closedNth.filter((kept) => kept !== one) })}
          >
            ${words} ✕
          </button>`;
        })}
      </div>
      <h3>하루 쉬는 날</h3>
      <div class="row">
        ${textField({
          id: 'closed-date',
          label: '쉬는 날짜',
          type: 'date',
          value: this.date,
          onInput: (date) => (this.date = date),
        })}
        <button type="button" ?disabled=${!isCivilDate(this.date)} @click=${this.#onAddDate}>
          쉬는 날 더하기
        </button>
      </div>
      <div class="chips">
        ${this.closedDates.map(
          (date) =>
            html`<button
              type="button"
              aria-label="${dottedDate(date)} 휴무 지우기"
              @click=${() =>
                this.#emit({ closedDates: this.closedDates.filter((one) => one !== date) })}
            >
              ${dottedDate(date)} ✕
            </button>`,
        )}
      </div>
    </div>`;
  }

  readonly #onAddNth = () => {
    const added = { nth: Number(this.nth), weekday: Number(this.weekday) };
    const others = this.closedNth.filter(
      ({ nth, weekday }) => nth !== added.nth || weekday !== added.weekday,
    );
    this.#emit({ closedNth: [...others, added] });
  };

  readonly #onAddDate = () => {
    this.#emit({ closedDates: [...new Set([...this.closedDates, this.date])].sort() });
    this.date = '';
  };

  #emit(change: Partial<Closing>): void {
    this.dispatchEvent(new ClosingChange(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-closing': ConsoleClosing;
  }
}
