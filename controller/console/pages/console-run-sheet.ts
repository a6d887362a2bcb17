import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import { longDate } from '../../../shared/korean-date.ts';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import { dateAt, isCivilDate, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { planDateOf } from '../parts/board-view.ts';
import '../parts/console-day.ts';
import '../parts/console-plan-tabs.ts';
import { selectField, textField } from '../parts/field.ts';
import { heldView } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { screenInstantOf } from '../parts/screen-instant.ts';

/**
 * A day of one board, hour by hour and slot by slot: `<console-run-sheet .desk place="SCREEN@MS">`. Either half of
 * `place` may be missing: the first board, now.
 */
@customElement('console-run-sheet')
export class ConsoleRunSheet extends LitElement {
  static override styles = [
    look,
    css`
      .fields {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 140px), 1fr));
      }

      @media (width < 600px) {
        .fields > :last-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() place = '';
  @state() private screenId = '';
  @state() private date: CivilDate = '';
  @state() private words = '';
  readonly #named = new Map<CivilDate, Resource<readonly NamedDay[]>>();
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => {
    const id = this.#screen();
    const lists = [this.desk.screens, this.desk.slides, this.desk.bookings];
    if (id === '') return lists;
    const date = this.#date();
    return [...lists, this.desk.manifest(id), this.desk.plan(id, date), this.#namedDays(date)];
  });

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('place')) [this.screenId, this.date] = ['', ''];
  }

  protected override render() {
    const id = this.#screen();
    const names = [...new Set(this.#namedDays(this.#date()).value?.map(({ name }) => name))];
    return html`<div class="stack">
      <h1>편성표</h1>
      <console-plan-tabs current="plan"></console-plan-tabs>
      ${this.#renderChoice(id)}
      <div class="row">
        <h2>${longDate(this.#date())}</h2>
        ${names.map((name) => html`<span class="badge warn">${name}</span>`)}
      </div>
      ${id === '' ? nothing : this.#renderDay(id)}
    </div>`;
  }

  #renderChoice(id: string) {
    return html`<div class="fields">
      ${selectField({
        id: 'screen',
        label: '화면',
        value: id,
        choices: (this.desk.screens.value ?? []).map(({ screen }) => ({
          value: screen.id,
          label: screen.name,
        })),
        onInput: (value) => (this.screenId = value),
      })}
      ${textField({
        id: 'date',
        label: '날짜',
        type: 'date',
        value: this.#date(),
        onInput: (value) => {
          if (isCivilDate(value)) this.date = value;
        },
      })}
      ${textField({
        id: 'find',
        label: '찾기',
        type: 'search',
        placeholder: '가게나 슬라이드',
        value: this.words,
        onInput: (words) => (this.words = words),
      })}
    </div>`;
  }

  #renderDay(id: string) {
    return heldView(this.desk.manifest(id), (manifest) =>
      heldView(
        this.desk.plan(id, this.#date()),
        (slots) =>
          html`<console-day
            .desk=${this.desk}
            .screenId=${id}
            .manifest=${manifest}
            .slots=${slots}
            .date=${this.#date()}
            .now=${this.desk.now()}
            .at=${screenInstantOf(this.place).at}
            .words=${this.words.trim()}
          ></console-day>`,
      ),
    );
  }

  #namedDays(date: CivilDate): Resource<readonly NamedDay[]> {
    const known = this.#named.get(date);
    if (known) return known;
    const made = new Resource(async () => {
      const query = { from: date, to: date };
      return (await this.desk.api.call(endpoints.listNamedDays, { query })).days;
    });
    this.#named.set(date, made);
    return made;
  }

  #screen(): string {
    const named = this.screenId || screenInstantOf(this.place).screenId;
    return named || (this.desk.screens.value?.[0]?.screen.id ?? '');
  }

  #date(): CivilDate {
    if (this.date) return this.date;
    const at = screenInstantOf(this.place).at ?? this.desk.now();
    const calendar = this.desk.manifest(this.#screen()).value?.calendar;
    return calendar ? planDateOf(calendar, at) : dateAt(offsetsOf(this.desk, this.#screen()), at);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-run-sheet': ConsoleRunSheet;
  }
}
