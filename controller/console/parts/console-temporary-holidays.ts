import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlaceCalendarFields } from '../../../shared/content/place-calendar.ts';
import { longDate } from '../../../shared/korean-date.ts';
import { isCivilDate, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { textField } from './field.ts';

type Holiday = PlaceCalendarFields['temporaryHolidays'][number];

/** A temporary holiday is to be added (`name` set) or taken away (null). */
export class TemporaryHoliday extends Event {
  static readonly type = 'temporary-holiday';
  readonly date: CivilDate;
  readonly name: string | null;

  constructor(date: CivilDate, name: string | null) {
    super(TemporaryHoliday.type, { bubbles: true, composed: true });
    this.date = date;
    this.name = name;
  }
}

/**
 * Holidays that no law knows in advance, added and taken away one by one:
 * `<console-temporary-holidays .holidays .isBusy .problem @temporary-holiday>`. What was typed stays until
 * `holidays` holds it.
 */
@customElement('console-temporary-holidays')
export class ConsoleTemporaryHolidays extends LitElement {
  static override styles = [
    look,
    css`
      form {
        align-items: end;
        display: grid;
        gap: 12px 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
      }

      li {
        align-items: center;
        display: grid;
        gap: 12px;
        grid-template-columns: minmax(0, 1fr) auto;
        min-height: 56px;
      }
    `,
  ];
  @property({ attribute: false }) holidays: readonly Holiday[] = [];
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) problem: string | undefined;
  @state() private date = '';
  @state() private name = '';

  protected override willUpdate() {
    const isKept = this.holidays.some(
      ({ date, name }) => date === this.date && name === this.name.trim(),
    );
    if (isKept) [this.date, this.name] = ['', ''];
  }

  protected override render() {
    return html`<div class="stack">
      <div>
        <h2>임시 공휴일</h2>
        <p class="soft">
          선거일과 정부가 정한 임시공휴일은 미리 알 수 없습니다. 날짜가 정해지면 더해 주십시오.
        </p>
      </div>
      <form novalidate @submit=${this.#onAdd}>
        ${textField({
          id: 'date',
          label: '날짜',
          type: 'date',
          value: this.date,
          problem: this.problem,
          onInput: (date) => (this.date = date),
        })}
        ${textField({
          id: 'name',
          label: '이름',
          max: 20,
          placeholder: '예: 국회의원 선거일',
          value: this.name,
          onInput: (name) => (this.name = name),
        })}
        <button ?disabled=${this.isBusy || !isCivilDate(this.date) || this.name.trim() === ''}>
          임시 공휴일 더하기
        </button>
      </form>
      ${this.holidays.length === 0 ? nothing : this.#renderList()}
    </div>`;
  }

  #renderList() {
    return html`<ul class="list">
      ${this.holidays.map(
        ({ date, name }) =>
          html`<li>
            <div>
              <strong>${name}</strong>
              <p class="soft small figures">${longDate(date)}</p>
            </div>
            <button
              class="plain"
              ?disabled=${this.isBusy}
              aria-label="${longDate(date)} ${name} 지우기"
              @click=${() => this.#emit(date, null)}
            >
              지우기
            </button>
          </li>`,
      )}
    </ul>`;
  }

  readonly #onAdd = (event: Event) => {
    event.preventDefault();
    this.#emit(this.date, this.name.trim());
  };

  #emit(date: CivilDate, name: string | null): void {
    this.dispatchEvent(new TemporaryHoliday(date, name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-temporary-holidays': ConsoleTemporaryHolidays;
  }
}
