import {
  Calendar,
  type CalendarOptions,
  type EventApi,
  type LocaleInput,
  type PluginInput,
} from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction from 'fullcalendar/interaction';
import korean from 'fullcalendar/locales/ko';
import classic from 'fullcalendar/themes/classic';
import timeGrid from 'fullcalendar/timegrid';
import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { NamedDay } from '../../../shared/content/place-calendar.ts';
import { clockTime, weekdayName } from '../../../shared/korean-date.ts';
import { addDays, isCivilDate, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { bookingGridLook } from './booking-grid-look.ts';
import { isAllDay, type Bar, type Hours } from './calendar-bars.ts';
import { barNodes, dayNodes, hiddenWords, hoursWords } from './grid-content.ts';
import { BarDrop, BarOpen, BarPull } from './grid-events.ts';
import { barInput, civilOf, daysBetween, GHOST, ghostInput, minuteOfDay } from './grid-input.ts';
import type { GridView } from './grid-span.ts';
import type { Moving } from './move-window.ts';

// The packages' types of these two are out of their own reach.
const theme = classic as PluginInput;
const language = korean as LocaleInput;
/** A finger that stays this long takes hold of a bar. */
const LONG_PRESS_MS = 350;

/**
 * Bookings in a week or a month, dragged, stretched and copied by mouse and finger:
 * `<console-booking-grid .bars .view .date .lit @bar-open @bar-drop @bar-pull>`.
 */
@customElement('console-booking-grid')
export class ConsoleBookingGrid extends LitElement {
  static override styles = [...look, ...bookingGridLook];
  @property({ attribute: false }) bars: readonly Bar[] = [];
  @property() view: GridView = 'week';
  /** A date that is to be seen. */
  @property() date: CivilDate = '';
  /** Local date and time, `YYYY-MM-DDTHH:MM`. */
  @property() now = '';
  /** Outside of them no board is lit. */
  @property({ attribute: false }) lit: Hours = { fromMinute: 0, toMinute: 1440 };
  /** What is drawn of a day. */
  @property({ attribute: false }) hours: Hours = { fromMinute: 0, toMinute: 1440 };
  /** Bars above each other in a day before the others are only counted. */
  @property({ type: Number }) most = 5;
  @property({ attribute: false }) namedDays: readonly NamedDay[] = [];
  @property({ attribute: false }) accentOf: (bar: Bar) => string | undefined = () => undefined;
  @property({ attribute: false }) mayEdit: (bar: Bar) => boolean = () => false;
  /** What the keyboard is moving. */
  @property({ attribute: false }) moving: Moving | undefined;
  @query('.calendar') private box!: HTMLElement;
  #calendar: Calendar | undefined;
  #heldDay: CivilDate | undefined;

  /** Puts the focus on the first bar of the booking that is drawn, once it is. */
  focusBooking(bookingId: string): void {
    requestAnimationFrame(() => {
      const bars = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-bar]')];
      bars.find(({ dataset }) => dataset.bar?.startsWith(`${bookingId} `))?.focus();
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#calendar?.destroy();
    this.#calendar = undefined;
  }

  protected override render() {
    return html`<div
      class="calendar"
      @mousedown=${{ handleEvent: this.#onHold, capture: true }}
      @touchstart=${{ handleEvent: this.#onHold, capture: true, passive: true }}
    ></div>`;
  }

  protected override updated(changed: Map<string, unknown>) {
    if (!this.#calendar) {
      this.#calendar = new Calendar(this.box, this.#options());
      this.#calendar.render();
      return;
    }
    const options = this.#options();
    for (const name of changedOptions(changed)) this.#calendar.setOption(name, options[name]);
    if (changed.has('view')) this.#calendar.changeView(this.view, this.date);
    else if (changed.has('date')) this.#calendar.gotoDate(this.date);
    if (changed.has('bars')) this.#keepFocus();
  }

  #options(): CalendarOptions {
    return {
      plugins: [dayGrid, timeGrid, interaction, theme],
      ...{ locales: [language], locale: 'ko', timeZone: 'UTC', firstDay: 0 },
      ...{ initialView: this.view, initialDate: this.date, now: () => `${this.now}:00Z` },
      views: {
        week: { type: 'timeGrid', duration: { weeks: 1 } },
        days: { type: 'timeGrid', duration: { days: 3 } },
        month: { type: 'dayGridMonth' },
      },
      ...{ headerToolbar: false, height: 'auto', nowIndicator: true },
      ...this.#hours(),
      // Rows as high as a step: in a higher row the library loses up to a step when a drag begins.
      ...{ slotDuration: '00:30', slotHeaderInterval: '01:00', slotMinHeight: 17 },
      slotHeaderContent: ({ date }) => clockTime(minuteOfDay(date)),
      ...{ dayMaxEvents: this.most, slotEventOverlap: false, allDayText: '긴 편성' },
      ...{
        moreLinkText: (more) => `${more}개 더`,
        moreLinkHint: (more) => `편성 ${more}개 더 보기`,
      },
      ...{ closeHint: '닫기', eventOrder: 'rank' },
      ...this.#texts(),
      dayHeaderDidMount: ({ el }) => speakContent(el),
      dayCellDidMount: ({ el }) => speakContent(el),
      viewDidMount: ({ el }) => nameRows(el),
      eventInnerClass: 'inner',
      ...{ eventInteractive: true, eventResizableFromStart: true, dragRevertDuration: 150 },
      ...{ eventLongPressDelay: LONG_PRESS_MS, eventDragMinDistance: 6 },
      eventAllow: (to, event) => to.allDay === event?.allDay,
      events: this.#events(),
      ...this.#listeners(),
    };
  }

  #hours(): CalendarOptions {
    const from = Math.floor(this.hours.fromMinute / 60);
    const to = Math.max(from + 1, Math.ceil(this.hours.toMinute / 60));
    return { slotMinTime: { hours: from }, slotMaxTime: { hours: to } };
  }

  /** New functions each time: with the old ones the library would not draw again. */
  #texts(): CalendarOptions {
    const { namedDays } = this;
    return {
      dayHeaderContent: ({ date, view }) =>
        view.type === 'month'
          ? weekdayName(civilOf(date))
          : dayNodes(civilOf(date), namedDays, { isShort: false }),
      dayCellTopContent: ({ date }) => dayNodes(civilOf(date), namedDays, { isShort: true }),
      eventContent: ({ event }) => {
        const bar = barOf(event);
        const window = bar ? bar.booking : this.moving;
        const hours = window ? hoursWords(window, isAllDay(window, this.lit)) : '';
        return barNodes(event.title, bar, hours);
      },
    };
  }

  #events() {
    const { moving } = this;
    const inputs = this.bars.map((bar, rank) =>
      barInput(bar, {
        rank,
        accent: this.accentOf(bar),
        mayEdit: this.mayEdit(bar),
        isLeft: bar.booking.id === moving?.booking.id,
      }),
    );
    return moving ? [...inputs, ghostInput(moving, this.lit)] : inputs;
  }

  #listeners(): CalendarOptions {
    return {
      eventDidMount: ({ event, el }) => (el.dataset.bar = event.id),
      eventClick: ({ event, jsEvent }) => {
        const bar = barOf(event);
        if (!bar) return;
        const isPointed = jsEvent instanceof MouseEvent;
        const day = isPointed ? this.#dayAt(jsEvent) : undefined;
        this.dispatchEvent(new BarOpen(bar, within(bar, day ?? this.date)));
      },
      eventDrop: ({ event, oldEvent, jsEvent, revert }) => {
        const bar = barOf(event);
        const { start, end } = event;
        if (!bar || !start || !oldEvent.start) return;
        const { booking, isOverDays } = bar;
        const day = isOverDays ? within(bar, this.#heldDay ?? bar.first) : bar.first;
        const days = daysBetween(oldEvent.start, start);
        const window = isOverDays ? booking : hoursOf(start, end);
        const to = { date: addDays(day, days), ...minutesOf(window) };
        const isCopy = jsEvent.altKey || jsEvent.ctrlKey || jsEvent.metaKey;
        this.dispatchEvent(new BarDrop({ bar, day, to, isCopy, revert }));
      },
      eventResize: ({ event, revert }) => {
        const bar = barOf(event);
        const { start, end } = event;
        if (!bar || !start) return;
        if (bar.isOverDays) {
          const last = end ? addDays(civilOf(end), -1) : civilOf(start);
          this.dispatchEvent(new BarPull({ bar, first: civilOf(start), last, revert }));
          return;
        }
        const to = { date: civilOf(start), ...hoursOf(start, end) };
        this.dispatchEvent(new BarDrop({ bar, day: bar.first, to, isCopy: false, revert }));
      },
    };
  }

  /** The library makes its elements anew with every list. */
  #keepFocus(): void {
    const focused = this.shadowRoot?.activeElement;
    if (!(focused instanceof HTMLElement)) return;
    const { bar } = focused.dataset;
    if (bar === undefined || bar === GHOST) return;
    requestAnimationFrame(() => {
      for (const element of this.renderRoot.querySelectorAll<HTMLElement>('[data-bar]'))
        if (element.dataset.bar === bar) element.focus();
    });
  }

  readonly #onHold = (event: Event) => {
    const point = event instanceof MouseEvent ? event : (event as TouchEvent).touches[0];
    this.#heldDay = point && this.#dayAt(point);
  };

  #dayAt({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): CivilDate | undefined {
    for (const element of this.shadowRoot?.elementsFromPoint(clientX, clientY) ?? []) {
      const date = element instanceof HTMLElement ? element.dataset.date : undefined;
      if (date !== undefined && isCivilDate(date)) return date;
    }
    return undefined;
  }
}

function changedOptions(changed: Map<string, unknown>): (keyof CalendarOptions)[] {
  const names: (keyof CalendarOptions)[] = [];
  if (changed.has('hours')) names.push('slotMinTime', 'slotMaxTime');
  if (changed.has('most')) names.push('dayMaxEvents');
  if (changed.has('namedDays')) names.push('dayHeaderContent', 'dayCellTopContent');
  if (changed.has('bars') || changed.has('moving')) names.push('eventContent', 'events');
  return names;
}

/** The library reads out a date of its own instead of what stands there: holidays too. */
function speakContent(cell: HTMLElement): void {
  cell.removeAttribute('aria-label');
  for (const hidden of cell.querySelectorAll('[aria-hidden]'))
    hidden.removeAttribute('aria-hidden');
}

/** The library leaves the head of the hours' row without a word, but for its English label. */
function nameRows(view: HTMLElement): void {
  for (const head of view.querySelectorAll('[role="rowheader"]:empty')) {
    head.removeAttribute('aria-label');
    head.append(hiddenWords('시간대'));
  }
}

function barOf(event: EventApi): Bar | undefined {
  return event.extendedProps.bar as Bar | undefined;
}

function hoursOf(start: Date, end: Date | null): Hours {
  const fromMinute = minuteOfDay(start);
  const lengthMs = end ? end.getTime() - start.getTime() : 3_600_000;
  return { fromMinute, toMinute: fromMinute + Math.round(lengthMs / 60_000) };
}

function minutesOf({ fromMinute, toMinute }: Hours): Hours {
  return { fromMinute, toMinute };
}

function within({ first, last }: Bar, day: CivilDate): CivilDate {
  if (day < first) return first;
  return day > last ? last : day;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-booking-grid': ConsoleBookingGrid;
  }
}
