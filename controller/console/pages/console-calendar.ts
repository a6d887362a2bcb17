import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Booking } from '../../../shared/content/booking.ts';
import { mayDo, mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { clock24 } from '../../../shared/korean-date.ts';
import { addDays, dateAt, minuteAt, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Narrow } from '../app/narrow.ts';
import { remember, remembered } from '../app/remembered.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { refusalOf } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { calendarBars, drawnHours, litHours, type Bar } from '../parts/calendar-bars.ts';
import { datedBookings, isShown, NO_FILTERS } from '../parts/calendar-filters.ts';
import type { CalendarFilters } from '../parts/calendar-filters.ts';
import type { ConsoleBookingGrid } from '../parts/console-booking-grid.ts';
import '../parts/console-booking-hands.ts';
import type { ConsoleBookingHands, KeysWanted } from '../parts/console-booking-hands.ts';
import '../parts/console-calendar-filters.ts';
import type { FiltersChange } from '../parts/console-calendar-filters.ts';
import '../parts/console-move-bar.ts';
import type { MoveStep } from '../parts/console-move-bar.ts';
import '../parts/console-plan-tabs.ts';
import type { BarDrop, BarOpen, BarPull } from '../parts/grid-events.ts';
import { gridSpan, spanTitle, turned, type GridView } from '../parts/grid-span.ts';
import { heldView, refusalNote, skeleton } from '../parts/held-view.ts';
import type { Moving } from '../parts/move-window.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { pushedDays } from '../parts/pushed-days.ts';

/** Bookings in a week or a month, to be dragged: `<console-calendar .desk .me>`. */
@customElement('console-calendar')
export class ConsoleCalendar extends LitElement {
  static override styles = [
    look,
    css`
      .turn {
        min-width: 46px;
        padding-inline: 0;
      }

      h2 {
        flex: 1;
      }

      @media (width < 700px) {
        h2 {
          flex: 0 0 100%;
          order: 1;
        }
      }

      console-booking-grid {
        overflow: hidden;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private date: CivilDate = '';
  @state() private isMonth = remembered('calendar-view') === 'month';
  @state() private filters: CalendarFilters = {
    ...NO_FILTERS,
    hidesAllDay: remembered('calendar-hides-all-day') === 'yes',
  };
  @state() private moving: Moving | undefined;
  @state() private isGridThere = false;
  @state() private gridRefusal: ReturnType<typeof refusalOf> | undefined;
  @query('console-booking-grid') private grid!: ConsoleBookingGrid | null;
  @query('console-booking-hands') private hands!: ConsoleBookingHands | null;
  #bars: readonly Bar[] = [];
  #sources: readonly unknown[] = [];
  readonly #narrow = new Narrow(this);
  protected readonly tick = new Tick(this, 60_000);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.bookings, this.desk.organizations, this.desk.shops, this.desk.screens],
    ...[this.#days(), this.#names()],
  ]);

  override connectedCallback() {
    super.connectedCallback();
    void this.#loadGrid();
  }

  protected override willUpdate() {
    this.date ||= dateAt(offsetsOf(this.desk), this.desk.now());
    // What was dragged stays where it was put until the new list is here.
    if (!this.hands?.isBusy) this.#drawBars();
  }

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>편성 달력</h1>
        ${
          mayDoSomewhere(this.me, 'booking.write')
            ? html`<a class="button main" href="#/bookings/new">편성하기</a>`
            : html`<span class="soft">보기만 할 수 있습니다.</span>`
        }
      </div>
      <console-plan-tabs current="calendar"></console-plan-tabs>
      ${heldView(this.desk.bookings, (bookings) =>
        bookings.some(({ state }) => state === 'live')
          ? this.#renderCalendar()
          : this.#renderEmpty(),
      )}
      <console-booking-hands
        .desk=${this.desk}
        .reload=${() => this.#reload()}
        @hands-free=${() => this.requestUpdate()}
        @keys-wanted=${(event: KeysWanted) => (this.moving = event.moving)}
      ></console-booking-hands>
    </div>`;
  }

  #renderEmpty() {
    return html`<div class="card empty">
      <h2>아직 편성이 없습니다</h2>
      <p class="soft">편성을 하나 만들면 여기에서 끌어 옮기고 나눌 수 있습니다.</p>
      ${
        mayDoSomewhere(this.me, 'booking.write')
          ? html`<a class="button main" href="#/bookings/new">첫 편성하기</a>`
          : nothing
      }
    </div>`;
  }

  #renderCalendar() {
    const days = this.#days().held;
    const isLoading = !this.isGridThere || days.value === undefined;
    return html`${this.#renderBar()}
      <console-calendar-filters
        .desk=${this.desk}
        .filters=${this.filters}
        @filters-change=${(event: FiltersChange) => this.#onFilters(event.filters)}
      ></console-calendar-filters>
      <div>
        ${refusalNote(this.gridRefusal ?? days.refusal)}
        <p class="soft small" role="status">${isLoading ? '불러오는 중…' : this.#countWords()}</p>
      </div>
      ${this.isGridThere ? this.#renderGrid() : skeleton()}
      <console-move-bar
        .moving=${this.moving}
        @move-step=${(event: MoveStep) => this.#onStep(event.moving)}
        @move-done=${this.#onMoveDone}
        @move-cancel=${() => this.#endMoving()}
      ></console-move-bar>`;
  }

  #renderBar() {
    const turn = (by: 1 | -1) => (this.date = turned(this.#view(), this.date, by));
    return html`<div class="row between">
      <div class="row">
        <button class="turn" aria-label="이전" @click=${() => turn(-1)}>‹</button>
        <button @click=${() => (this.date = dateAt(offsetsOf(this.desk), this.desk.now()))}>
          오늘
        </button>
        <button class="turn" aria-label="다음" @click=${() => turn(1)}>›</button>
      </div>
      <h2 class="figures" aria-live="polite">${spanTitle(this.#view(), this.date)}</h2>
      <div class="row" role="group" aria-label="보기">
        ${this.#renderView(this.#narrow.isOn ? '3일' : '주', false)} ${this.#renderView('월', true)}
      </div>
    </div>`;
  }

  #renderView(label: string, isMonth: boolean) {
    const onClick = () => {
      this.isMonth = isMonth;
      remember('calendar-view', isMonth ? 'month' : 'week');
    };
    return html`<button
      class=${this.isMonth === isMonth ? 'main' : ''}
      aria-pressed=${this.isMonth === isMonth}
      @click=${onClick}
    >
      ${label}
    </button>`;
  }

  #renderGrid() {
    const accents = new Map(this.desk.organizations.value?.map(({ id, accent }) => [id, accent]));
    const now = this.desk.now();
    return html`<console-booking-grid
      .bars=${this.#bars}
      .view=${this.#view()}
      .date=${this.date}
      .now=${`${dateAt(offsetsOf(this.desk), now)}T${clock24(minuteAt(offsetsOf(this.desk), now))}`}
      .lit=${this.#lit()}
      .hours=${drawnHours(this.#bars, this.moving, this.#lit())}
      .most=${this.#narrow.isOn ? 3 : 6}
      .namedDays=${this.#names().value ?? []}
      .accentOf=${(bar: Bar) => accents.get(bar.booking.organizationId)}
      .mayEdit=${(bar: Bar) => this.#mayEdit(bar.booking)}
      .moving=${this.moving}
      @bar-open=${({ bar, day }: BarOpen) =>
        this.hands?.open({ bar, day, mayEdit: this.#mayEdit(bar.booking) })}
      @bar-drop=${({ drop }: BarDrop) => this.hands?.drop(drop)}
      @bar-pull=${({ pull }: BarPull) => this.hands?.pull(pull)}
    ></console-booking-grid>`;
  }

  #drawBars(): void {
    const { bookings, shops } = this.desk;
    const lit = this.#lit();
    const mostBeside = this.#narrow.isOn ? 1 : 2;
    const sources: unknown[] = [bookings.value, shops.value, this.#days().value, this.filters];
    sources.push(this.isMonth, mostBeside, lit.fromMinute, lit.toMinute);
    if (sources.every((one, index) => one === this.#sources[index])) return;
    this.#sources = sources;
    const dated = datedBookings(bookings.value ?? [], this.#days().value ?? []);
    const known = { shops: shops.value ?? [], lit };
    this.#bars = calendarBars(
      dated.filter(({ booking }) => isShown(booking, this.filters, known)),
      { lit, isMonth: this.isMonth, mostBeside, pushed: pushedDays(dated) },
    );
  }

  readonly #onMoveDone = async () => {
    if (this.moving) await this.hands?.put(this.moving);
    this.#endMoving();
  };

  #onStep(moving: Moving): void {
    this.moving = moving;
    const shown = moving.toDate ?? moving.date;
    const { from, to } = gridSpan(this.#view(), this.date);
    if (shown < from || shown > to) this.date = shown;
  }

  #endMoving(): void {
    const { moving } = this;
    this.moving = undefined;
    if (moving) this.grid?.focusBooking(moving.booking.id);
  }

  #onFilters(filters: CalendarFilters): void {
    this.filters = filters;
    remember('calendar-hides-all-day', filters.hidesAllDay ? 'yes' : 'no');
  }

  async #loadGrid(): Promise<void> {
    try {
      // A large library that no other page needs.
      await import('../parts/console-booking-grid.ts');
      this.isGridThere = true;
    } catch (error) {
      this.gridRefusal = refusalOf(error);
    }
  }

  #reload(): Promise<unknown> {
    return Promise.all([this.desk.bookings.reload(), this.#days().reload()]);
  }

  #countWords(): string {
    const count = new Set(this.#bars.map(({ booking }) => booking.id)).size;
    return count === 0 ? '이 기간에 보일 편성이 없습니다.' : `편성 ${count}건`;
  }

  #view(): GridView {
    if (this.isMonth) return 'month';
    return this.#narrow.isOn ? 'days' : 'week';
  }

  #lit() {
    const views = this.desk.screens.value ?? [];
    const { screenId } = this.filters;
    return litHours(
      views.map(({ screen }) => screen).filter(({ id }) => screenId === '' || id === screenId),
    );
  }

  /** With a day on each side, so that a bar that goes on beyond the edge is drawn so. */
  #days() {
    const { from, to } = this.#span();
    return this.desk.bookingDays(addDays(from, -1), addDays(to, 1));
  }

  #names() {
    const { from, to } = this.#span();
    return this.desk.namedDays(from, to);
  }

  #span() {
    return gridSpan(this.#view(), this.date || dateAt(offsetsOf(this.desk), this.desk.now()));
  }

  #mayEdit(booking: Booking): boolean {
    return mayDo(this.me, 'booking.write', booking);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-calendar': ConsoleCalendar;
  }
}
