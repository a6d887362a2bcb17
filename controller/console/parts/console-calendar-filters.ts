import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { NO_FILTERS, type CalendarFilters } from './calendar-filters.ts';
import { chipsField, selectField, textField, tick } from './field.ts';

export class FiltersChange extends Event {
  static readonly type = 'filters-change';
  readonly filters: CalendarFilters;

  constructor(filters: CalendarFilters) {
    super(FiltersChange.type);
    this.filters = filters;
  }
}

/** What of the calendar is to be seen: `<console-calendar-filters .desk .filters @filters-change>`. */
@customElement('console-calendar-filters')
export class ConsoleCalendarFilters extends LitElement {
  static override styles = [
    look,
    css`
      details {
        padding: 4px 18px;
      }

      summary {
        cursor: pointer;
        font-weight: 700;
        padding-block: 11px;
      }

      details[open] {
        padding-bottom: 16px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) filters: CalendarFilters = NO_FILTERS;
  protected readonly watch = new Watch(this, () => [this.desk.organizations, this.desk.screens]);

  protected override render() {
    const { filters } = this;
    return html`<details class="card">
      <summary>${summaryOf(filters)}</summary>
      <div class="stack">
        <div class="fields">
          ${textField({
            id: 'find',
            label: '찾기',
            type: 'search',
            placeholder: '편성 이름이나 가게',
            value: filters.words,
            onInput: (words) => this.#change({ words }),
          })}
          ${selectField({
            id: 'screen',
            label: '화면',
            value: filters.screenId,
            choices: [
              { value: '', label: '모든 화면' },
              ...(this.desk.screens.value ?? []).map(({ screen }) => ({
                value: screen.id,
                label: screen.name,
              })),
            ],
            onInput: (screenId) => this.#change({ screenId }),
          })}
        </div>
        ${chipsField<string>({
          name: 'organizations',
          label: '운영 주체',
          choices: (this.desk.organizations.value ?? []).map(({ id, name }) => ({
            value: id,
            label: name.ko,
          })),
          chosen: filters.organizationIds,
          onInput: (organizationIds) => this.#change({ organizationIds }),
        })}
        ${tick('종일 편성 숨기기', filters.hidesAllDay, (hidesAllDay) =>
          this.#change({ hidesAllDay }),
        )}
      </div>
    </details>`;
  }

  #change(change: Partial<CalendarFilters>): void {
    this.dispatchEvent(new FiltersChange({ ...this.filters, ...change }));
  }
}

function summaryOf({ words, organizationIds, screenId, hidesAllDay }: CalendarFilters): string {
  const chosen = [words.trim() !== '', organizationIds.length > 0, screenId !== '', hidesAllDay];
  const count = chosen.filter(Boolean).length;
  return count === 0 ? '골라 보기' : `골라 보기 (${count}가지 조건)`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-calendar-filters': ConsoleCalendarFilters;
  }
}
