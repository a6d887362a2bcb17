import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Booking } from '../../../shared/content/booking.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import { BookingEditor } from './booking-editor.ts';
import { scopesOf, type EditRequest } from './calendar-edits.ts';
import './console-booking-sheet.ts';
import type { ConsoleBookingSheet, Opened, SheetDeed } from './console-booking-sheet.ts';
import './console-edit-scope.ts';
import type { ConsoleEditScope } from './console-edit-scope.ts';
import type { Drop, Placed, Pull } from './grid-events.ts';
import { editOf, startMoving, type Moving } from './move-window.ts';

/** The person wants to move a booking by keys. */
export class KeysWanted extends Event {
  static readonly type = 'keys-wanted';
  readonly moving: Moving;

  constructor(moving: Moving) {
    super(KeysWanted.type);
    this.moving = moving;
  }
}

type At = Pick<EditRequest, 'booking' | 'day'>;

const IN_THE_MIDDLE =
  '반복하는 편성의 가운데입니다. 눌러서 ‘이날은 빼기’나 ‘여기서 나누기’를 고르십시오.';

/**
 * Carries out what is done to bookings on the calendar, asking what must be asked:
 * `<console-booking-hands .desk .reload @keys-wanted @hands-free>`.
 */
@customElement('console-booking-hands')
export class ConsoleBookingHands extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  /** Reads again what an edit changes. */
  @property({ attribute: false }) reload: () => Promise<unknown> = () => Promise.resolve();
  @query('console-booking-sheet') private sheet!: ConsoleBookingSheet;
  @query('console-edit-scope') private scope!: ConsoleEditScope;
  readonly #editor = new BookingEditor(this, () => this.reload());

  /** Until what was done is done and read again. `hands-free` tells the end. */
  get isBusy(): boolean {
    return this.#editor.isBusy;
  }

  /** What the booking is on that day, and what can be done. */
  async open(opened: Opened): Promise<void> {
    await this.sheet.open(opened);
  }

  async drop({ bar, day, to, isCopy, revert }: Drop): Promise<void> {
    if (isCopy) revert();
    await this.#place({ booking: bar.booking, day }, to, isCopy ? 'copy' : revert);
  }

  async pull({ bar, first, last, revert }: Pull): Promise<void> {
    const { booking } = bar;
    const fromDate = first === bar.first ? booking.fromDate : first;
    const toDate = last === bar.last ? booking.toDate : last;
    const isInside =
      (fromDate !== booking.fromDate && bar.first !== booking.fromDate) ||
      (toDate !== booking.toDate && bar.last !== booking.toDate);
    if (isInside) {
      revert();
      say(this, { text: IN_THE_MIDDLE, tone: 'bad' });
      return;
    }
    const edit = { kind: 'dates' as const, fromDate, toDate };
    await this.#edit({ booking, day: bar.first, edit }, revert);
  }

  /** Puts down what the keyboard moved. */
  async put(moving: Moving): Promise<void> {
    const { booking, day, date } = moving;
    const isMove = editOf(moving, 'all')?.kind === 'move';
    const scope = isMove ? await this.#askScope({ booking, day }, date) : 'all';
    const edit = scope && editOf(moving, scope);
    if (edit) await this.#edit({ booking, day, edit });
  }

  protected override render() {
    return html`<console-booking-sheet
        .desk=${this.desk}
        @sheet-deed=${this.#onDeed}
      ></console-booking-sheet>
      <console-edit-scope></console-edit-scope>`;
  }

  readonly #onDeed = async ({ bar, day, deed }: SheetDeed) => {
    const { booking } = bar;
    if (deed.kind === 'keys') {
      this.dispatchEvent(new KeysWanted(startMoving(booking, day, !bar.hasHours)));
    } else if (deed.kind === 'end') {
      await this.#end(booking);
    } else if ('to' in deed) {
      await this.#place({ booking, day }, deed.to, deed.kind === 'copy' ? 'copy' : undefined);
    } else {
      await this.#edit({ booking, day, edit: deed });
    }
  };

  async #place({ booking, day }: At, to: Placed, how?: 'copy' | (() => void)): Promise<void> {
    if (how === 'copy') return this.#edit({ booking, day, edit: { kind: 'copy', to } });
    const scope = await this.#askScope({ booking, day }, to.date);
    if (!scope) return how?.();
    return this.#edit({ booking, day, edit: { kind: 'move', scope, to } }, how);
  }

  /** Asks only where there is a choice. */
  async #askScope({ booking, day }: At, date: CivilDate) {
    const scopes = scopesOf(booking, day, date);
    return scopes.length === 1 ? scopes[0] : this.scope.ask({ name: booking.name, day, scopes });
  }

  async #edit(request: EditRequest, revert?: () => void): Promise<void> {
    await this.#editor.edit(request, revert);
    this.dispatchEvent(new Event('hands-free'));
  }

  async #end(booking: Booking): Promise<void> {
    await this.#editor.end(booking);
    this.dispatchEvent(new Event('hands-free'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-booking-hands': ConsoleBookingHands;
  }
}
