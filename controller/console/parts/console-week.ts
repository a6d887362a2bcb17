import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Opening } from '../../../shared/content/shop.ts';
import { look } from '../app/look.ts';
import { weekdays } from '../app/words.ts';
import { endAfter, minuteOf, timeText } from './minutes.ts';

export class WeekChange extends Event {
  static readonly type = 'week-change';
  readonly week: Opening[];

  constructor(week: Opening[]) {
    super(WeekChange.type, { bubbles: true, composed: true });
    this.week = week;
  }
}

const USUAL = { fromMinute: 540, toMinute: 1260 };
/** Monday first, as people write opening hours. */
const ORDER = [1, 2, 3, 4, 5, 6, 0];

/** Opening hours of the seven weekdays: `<console-week .week .label .problem @week-change>`. */
@customElement('console-week')
export class ConsoleWeek extends LitElement {
  static override styles = [
    look,
    css`
      li {
        align-items: center;
        display: grid;
        gap: 8px;
        grid-template-columns: 76px minmax(0, 1fr) 12px minmax(0, 1fr);
        min-height: 50px;
      }

      li .shut {
        grid-column: 2 / -1;
      }

      @media (width < 600px) {
        li input[type='time'] {
          padding-inline: 8px;
        }

        li input[type='time']::-webkit-calendar-picker-indicator {
          display: none;
        }
      }
    `,
  ];
  /** Seven entries, Sunday first. */
  @property({ attribute: false }) week: readonly Opening[] = [];
  @property() label = '영업시간';
  @property({ attribute: false }) problem: string | undefined;

  protected override render() {
    return html`<fieldset class="field">
      <legend>${this.label}</legend>
      <ul>
        ${ORDER.map((day) => this.#renderDay(day, this.week[day] ?? null))}
      </ul>
      <p class="hint">끝이 시작보다 이르면 다음 날까지로 봅니다.</p>
      ${this.problem ? html`<p class="problem">${this.problem}</p>` : ''}
      <button type="button" @click=${this.#onCopy}>월요일 시간을 모든 요일에 넣기</button>
    </fieldset>`;
  }

  #renderDay(day: number, opening: Opening) {
    const name = `${weekdays[day] ?? ''}요일`;
    return html`<li>
      <label class="tick"
        ><input
          type="checkbox"
          aria-label="${name} 열기"
          .checked=${live(opening !== null)}
          @change=${() => this.#put(day, opening ? null : USUAL)}
        />${weekdays[day]}</label
      >
      ${
        opening
          ? html`<input
                type="time"
                aria-label="${name} 여는 시각"
                .value=${live(timeText(opening.fromMinute))}
                @change=${(event: Event) => this.#onTime(day, opening, { from: textOf(event) })}
              /><span aria-hidden="true">~</span
              ><input
                type="time"
                aria-label="${name} 닫는 시각"
                .value=${live(timeText(opening.toMinute))}
                @change=${(event: Event) => this.#onTime(day, opening, { to: textOf(event) })}
              />`
          : html`<span class="shut soft">쉽니다</span>`
      }
    </li>`;
  }

  #onTime(
    day: number,
    opening: NonNullable<Opening>,
    { from, to }: { readonly from?: string; readonly to?: string },
  ): void {
    const fromMinute = from === undefined ? opening.fromMinute : minuteOf(from);
    const toMinute = endAfter(fromMinute, to === undefined ? opening.toMinute : minuteOf(to));
    this.#put(day, { fromMinute, toMinute });
  }

  readonly #onCopy = () => {
    const monday = this.week[1] ?? null;
    this.dispatchEvent(new WeekChange(weekdays.map(() => monday)));
  };

  #put(day: number, opening: Opening): void {
    const week = weekdays.map((_, index) => (index === day ? opening : (this.week[index] ?? null)));
    this.dispatchEvent(new WeekChange(week));
  }
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-week': ConsoleWeek;
  }
}
