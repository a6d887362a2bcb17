import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Shop } from '../../../shared/content/shop.ts';
import { addDays, isCivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { weekdays } from '../app/words.ts';
import { dateRuns, datesOf, runWords, type DateRun } from './date-runs.ts';
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
const MAX_DAYS = 60;
/** What most shops of a street agree on, by one tap. */
const usual: readonly { readonly label: string; readonly closing: Closing['closedNth'] }[] = [
  { label: '둘째·넷째 일요일', closing: both(2, 4, 0) },
  { label: '첫째·셋째 일요일', closing: both(1, 3, 0) },
  { label: '둘째·넷째 월요일', closing: both(2, 4, 1) },
];

/** Regular and single closing days of a shop: `<console-closing .closedNth .closedDates @closing-change>`. */
@customElement('console-closing')
export class ConsoleClosing extends LitElement {
  static override styles = look;
  @property({ attribute: false }) closedNth: Closing['closedNth'] = [];
  @property({ attribute: false }) closedDates: Closing['closedDates'] = [];
  @state() private nth = '2';
  @state() private weekday = '0';
  @state() private date = '';
  @state() private until = '';

  protected override render() {
    return html`<div class="stack">${this.#renderRegular()} ${this.#renderSingle()}</div>`;
  }

  #renderRegular() {
    const offered = usual.filter(({ closing }) => !closing.every((one) => this.#has(one)));
    return html`<h2>정기 휴무</h2>
      <div class="chips">
        ${offered.map(
          ({ label, closing }) =>
            html`<button type="button" @click=${() => this.#addNths(closing)}>
              매월 ${label} 쉼
            </button>`,
        )}
      </div>
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
      </div>`;
  }

  #renderSingle() {
    const run = this.#typedRun();
    return html`<h2>날짜로 쉬는 날</h2>
      <div class="fields">
        ${textField({
          id: 'closed-date',
          label: '쉬는 첫날',
          type: 'date',
          value: this.date,
          onInput: (date) => (this.date = date),
        })}
        ${textField({
          id: 'closed-until',
          label: '쉬는 마지막 날 (선택)',
          type: 'date',
          hint: '하루만 쉬면 비워 두십시오.',
          value: this.until,
          problem: typeof run === 'string' ? run : undefined,
          onInput: (until) => (this.until = until),
        })}
      </div>
      <div>
        <button type="button" ?disabled=${typeof run !== 'object'} @click=${this.#onAddDates}>
          쉬는 날 더하기
        </button>
      </div>
      <div class="chips">
        ${dateRuns([...this.closedDates].sort()).map((closed) => {
          const words = runWords(closed);
          return html`<button
            type="button"
            aria-label="${words} 휴무 지우기"
            @click=${() => this.#onRemove(closed)}
          >
            ${words} ✕
          </button>`;
        })}
      </div>`;
  }

  /** Undefined while no whole date is typed; a string says what is wrong. */
  #typedRun(): DateRun | string | undefined {
    if (!isCivilDate(this.date)) return undefined;
    const to = isCivilDate(this.until) ? this.until : this.date;
    if (to < this.date) return '첫날보다 늦은 날을 골라 주십시오.';
    if (to >= addDays(this.date, MAX_DAYS)) return `한 번에 ${MAX_DAYS}일까지 더할 수 있습니다.`;
    return { from: this.date, to };
  }

  #has({ nth, weekday }: Closing['closedNth'][number]): boolean {
    return this.closedNth.some((one) => one.nth === nth && one.weekday === weekday);
  }

  readonly #onAddNth = () => {
    this.#addNths([{ nth: Number(this.nth), weekday: Number(this.weekday) }]);
  };

  readonly #onAddDates = () => {
    const run = this.#typedRun();
    if (typeof run !== 'object') return;
    this.#emit({ closedDates: [...new Set([...this.closedDates, ...datesOf(run)])].sort() });
    [this.date, this.until] = ['', ''];
  };

  #onRemove({ from, to }: DateRun): void {
    this.#emit({ closedDates: this.closedDates.filter((date) => date < from || date > to) });
  }

  #addNths(added: Closing['closedNth']): void {
    const closedNth = [...this.closedNth, ...added.filter((one) => !this.#has(one))];
    this.#emit({ closedNth: closedNth.sort((a, b) => a.weekday - b.weekday || a.nth - b.nth) });
  }

  #emit(change: Partial<Closing>): void {
    this.dispatchEvent(new ClosingChange(change));
  }
}

function both(first: number, second: number, weekday: number): Closing['closedNth'] {
  return [first, second].map((nth) => ({ nth, weekday }));
}

declare global {
  interface HTMLElementTagNameMap {
    'console-closing': ConsoleClosing;
  }
}
