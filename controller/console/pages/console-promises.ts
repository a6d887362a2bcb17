import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { longDate } from '../../../shared/korean-date.ts';
import type { PromiseLineView } from '../../../shared/protocol/http/planning.ts';
import { addDays, dateAt, isCivilDate, MINUTE_MS, type CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { dayWords } from '../app/reason-words.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from '../parts/field.ts';
import { heldView } from '../parts/held-view.ts';
import '../parts/console-plan-tabs.ts';
import '../parts/console-promise.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { promiseWords } from '../parts/promise-words.ts';

/** What was promised for a day and what played, board by board (S10): `<console-promises .desk>`. */
@customElement('console-promises')
export class ConsolePromises extends LitElement {
  static override styles = [
    look,
    css`
      .dates {
        align-items: end;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 10px;
      }

      .dates button {
        /* The field's empty note stands below its input. */
        margin-bottom: 6px;
      }

      @media (width < 600px) {
        .dates .field {
          flex: 1 1 100%;
        }
      }

      article {
        display: grid;
        gap: 16px;
      }

      h2 a {
        color: inherit;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private chosen: CivilDate | undefined;
  #readAt = 0;
  protected readonly tick = new Tick(this, MINUTE_MS);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.bookings, this.desk.shops, this.desk.screens],
    this.desk.promises(this.#date()),
    ...this.#boards().map((screenId) => this.desk.manifest(screenId)),
  ]);

  protected override willUpdate() {
    const now = this.desk.now();
    if (this.#readAt !== 0 && now - this.#readAt < MINUTE_MS) return;
    if (this.#readAt !== 0 && this.#date() === this.#today())
      this.desk.promises(this.#date()).invalidate();
    this.#readAt = now;
  }

  protected override render() {
    const date = this.#date();
    return html`<div class="stack">
      <h1>약속한 횟수</h1>
      <console-plan-tabs current="promises"></console-plan-tabs>
      <div class="dates">
        ${textField({
          id: 'date',
          label: '날짜',
          type: 'date',
          value: date,
          onInput: (value) => {
            if (isCivilDate(value)) this.chosen = value;
          },
        })}
        <button @click=${() => (this.chosen = addDays(date, -1))}>하루 전</button>
        <button @click=${() => (this.chosen = addDays(date, 1))}>하루 뒤</button>
        ${
          date === this.#today()
            ? nothing
            : html`<button @click=${() => (this.chosen = undefined)}>오늘</button>`
        }
      </div>
      ${heldView(this.desk.promises(date), (lines) => this.#renderLines(lines))}
    </div>`;
  }

  #renderLines(lines: readonly PromiseLineView[]) {
    const date = this.#date();
    if (lines.length === 0) return this.#renderEmpty();
    const byBooking = Map.groupBy(lines, ({ bookingId }) => bookingId);
    const worst = (group: readonly PromiseLineView[]) =>
      Math.max(...group.map(({ shortfall }) => shortfall));
    const groups = [...byBooking].sort(
      ([a, linesOfA], [b, linesOfB]) =>
        worst(linesOfB) - worst(linesOfA) || (this.#bookingName(a) < this.#bookingName(b) ? -1 : 1),
    );
    const short = groups.filter(([, group]) => worst(group) > 0).length;
    return html`<p role="status" class=${short > 0 ? 'bad' : 'good'}>
        <strong
          >${dayWords(date, this.#today())} 약속한 편성 ${groups.length}건 가운데
          ${short > 0 ? `${short}건이 모자랍니다.` : '모자라는 것이 없습니다.'}</strong
        >
      </p>
      ${groups.map(([bookingId, group]) => this.#renderBooking(bookingId, group))}`;
  }

  #renderBooking(bookingId: string, lines: readonly PromiseLineView[]) {
    const booking = this.desk.bookings.value?.find(({ id }) => id === bookingId);
    const shop = this.desk.shops.value?.find(({ id }) => id === booking?.shopId);
    const sorted = [...lines].sort((a, b) => b.shortfall - a.shortfall);
    return html`<article class="card pad">
      <div>
        <h2><a href="#/bookings/${bookingId}">${this.#bookingName(bookingId)}</a></h2>
        ${shop ? html`<p class="soft small">${shop.name.ko}</p>` : nothing}
      </div>
      ${sorted.map(
        (line) =>
          html`<console-promise
            .line=${line}
            .board=${this.#boardName(line.screenId)}
            .words=${this.#words(line)}
          ></console-promise>`,
      )}
    </article>`;
  }

  #renderEmpty() {
    return html`<div class="card empty">
      <h2>${longDate(this.#date())}에 약속한 편성이 없습니다</h2>
      <p class="soft">
        편성을 고칠 때 ‘하루에 몇 번 약속합니까’에 횟수를 적으면, 약속한 만큼 나갔는지 여기서 보실
        수 있습니다.
      </p>
      <a class="button main" href="#/bookings">편성 고르러 가기</a>
    </div>`;
  }

  #words(line: PromiseLineView): string {
    const date = this.#date();
    const carry = this.desk.manifest(line.screenId).value?.carry;
    const claimed = carry?.date === date ? (carry.claims?.[line.bookingId] ?? 0) : 0;
    return promiseWords(line, { date, today: this.#today(), claimed });
  }

  /** Today's boards with a promise: their plans say what is made good. */
  #boards(): readonly string[] {
    if (this.#date() !== this.#today()) return [];
    const lines = this.desk.promises(this.#date()).value ?? [];
    return [...new Set(lines.map(({ screenId }) => screenId))];
  }

  #bookingName(bookingId: string): string {
    return this.desk.bookings.value?.find(({ id }) => id === bookingId)?.name ?? '지워진 편성';
  }

  #boardName(screenId: string): string {
    const view = this.desk.screens.value?.find(({ screen }) => screen.id === screenId);
    return view?.screen.name ?? '지워진 화면';
  }

  #date(): CivilDate {
    return this.chosen ?? this.#today();
  }

  #today(): CivilDate {
    return dateAt(offsetsOf(this.desk), this.desk.now());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-promises': ConsolePromises;
  }
}
