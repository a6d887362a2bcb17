import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isCivilDate, weekdayOf, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { weekdays } from '../app/words.ts';
import { chipsField } from './field.ts';
import { monthlyOf, monthlyRule, nthChoices, type Monthly } from './monthly.ts';
import { recurrenceWords, weekdaysOf, weeklyRule } from './weekly.ts';

export class RepeatChange extends Event {
  static readonly type = 'repeat-change';
  /** An RRULE value; null is every day. */
  readonly recurrence: string | null;

  constructor(recurrence: string | null) {
    super(RepeatChange.type, { bubbles: true, composed: true });
    this.recurrence = recurrence;
  }
}

const kinds = [
  { value: 'weekly', label: '요일마다' },
  { value: 'days', label: '매월 며칠' },
  { value: 'weekdays', label: '매월 몇째 요일' },
] as const;
type Kind = (typeof kinds)[number]['value'];

const weekdayChoices = weekdays.map((label, day) => ({ value: `${day}`, label }));
const dayChoices = [
  ...Array.from({ length: 31 }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` })),
  { value: '-1', label: '말일' },
];

/**
 * On which days something repeats: `<console-repeat .recurrence .fromDate .problem @repeat-change>`. A rule that
 * it cannot show stays until something is chosen.
 */
@customElement('console-repeat')
export class ConsoleRepeat extends LitElement {
  static override styles = [
    look,
    css`
      .days .chip {
        padding-inline: 4px;
        width: 44px;
      }
    `,
  ];
  @property({ attribute: false }) recurrence: string | null = null;
  /** Its first day: what a new choice starts from. */
  @property() fromDate: CivilDate = '';
  @property({ attribute: false }) problem: string | undefined;

  protected override render() {
    const monthly = monthlyOf(this.recurrence);
    const kind = monthly?.by ?? (weekdaysOf(this.recurrence) ? 'weekly' : undefined);
    return html`<div class="stack">
      ${chipsField({
        name: 'kind',
        label: '반복',
        isSingle: true,
        choices: kinds,
        chosen: kind ? [kind] : [],
        problem: this.problem,
        onInput: ([chosen]) => this.#onKind(chosen),
      })}
      ${kind === 'weekly' ? this.#renderWeekly() : nothing}
      ${monthly?.by === 'days' ? this.#renderDays(monthly.days) : nothing}
      ${monthly?.by === 'weekdays' ? this.#renderWeekdays(monthly) : nothing}
      ${
        kind
          ? nothing
          : html`<p class="note">
              ${recurrenceWords(this.recurrence)}입니다(${this.recurrence}). 위에서 고르면 바뀝니다.
            </p>`
      }
    </div>`;
  }

  #renderWeekly() {
    return chipsField({
      name: 'weekdays',
      label: '요일',
      choices: weekdayChoices,
      chosen: (weekdaysOf(this.recurrence) ?? []).map(String),
      onInput: (chosen) => this.#emit(weeklyRule(chosen.map(Number))),
    });
  }

  #renderDays(days: readonly number[]) {
    return html`<div class="days">
      ${chipsField({
        name: 'days',
        label: '날짜',
        choices: dayChoices,
        chosen: days.map(String),
        onInput: (chosen) => this.#onMonthly({ by: 'days', days: chosen.map(Number) }),
      })}
    </div>`;
  }

  #renderWeekdays(monthly: Extract<Monthly, { by: 'weekdays' }>) {
    return html`${chipsField({
      name: 'nths',
      label: '몇째',
      choices: nthChoices,
      chosen: monthly.nths.map(String),
      onInput: (chosen) => this.#onMonthly({ ...monthly, nths: chosen.map(Number) }),
    })}
    ${chipsField({
      name: 'month-weekdays',
      label: '요일',
      choices: weekdayChoices,
      chosen: monthly.weekdays.map(String),
      onInput: (chosen) =>
        this.#onMonthly({ ...monthly, weekdays: chosen.map(Number).sort((a, b) => a - b) }),
    })}`;
  }

  #onKind(kind: Kind | undefined): void {
    const from = isCivilDate(this.fromDate) ? this.fromDate : '2026-01-01';
    const day = Number(from.slice(8, 10));
    if (kind === 'days') this.#onMonthly({ by: 'days', days: [day] });
    else if (kind === 'weekdays') {
      const nths = [Math.ceil(day / 7)];
      this.#onMonthly({ by: 'weekdays', nths, weekdays: [weekdayOf(from)] });
    } else this.#emit(null);
  }

  /** The last choice cannot be taken back: nothing would be left of the rule. */
  #onMonthly(monthly: Monthly): void {
    const rule = monthlyRule(monthly);
    if (rule === undefined) this.requestUpdate();
    else this.#emit(rule);
  }

  #emit(recurrence: string | null): void {
    this.dispatchEvent(new RepeatChange(recurrence));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-repeat': ConsoleRepeat;
  }
}
