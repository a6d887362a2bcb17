import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BookingFields, DayChoice } from '../../../shared/content/booking.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { isCivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import './console-repeat.ts';
import type { RepeatChange } from './console-repeat.ts';
import { chipsField, textField } from './field.ts';
import { marketWords } from './holiday-words.ts';
import { endAfter, minuteOf, timeText, windowWords } from './minutes.ts';

type When = Pick<
  BookingFields,
  | 'fromDate'
  | 'toDate'
  | 'recurrence'
  | 'excludedDates'
  | 'fromMinute'
  | 'toMinute'
  | 'holidays'
  | 'marketDays'
>;

/** The members that changed. */
export class WhenChange extends Event {
  static readonly type = 'when-change';
  readonly change: Partial<When>;

  constructor(change: Partial<When>) {
    super(WhenChange.type, { bubbles: true, composed: true });
    this.change = change;
  }
}

const presets = [
  { value: '0-1440', label: '하루 종일' },
  { value: '420-600', label: '출근 7~10시' },
  { value: '660-840', label: '점심 11~14시' },
  { value: '1020-1260', label: '저녁 17~21시' },
];

/** Dates, days and hours of a booking: `<console-when .draft .marketDigit .problemAt @when-change>`. */
@customElement('console-when')
export class ConsoleWhen extends LitElement {
  static override styles = [
    look,
    css`
      .excluding {
        align-items: end;
      }
    `,
  ];
  @property({ attribute: false }) draft!: When;
  /** Of the place's calendar; null while there is no market. */
  @property({ attribute: false }) marketDigit: number | null = null;
  @property({ attribute: false }) problemAt: (path: string) => string | undefined = () => undefined;
  @state() private excluding = '';

  protected override render() {
    return html`<div class="stack">
      ${this.#renderDates()}
      <console-repeat
        .recurrence=${this.draft.recurrence}
        .fromDate=${this.draft.fromDate}
        .problem=${this.problemAt('recurrence')}
        @repeat-change=${({ recurrence }: RepeatChange) => this.#change({ recurrence })}
      ></console-repeat>
      ${this.#renderChoices()} ${this.#renderExcluded()} ${this.#renderHours()}
    </div>`;
  }

  #renderDates() {
    const { fromDate, toDate } = this.draft;
    return html`<div class="fields">
      ${textField({
        id: 'from-date',
        label: '첫날',
        type: 'date',
        isRequired: true,
        value: fromDate,
        problem: this.problemAt('fromDate'),
        onInput: (value) => this.#change({ fromDate: value }),
      })}
      ${textField({
        id: 'to-date',
        label: '마지막 날',
        type: 'date',
        hint: '비워 두면 끝낼 때까지 계속 나갑니다.',
        value: toDate ?? '',
        problem: this.problemAt('toDate'),
        onInput: (value) => this.#change({ toDate: value === '' ? null : value }),
      })}
    </div>`;
  }

  #renderChoices() {
    const { holidays, marketDays } = this.draft;
    const hasMarket = this.marketDigit !== null || marketDays !== undefined;
    return html`${chipsField({
      name: 'holidays',
      label: '공휴일',
      isSingle: true,
      choices: choicesFor('공휴일'),
      chosen: [holidays ?? 'any'],
      problem: this.problemAt('holidays'),
      onInput: ([chosen]) => this.#change({ holidays: choiceOf(chosen) }),
    })}
    ${
      hasMarket
        ? chipsField({
            name: 'market-days',
            label: this.marketDigit === null ? '장날' : `장날 (${marketWords(this.marketDigit)})`,
            isSingle: true,
            choices: choicesFor('장날'),
            chosen: [marketDays ?? 'any'],
            problem: this.problemAt('marketDays'),
            onInput: ([chosen]) => this.#change({ marketDays: choiceOf(chosen) }),
          })
        : nothing
    }
    ${
      holidays === 'only' && marketDays === 'only'
        ? html`<p class="note">공휴일이거나 장날이면 나갑니다.</p>`
        : nothing
    }
    ${
      marketDays === 'only' && this.marketDigit === null
        ? html`<p class="note warn">
            지금은 장이 서지 않아 나가는 날이 없습니다.
            <a href="#/holidays">장날을 정해 주십시오.</a>
          </p>`
        : nothing
    }`;
  }

  #renderHours() {
    const { fromMinute, toMinute } = this.draft;
    return html`${chipsField({
        name: 'hours',
        label: '시간대',
        isSingle: true,
        choices: presets,
        chosen: [`${fromMinute}-${toMinute}`],
        onInput: ([range = '0-1440']) => {
          const [from = 0, to = 1440] = range.split('-').map(Number);
          this.#change({ fromMinute: from, toMinute: to });
        },
      })}
      <div class="fields">
        ${textField({
          id: 'from-time',
          label: '시작 시각',
          type: 'time',
          value: timeText(fromMinute),
          problem: this.problemAt('fromMinute'),
          onInput: (text) =>
            this.#change({
              fromMinute: minuteOf(text),
              toMinute: endAfter(minuteOf(text), toMinute),
            }),
        })}
        ${textField({
          id: 'to-time',
          label: '끝 시각',
          type: 'time',
          hint: windowWords(fromMinute, toMinute),
          value: timeText(toMinute),
          problem: this.problemAt('toMinute'),
          onInput: (text) => this.#change({ toMinute: endAfter(fromMinute, minuteOf(text)) }),
        })}
      </div>`;
  }

  #renderExcluded() {
    const { excludedDates } = this.draft;
    return html`<div class="stack">
      <div class="row excluding">
        ${textField({
          id: 'excluding',
          label: '쉬는 날 더하기',
          type: 'date',
          value: this.excluding,
          problem: this.problemAt('excludedDates'),
          onInput: (value) => (this.excluding = value),
        })}
        <button type="button" ?disabled=${!isCivilDate(this.excluding)} @click=${this.#onExclude}>
          이날은 빼기
        </button>
      </div>
      <div class="chips">
        ${excludedDates.map(
          (date) =>
            html`<button
              type="button"
              aria-label="${dottedDate(date)} 다시 넣기"
              @click=${() =>
                this.#change({ excludedDates: excludedDates.filter((one) => one !== date) })}
            >
              ${dottedDate(date)} ✕
            </button>`,
        )}
      </div>
    </div>`;
  }

  readonly #onExclude = () => {
    const dates = new Set([...this.draft.excludedDates, this.excluding]);
    this.#change({ excludedDates: [...dates].sort() });
    this.excluding = '';
  };

  #change(change: Partial<When>): void {
    this.dispatchEvent(new WhenChange(change));
  }
}

function choicesFor(days: string) {
  return [
    { value: 'any', label: '상관없이' },
    { value: 'skip', label: `${days}은 빼고` },
    { value: 'only', label: `${days}만` },
  ] as const;
}

function choiceOf(chosen: DayChoice | 'any' | undefined): DayChoice | undefined {
  return chosen === 'any' ? undefined : chosen;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-when': ConsoleWhen;
  }
}
