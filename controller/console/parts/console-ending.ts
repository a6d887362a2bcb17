import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Booking } from '../../../shared/content/booking.ts';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { extendBooking } from '../../../shared/protocol/http/planning.ts';
import { dateAt, type CivilDate } from '../../../shared/time.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import {
  daysLeftWords,
  endingSoon,
  endsByRule,
  monthLater,
  type EndingBooking,
} from './booking-end.ts';
import { refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';

const SHOWN_SHORT = 2;

/**
 * Bookings about to end, each extended by one tap: `<console-ending .desk .me>`; `short` shows the first two, on
 * a phone the first. Only those that the person may extend. Nothing when there are none.
 */
@customElement('console-ending')
export class ConsoleEnding extends LitElement {
  static override styles = [
    look,
    css`
      h2,
      .foot {
        padding: 14px 18px;
      }

      li {
        align-items: center;
        display: grid;
        gap: 12px;
        grid-template-columns: minmax(0, 1fr) auto;
        padding: 10px 18px;
      }

      li a {
        color: inherit;
      }

      li .button {
        color: var(--ink);
        text-decoration: none;
      }

      @media (width < 900px) {
        .short li:nth-child(n + 2) {
          display: none;
        }
      }

      @media (width >= 900px) {
        .short.two .foot {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ type: Boolean }) short = false;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.bookings]);

  protected override render() {
    const ending = this.#ending();
    const [first] = ending;
    if (!first) return nothing;
    const shown = this.short ? ending.slice(0, SHOWN_SHORT) : ending;
    const size = `${this.short ? 'short' : ''} ${ending.length <= SHOWN_SHORT ? 'two' : ''}`;
    return html`<section class="card list ${size}" aria-labelledby="title">
      <h2 id="title">${this.short ? shortWords(ending) : `곧 끝나는 편성 ${ending.length}건`}</h2>
      ${this.#action.refusal ? refusalNote(this.#action.refusal) : nothing}
      <ul class="list">
        ${shown.map((one) => this.#renderBooking(one))}
      </ul>
      ${
        this.short && ending.length > 1
          ? html`<p class="foot"><a href="#/bookings">${ending.length}건 모두 보기 →</a></p>`
          : nothing
      }
    </section>`;
  }

  protected override updated() {
    this.hidden = this.#ending().length === 0;
  }

  #renderBooking({ booking, lastDate, daysLeft }: EndingBooking) {
    return html`<li>
      <div>
        <a href="#/bookings/${booking.id}"><strong>${booking.name}</strong></a>
        <p class="soft small figures">
          ${daysLeftWords(daysLeft)} 끝납니다 ·
          ${dottedDate(lastDate)}${endsByRule(booking) ? ' · 반복이 스스로 끝납니다' : ''}
        </p>
      </div>
      ${
        endsByRule(booking)
          ? html`<a
              class="button"
              href="#/bookings/${booking.id}"
              aria-label="${booking.name} 반복 고치기"
              >반복 고치기</a
            >`
          : html`<button
              ?disabled=${this.#action.isBusy}
              aria-label="${booking.name} 한 달 연장"
              @click=${() => this.#onExtend(booking, lastDate)}
            >
              한 달 연장
            </button>`
      }
    </li>`;
  }

  #ending(): readonly EndingBooking[] {
    const today = dateAt(offsetsOf(this.desk), this.desk.now());
    const own = (this.desk.bookings.value ?? []).filter((one) =>
      mayDo(this.me, 'booking.write', one),
    );
    return endingSoon(own, today);
  }

  async #onExtend({ id, name, toDate }: Booking, lastDate: CivilDate): Promise<void> {
    await this.#action.run(async () => {
      const extended = monthLater(lastDate);
      await this.#setEnd(id, extended);
      say(this, {
        text: `‘${name}’ 편성을 ${dottedDate(extended)}까지 늘렸습니다.`,
        undo: () => this.#setEnd(id, toDate),
      });
    });
  }

  /** By the newest version that is known, also when an undo comes later. */
  async #setEnd(bookingId: string, toDate: CivilDate | null): Promise<void> {
    const { bookings, api } = this.desk;
    const version = bookings.value?.find(({ id }) => id === bookingId)?.version ?? 1;
    const saved = await api.call(extendBooking, {
      params: { bookingId },
      body: { toDate, version },
    });
    bookings.put((bookings.value ?? []).map((one) => (one.id === bookingId ? saved : one)));
  }
}

/** `3일 뒤 끝나는 편성 2건`, or where they end on different days `5일 안에 끝나는 편성 2건`. */
function shortWords(ending: readonly EndingBooking[]): string {
  const latest = Math.max(...ending.map(({ daysLeft }) => daysLeft));
  const isAlike = ending.every(({ daysLeft }) => daysLeft === latest);
  if (isAlike) return `${daysLeftWords(latest)} 끝나는 편성 ${ending.length}건`;
  return `${latest}일 안에 끝나는 편성 ${ending.length}건`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-ending': ConsoleEnding;
  }
}
