import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ScreenFields } from '../../../shared/content/screen.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { isCivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { textField, tick } from './field.ts';
import { endAfter, minuteOf, openingWords, timeText } from './minutes.ts';

type Days = ScreenFields['specialDays'];

export class SpecialDaysChange extends Event {
  static readonly type = 'special-days-change';
  readonly days: Days;

  constructor(days: Days) {
    super(SpecialDaysChange.type, { bubbles: true, composed: true });
    this.days = days;
  }
}

/** Days on which a board keeps other hours: `<console-special-days .days @special-days-change>`. */
@customElement('console-special-days')
export class ConsoleSpecialDays extends LitElement {
  static override styles = look;
  @property({ attribute: false }) days: Days = [];
  @state() private date = '';
  @state() private reason = '';
  @state() private isDark = true;
  @state() private fromMinute = 360;
  @state() private toMinute = 1380;

  protected override render() {
    return html`<fieldset class="stack">
      <legend>다르게 켜는 날</legend>
      <div class="fields">
        ${textField({
          id: 'date',
          label: '날짜',
          type: 'date',
          value: this.date,
          onInput: (date) => (this.date = date),
        })}
        ${textField({
          id: 'reason',
          label: '이유',
          hint: '예: 설 연휴',
          max: 30,
          value: this.reason,
          onInput: (reason) => (this.reason = reason),
        })}
      </div>
      ${tick('이날은 켜지 않습니다', this.isDark, (isDark) => (this.isDark = isDark))}
      ${this.isDark ? nothing : this.#renderHours()}
      <div>
        <button
          type="button"
          ?disabled=${!isCivilDate(this.date) || this.reason.trim() === ''}
          @click=${this.#onAdd}
        >
          다르게 켜는 날 더하기
        </button>
      </div>
      <ul>
        ${this.days.map(
          (day) =>
            html`<li class="row between">
              <span
                >${dottedDate(day.date)} · ${day.reason} ·
                ${day.opening ? openingWords(day.opening) : '켜지 않음'}</span
              >
              <button
                type="button"
                class="plain"
                aria-label="${dottedDate(day.date)} 지우기"
                @click=${() => this.#emit(this.days.filter((one) => one !== day))}
              >
                지우기
              </button>
            </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  #renderHours() {
    return html`<div class="fields">
      ${textField({
        id: 'from',
        label: '켜는 시각',
        type: 'time',
        value: timeText(this.fromMinute),
        onInput: (text) => (this.fromMinute = minuteOf(text)),
      })}
      ${textField({
        id: 'to',
        label: '끄는 시각',
        type: 'time',
        value: timeText(this.toMinute),
        onInput: (text) => (this.toMinute = minuteOf(text)),
      })}
    </div>`;
  }

  readonly #onAdd = () => {
    const { date, reason, fromMinute, toMinute, isDark } = this;
    const opening = isDark ? null : { fromMinute, toMinute: endAfter(fromMinute, toMinute) };
    const others = this.days.filter((day) => day.date !== date);
    const days = [...others, { date, opening, reason }];
    this.#emit(days.sort((a, b) => a.date.localeCompare(b.date)));
    this.date = '';
    this.reason = '';
  };

  #emit(days: Days): void {
    this.dispatchEvent(new SpecialDaysChange(days));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-special-days': ConsoleSpecialDays;
  }
}
