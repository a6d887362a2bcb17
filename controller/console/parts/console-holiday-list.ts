import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import { weekdayName, dottedDate } from '../../../shared/korean-date.ts';
import { look } from '../app/look.ts';
import { byMonth, kindNames, kindTones, monthWords } from './holiday-words.ts';

/** Holidays month by month: `<console-holiday-list .days>`. */
@customElement('console-holiday-list')
export class ConsoleHolidayList extends LitElement {
  static override styles = [
    look,
    css`
      section + section {
        border-top: 1px solid var(--line);
      }

      section {
        display: grid;
        gap: 4px 16px;
        grid-template-columns: minmax(0, 1fr);
        padding: 12px 18px;
      }

      h3 {
        color: var(--soft);
        font-size: 0.9375rem;
      }

      li {
        align-items: center;
        display: grid;
        gap: 12px;
        grid-template-columns: 5.25rem minmax(0, 1fr) auto;
        min-height: 40px;
      }

      .rest {
        color: var(--bad);
      }

      @media (width >= 700px) {
        section {
          grid-template-columns: 8rem minmax(0, 1fr);
        }

        h3 {
          line-height: 40px;
        }
      }
    `,
  ];
  /** Sorted, without market days. */
  @property({ attribute: false }) days: readonly NamedDay[] = [];

  protected override render() {
    return byMonth(this.days).map(
      ([month, days]) =>
        html`<section>
          <h3>${monthWords(month)}</h3>
          <ul>
            ${days.map((day) => this.#renderDay(day))}
          </ul>
        </section>`,
    );
  }

  #renderDay({ date, name, kind }: NamedDay) {
    const isWeekend = ['토', '일'].includes(weekdayName(date));
    return html`<li>
      <time class="figures ${isWeekend ? 'soft' : ''}" datetime=${date}>${dottedDate(date)}</time>
      <strong>${name}</strong>
      <span class="badge ${kindTones[kind]}">${kindNames[kind]}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-holiday-list': ConsoleHolidayList;
  }
}
