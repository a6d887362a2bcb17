import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { longDate, shortDate } from '../../../shared/korean-date.ts';
import { isCivilDate, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import type { Bar } from './calendar-bars.ts';
import { textField } from './field.ts';
import { pushWords } from './grid-content.ts';
import type { Placed } from './grid-events.ts';
import { endAfter, minuteOf, timeText, windowWords } from './minutes.ts';
import { recurrenceWords } from './weekly.ts';

/** What the person wants done to the booking at that day; `keys` moves it by the keyboard. */
export type Deed =
  | { readonly kind: 'keys' }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'split' }
  | { readonly kind: 'end' }
  | { readonly kind: 'move' | 'copy'; readonly to: Placed };

export class SheetDeed extends Event {
  static readonly type = 'sheet-deed';
  readonly bar: Bar;
  readonly day: CivilDate;
  readonly deed: Deed;

  constructor({ bar, day }: Opened, deed: Deed) {
    super(SheetDeed.type);
    this.bar = bar;
    this.day = day;
    this.deed = deed;
  }
}

/** A bar at one of its days. */
export interface Opened {
  readonly bar: Bar;
  readonly day: CivilDate;
  readonly mayEdit: boolean;
}

/** A booking on one of its days, and what can be done to it: `<console-booking-sheet .desk @sheet-deed>`. */
@customElement('console-booking-sheet')
export class ConsoleBookingSheet extends LitElement {
  static override styles = [
    look,
    css`
      dialog[open] {
        display: grid;
        gap: 14px;
      }

      summary {
        cursor: pointer;
        font-weight: 700;
        min-height: 44px;
        padding-block: 10px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private opened: Opened | undefined;
  @state() private to: Placed = { date: '', fromMinute: 0, toMinute: 1440 };
  @query('dialog') private dialog!: HTMLDialogElement;
  protected readonly watch = new Watch(this, () => [this.desk.organizations, this.desk.shops]);

  async open(opened: Opened): Promise<void> {
    const { fromMinute, toMinute } = opened.bar.booking;
    this.opened = opened;
    this.to = { date: opened.day, fromMinute, toMinute };
    await this.updateComplete;
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="title">
      ${this.opened ? this.#renderSheet(this.opened) : nothing}
    </dialog>`;
  }

  #renderSheet(opened: Opened) {
    const { booking } = opened.bar;
    return html`<h2 id="title">${booking.name}</h2>
      ${this.#renderWhat(opened)} ${opened.mayEdit ? this.#renderDeeds(opened) : nothing}
      <div class="row">
        <a class="button" href="#/bookings/${booking.id}" @click=${() => this.dialog.close()}
          >${opened.mayEdit ? '편성 고치기' : '편성 보기'}</a
        >
        <button class="plain" @click=${() => this.dialog.close()}>닫기</button>
      </div>`;
  }

  #renderWhat({ bar, day }: Opened) {
    const { booking } = bar;
    const organizations = this.desk.organizations.value ?? [];
    const owner = organizations.find(({ id }) => id === booking.organizationId);
    const shop = this.desk.shops.value?.find(({ id }) => id === booking.shopId);
    const until = booking.toDate ? `${shortDate(booking.toDate)}까지` : '끝나는 날 없이';
    return html`<div>
      <p class="figures">
        <strong>${longDate(day)} ${windowWords(booking.fromMinute, booking.toMinute)}</strong>
      </p>
      <p class="soft small figures">
        ${[owner?.name.ko, shop?.name.ko].filter((name) => name !== undefined).join(' · ')} ·
        ${recurrenceWords(booking.recurrence)}, ${shortDate(booking.fromDate)}부터 ${until}
      </p>
      <p>
        ${booking.exclusive ? html`<span class="badge warn">행사 독점</span>` : nothing}
        ${bar.push ? html`<span class="badge warn">${pushWords(bar)}</span>` : nothing}
      </p>
    </div>`;
  }

  #renderDeeds({ bar, day }: Opened) {
    const { fromDate, toDate } = bar.booking;
    const isOneDay = fromDate === toDate;
    return html`<div class="row">
        ${this.#renderDeed('시간 옮기기', { kind: 'keys' })}
        ${
          isOneDay
            ? this.#renderDeed('편성 끝내기', { kind: 'end' })
            : this.#renderDeed('이날은 빼기', { kind: 'exclude' })
        }
        ${fromDate < day ? this.#renderDeed('여기서 나누기', { kind: 'split' }) : nothing}
      </div>
      <details>
        <summary>날짜와 시각을 적어 옮기거나 복사하기</summary>
        ${this.#renderFields()}
      </details>`;
  }

  #renderFields() {
    const { date, fromMinute, toMinute } = this.to;
    const to = this.to;
    return html`<div class="stack">
      <div class="fields">
        ${textField({
          id: 'date',
          label: '날짜',
          type: 'date',
          value: date,
          onInput: (value) => (this.to = { ...to, date: value }),
        })}
        ${textField({
          id: 'from',
          label: '시작 시각',
          type: 'time',
          value: timeText(fromMinute),
          onInput: (text) => {
            const from = minuteOf(text);
            this.to = { ...to, fromMinute: from, toMinute: endAfter(from, toMinute) };
          },
        })}
        ${textField({
          id: 'to',
          label: '끝 시각',
          type: 'time',
          hint: windowWords(fromMinute, toMinute),
          value: timeText(toMinute),
          onInput: (text) => (this.to = { ...to, toMinute: endAfter(fromMinute, minuteOf(text)) }),
        })}
      </div>
      <div class="row">
        ${this.#renderDeed('옮기기', { kind: 'move', to })}
        ${this.#renderDeed('다른 날로 복사', { kind: 'copy', to })}
      </div>
    </div>`;
  }

  #renderDeed(label: string, deed: Deed) {
    const isDisabled = 'to' in deed && !isCivilDate(deed.to.date);
    return html`<button ?disabled=${isDisabled} @click=${() => this.#do(deed)}>${label}</button>`;
  }

  #do(deed: Deed): void {
    this.dialog.close();
    if (this.opened) this.dispatchEvent(new SheetDeed(this.opened, deed));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-booking-sheet': ConsoleBookingSheet;
  }
}
