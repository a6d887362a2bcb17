import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import type {
  NamedDay,
  PlaceCalendar,
  PlaceCalendarFields,
} from '../../../shared/content/place-calendar.ts';
import { longDate, shortDate } from '../../../shared/korean-date.ts';
import { listNamedDays, savePlaceCalendar } from '../../../shared/protocol/http/calendar.ts';
import { addDays, dateAt, type CivilDate } from '../../../shared/time.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-holiday-list.ts';
import '../parts/console-plan-tabs.ts';
import '../parts/console-temporary-holidays.ts';
import type { TemporaryHoliday } from '../parts/console-temporary-holidays.ts';
import { chipsField, selectField } from '../parts/field.ts';
import { heldView, refusalNote } from '../parts/held-view.ts';
import { marketDaysWords, marketWords, nextMarketDay } from '../parts/holiday-words.ts';
import { offsetsOf } from '../parts/place-time.ts';

const COMING = 'coming';
const NO_MARKET = 'none';
const markets = [
  { value: NO_MARKET, label: '장날 없음' },
  ...[1, 2, 3, 4, 0].map((digit) => ({ value: `${digit}`, label: marketWords(digit) })),
];

/** Holidays and market days of the place: `<console-holidays .desk .me>`. */
@customElement('console-holidays')
export class ConsoleHolidays extends LitElement {
  static override styles = [
    look,
    css`
      .two {
        align-items: start;
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }

      .period {
        max-width: 260px;
      }

      @media (width >= 1000px) {
        .two {
          grid-template-columns: 420px minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  /** `coming`, or a year. */
  @state() private period = COMING;
  readonly #action = new Action(this);
  readonly #knownUntil = new Resource(async () => {
    const today = this.#today();
    const query = { from: today, to: today };
    return (await this.desk.api.call(listNamedDays, { query })).knownUntil;
  });
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.calendar, this.desk.bookings],
    ...[this.#knownUntil, this.#coming(), this.#days()],
  ]);

  protected override render() {
    return html`<div class="stack">
      <h1>공휴일·장날</h1>
      <console-plan-tabs current="holidays"></console-plan-tabs>
      <div class="two">
        <div class="stack">
          ${heldView(this.desk.calendar, (calendar) => this.#renderCalendar(calendar))}
        </div>
        <div class="stack">
          ${this.#renderPeriod()} ${heldView(this.#days(), (days) => this.#renderDays(days))}
        </div>
      </div>
    </div>`;
  }

  #renderPeriod() {
    const until = this.#knownUntil.value;
    const first = Number(this.#today().slice(0, 4));
    const last = until === undefined ? first : Number(until.slice(0, 4));
    const years = Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`);
    return html`<div class="period">
      ${selectField({
        id: 'period',
        label: '보는 기간',
        hint: until === undefined ? '' : `음력 명절은 ${last}년까지 들어 있습니다.`,
        value: this.period,
        choices: [
          { value: COMING, label: '앞으로 12개월' },
          ...years.map((year) => ({ value: year, label: `${year}년` })),
        ],
        onInput: (period) => (this.period = period),
      })}
    </div>`;
  }

  #renderDays(days: readonly NamedDay[]) {
    const holidays = days.filter(({ kind }) => kind !== 'market');
    return html`<div class="card">
      <console-holiday-list .days=${holidays}></console-holiday-list>
    </div>`;
  }

  #renderCalendar(calendar: PlaceCalendar) {
    const mayWrite = mayDoSomewhere(this.me, 'calendar.write');
    return html`<p class="note">${this.#next()} ${this.#use()}</p>
      <div class="card pad stack">${this.#renderMarket(calendar, mayWrite)}</div>
      ${
        mayWrite
          ? html`<div class="card pad">
              <console-temporary-holidays
                .holidays=${calendar.temporaryHolidays}
                .isBusy=${this.#action.isBusy}
                .problem=${this.#action.problemAt('temporaryHolidays')}
                @temporary-holiday=${(event: TemporaryHoliday) => void this.#onHoliday(event)}
              ></console-temporary-holidays>
            </div>`
          : nothing
      }
      ${refusalNote(this.#action.refusal)}`;
  }

  #renderMarket({ marketDigit }: PlaceCalendar, mayWrite: boolean) {
    return html`<div>
        <h2>장날</h2>
        <p class="soft">
          ${
            marketDigit === null
              ? '닷새마다 서는 장이 없습니다.'
              : html`매달 ${marketDaysWords(marketDigit)}. 다음 장날은
                  <strong>${shortDate(nextMarketDay(marketDigit, this.#today()))}</strong>입니다.`
          }
        </p>
      </div>
      ${
        mayWrite
          ? chipsField({
              name: 'market',
              label: '닷새마다 서는 장',
              isSingle: true,
              choices: markets,
              chosen: [marketDigit === null ? NO_MARKET : `${marketDigit}`],
              onInput: ([chosen = NO_MARKET]) => void this.#onMarket(chosen),
            })
          : nothing
      }`;
  }

  #next(): string {
    const today = this.#today();
    const next = this.#coming().value?.find(({ date, kind }) => kind !== 'market' && date >= today);
    return next ? `다음 공휴일은 ${longDate(next.date)} ${next.name}입니다.` : '';
  }

  #use(): string {
    const live = (this.desk.bookings.value ?? []).filter(({ state }) => state === 'live');
    const count = live.filter(({ holidays, marketDays }) => holidays ?? marketDays).length;
    return count === 0
      ? '편성할 때 ‘공휴일은 빼고’나 ‘장날만’을 고르면 이 달력을 따릅니다.'
      : `이 달력을 따르는 편성이 ${count}건 있습니다. 여기서 바꾸면 편성표가 곧바로 다시 짜입니다.`;
  }

  async #onMarket(chosen: string): Promise<void> {
    const before = this.desk.calendar.value?.marketDigit ?? null;
    const marketDigit = chosen === NO_MARKET ? null : Number(chosen);
    if (marketDigit === before) return;
    await this.#action.run(async () => {
      await this.#change((fields) => ({ ...fields, marketDigit }));
      say(this, {
        text:
          marketDigit === null
            ? '장날을 없앴습니다.'
            : `장날을 ${marketWords(marketDigit)}로 정했습니다.`,
        undo: () => this.#change((fields) => ({ ...fields, marketDigit: before })),
      });
    });
  }

  async #onHoliday({ date, name }: TemporaryHoliday): Promise<void> {
    const before = this.desk.calendar.value?.temporaryHolidays.find((one) => one.date === date);
    await this.#action.run(async () => {
      await this.#change((fields) => withHoliday(fields, date, name));
      say(this, {
        text: `${longDate(date)}을 임시 공휴일${name === null ? '에서 뺐습니다' : '로 더했습니다'}.`,
        undo: () => this.#change((fields) => withHoliday(fields, date, before?.name ?? null)),
      });
    });
  }

  /** On top of what is known by then, also when an undo comes later. */
  async #change(edit: (fields: PlaceCalendarFields) => PlaceCalendarFields): Promise<void> {
    const calendar = this.desk.calendar.value;
    if (!calendar) return;
    const { temporaryHolidays, marketDigit, version } = calendar;
    const body = { ...edit({ temporaryHolidays, marketDigit }), version };
    this.desk.calendar.put(await this.desk.api.call(savePlaceCalendar, { body }));
    this.#coming().invalidate();
    if (this.period !== COMING) this.#days().invalidate();
  }

  #days() {
    return this.period === COMING
      ? this.#coming()
      : this.desk.namedDays(`${this.period}-01-01`, `${this.period}-12-31`);
  }

  #coming() {
    const today = this.#today();
    return this.desk.namedDays(today, addDays(today, 365));
  }

  #today(): CivilDate {
    return dateAt(offsetsOf(this.desk), this.desk.now());
  }
}

/** `name` null takes the date's holiday away. */
function withHoliday(
  fields: PlaceCalendarFields,
  date: CivilDate,
  name: string | null,
): PlaceCalendarFields {
  const others = fields.temporaryHolidays.filter((one) => one.date !== date);
  const temporaryHolidays = name === null ? others : [...others, { date, name }];
  return { ...fields, temporaryHolidays };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-holidays': ConsoleHolidays;
  }
}
