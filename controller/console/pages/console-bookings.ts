import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Booking } from '../../../shared/content/booking.ts';
import { includesScreen } from '../../../shared/content/fields.ts';
import { mayDo, mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { endBooking, resumeBooking } from '../../../shared/protocol/http/content.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { dateAt } from '../../../shared/time.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { whyNeverAgain, whyNoSlide } from '../parts/booking-end.ts';
import '../parts/console-ending.ts';
import '../parts/console-plan-tabs.ts';
import { textField, tick } from '../parts/field.ts';
import { heldView, refusalNote } from '../parts/held-view.ts';
import { windowWords } from '../parts/minutes.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { daysWords } from '../parts/weekly.ts';

/** All bookings: `<console-bookings .desk .me>`. */
@customElement('console-bookings')
export class ConsoleBookings extends LitElement {
  static override styles = [
    look,
    css`
      li {
        align-items: center;
        display: grid;
        gap: 12px;
        grid-template-columns: 6px minmax(0, 1fr) auto;
        padding: 12px 16px;
      }

      li a {
        color: inherit;
      }

      .ended {
        opacity: 0.75;
      }

      .why {
        color: var(--warn);
        font-weight: 600;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private words = '';
  @state() private withEnded = false;
  @state() private onlyMarked = false;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.bookings, this.desk.organizations, this.desk.shops],
    ...[this.desk.slides, this.desk.screens],
    ...[...this.#screenIds().values()].map((screenId) => this.desk.manifest(screenId)),
  ]);

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>편성</h1>
        ${
          mayDoSomewhere(this.me, 'booking.write')
            ? html`<a class="button main" href="#/bookings/new">편성하기</a>`
            : nothing
        }
      </div>
      <console-plan-tabs current="bookings"></console-plan-tabs>
      <console-ending .desk=${this.desk} .me=${this.me}></console-ending>
      ${refusalNote(this.#action.refusal)}
      ${heldView(this.desk.bookings, (bookings) => this.#renderList(bookings))}
    </div>`;
  }

  #renderList(bookings: readonly Booking[]) {
    if (bookings.length === 0)
      return html`<div class="card empty">
        <h2>아직 편성이 없습니다</h2>
        <p class="soft">승인된 슬라이드를 언제, 어느 화면에 낼지 정해 주십시오.</p>
        <a class="button main" href="#/bookings/new">첫 편성하기</a>
      </div>`;
    const marked = bookings.filter((booking) => this.#whyNot(booking).length > 0);
    const isOnly = this.onlyMarked && marked.length > 0;
    const found = (isOnly ? marked : bookings).filter((booking) => this.#matches(booking));
    return html`${textField({
        id: 'find',
        label: '찾기',
        type: 'search',
        value: this.words,
        placeholder: '편성 이름이나 가게',
        onInput: (words) => (this.words = words),
      })}
      <div class="row">
        ${tick('끝난 편성도 보기', this.withEnded, (isOn) => (this.withEnded = isOn))}
        ${
          marked.length === 0
            ? nothing
            : tick(
                `나가지 않는 편성 ${marked.length}건만 보기`,
                this.onlyMarked,
                (isOn) => (this.onlyMarked = isOn),
              )
        }
      </div>
      <p class="soft" role="status">${found.length}건</p>
      ${
        found.length === 0
          ? html`<div class="card empty"><p>찾는 편성이 없습니다.</p></div>`
          : html`<ul class="card list">
              ${found.map((booking) => this.#renderBooking(booking))}
            </ul>`
      }`;
  }

  #renderBooking(booking: Booking) {
    const organization = this.desk.organizations.value?.find(
      ({ id }) => id === booking.organizationId,
    );
    const isLive = booking.state === 'live';
    const dates = `${dottedDate(booking.fromDate)} ~ ${booking.toDate ? dottedDate(booking.toDate) : '계속'}`;
    return html`<li class=${booking.state}>
      <span class="bar" ${setStyles({ '--organization': organization?.accent })}></span>
      <div>
        <a href="#/bookings/${booking.id}"><strong>${booking.name}</strong></a>
        ${booking.exclusive ? html`<span class="badge warn">행사 독점</span>` : nothing}
        ${isLive ? nothing : html`<span class="badge">끝남</span>`}
        <p class="soft small figures">
          ${organization?.name.ko ?? ''} · ${dates} · ${daysWords(booking)} ·
          ${windowWords(booking.fromMinute, booking.toMinute)} · 구좌
          ${booking.weight}${
            booking.promisedPlaysPerDay === null
              ? nothing
              : html` · 하루 ${booking.promisedPlaysPerDay}번 약속`
          }
        </p>
        ${this.#whyNot(booking).map((why) => html`<p class="why small">${why}</p>`)}
      </div>
      ${
        mayDo(this.me, 'booking.write', booking)
          ? html`<button
              ?disabled=${this.#action.isBusy}
              aria-label="${booking.name} ${isLive ? '끝내기' : '되살리기'}"
              @click=${() => this.#onToggle(booking)}
            >
              ${isLive ? '끝내기' : '되살리기'}
            </button>`
          : nothing
      }
    </li>`;
  }

  /** Why a live booking shows nothing, though it is in the list. */
  #whyNot(booking: Booking): readonly string[] {
    const screenId = this.#screenIds().get(booking.id);
    const manifest = screenId === undefined ? undefined : this.desk.manifest(screenId).value;
    const today = dateAt(offsetsOf(this.desk), this.desk.now());
    const slides = this.desk.slides.value;
    return [
      whyNeverAgain(booking, today, manifest),
      slides ? whyNoSlide(booking, slides) : undefined,
    ].filter((why) => why !== undefined);
  }

  /** One board of each booking, few different ones altogether: days are the same on all of a booking's. */
  #screenIds(): ReadonlyMap<string, string> {
    const known = (this.desk.screens.value ?? []).map(({ screen }) => screen.id);
    return new Map(
      (this.desk.bookings.value ?? []).flatMap(({ id, screens }) => {
        const first = known.find((screenId) => includesScreen(screens, screenId));
        return first === undefined ? [] : [[id, first] as const];
      }),
    );
  }

  #matches(booking: Booking): boolean {
    const shop = this.desk.shops.value?.find(({ id }) => id === booking.shopId);
    return (
      (this.withEnded || booking.state === 'live') &&
      `${booking.name} ${shop?.name.ko ?? ''}`.includes(this.words.trim())
    );
  }

  async #onToggle(booking: Booking): Promise<void> {
    await this.#action.run(async () => {
      await this.#set(booking.id, booking.state === 'live');
      if (booking.state !== 'live') say(this, { text: '편성을 되살렸습니다.' });
      else say(this, { text: '편성을 끝냈습니다.', undo: () => this.#set(booking.id, false) });
    });
  }

  /** By the newest version that is known, also when an undo comes later. */
  async #set(bookingId: string, isEnding: boolean): Promise<void> {
    const version = this.desk.bookings.value?.find(({ id }) => id === bookingId)?.version ?? 1;
    const saved = await this.desk.api.call(isEnding ? endBooking : resumeBooking, {
      params: { bookingId },
      body: { version },
    });
    const all = this.desk.bookings.value ?? [];
    this.desk.bookings.put(all.map((one) => (one.id === bookingId ? saved : one)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-bookings': ConsoleBookings;
  }
}
