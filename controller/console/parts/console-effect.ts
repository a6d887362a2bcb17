import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BookingFields } from '../../../shared/content/booking.ts';
import { includesScreen } from '../../../shared/content/fields.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import { clock24 } from '../../../shared/korean-date.ts';
import type { Refusal } from '../../../shared/problem.ts';
import type { DayEffect } from '../../../shared/schedule/effect.ts';
import { dateAt, minuteAt } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { dayWords } from '../app/reason-words.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import './console-effect-others.ts';
import {
  dayLine,
  daysWords,
  fullHoursWords,
  noDayWords,
  windowOf,
  type EffectAnswer,
  type WordsAt,
} from './effect-words.ts';
import { windowWords } from './minutes.ts';
import { offsetsOf } from './place-time.ts';

/** Hours with room, picked instead of those that are full. */
export class HoursPicked extends Event {
  static readonly type = 'hours-picked';
  readonly hours: Pick<BookingFields, 'fromMinute' | 'toMinute'>;

  constructor(hours: Pick<BookingFields, 'fromMinute' | 'toMinute'>) {
    super(HoursPicked.type, { bubbles: true, composed: true });
    this.hours = hours;
  }
}

/** What saving the draft would change (S12): `<console-effect .desk .draft .answer .isOld @hours-picked>`. */
@customElement('console-effect')
export class ConsoleEffect extends LitElement {
  static override styles = [
    look,
    css`
      .plays {
        font-size: 1.375rem;
        font-weight: 800;
        letter-spacing: -0.02em;
        line-height: 1.35;
      }

      .old {
        color: var(--soft);
      }

      table {
        border-collapse: collapse;
        width: 100%;
      }

      caption {
        font-weight: 700;
        padding-bottom: 4px;
        text-align: start;
      }

      th,
      td {
        border-top: 1px solid var(--line);
        padding: 6px 0;
        text-align: end;
      }

      th:first-child {
        text-align: start;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) draft!: BookingFields;
  /** Null for a new one. */
  @property({ attribute: false }) bookingId: string | null = null;
  @property({ attribute: false }) answer: EffectAnswer | undefined;
  @property({ attribute: false }) refusal: Refusal | undefined;
  /** The form says at its fields already what is wrong. */
  @property({ type: Boolean }) isTold = false;
  /** The answer is that of an earlier draft. */
  @property({ type: Boolean }) isOld = false;
  protected readonly watch = new Watch(this, () => [
    this.desk.bookings,
    this.desk.screens,
    this.desk.slides,
  ]);

  protected override render() {
    const isAsking = this.isOld && !this.refusal;
    return html`<section
      class="card pad stack"
      aria-labelledby="title"
      aria-busy=${isAsking ? 'true' : 'false'}
    >
      <div class="row between">
        <h2 id="title">저장하면 이렇게 됩니다</h2>
        ${isAsking ? html`<span class="soft small">셈하는 중…</span>` : nothing}
      </div>
      ${this.#renderRefusal()}
      <div class="stack ${this.isOld ? 'old' : ''}">${this.#renderAnswer()}</div>
    </section>`;
  }

  #renderRefusal() {
    if (!this.refusal) return nothing;
    const [first] = this.refusal.fields;
    if (this.refusal.code === 'invalid')
      return html`<p class="note">
        ${this.isTold ? '적은 내용을' : (first?.message ?? this.refusal.message)} 고치면 다시
        셈합니다.
      </p>`;
    return html`<p class="note">${this.refusal.message}</p>
      <button type="button" @click=${this.#onRetry}>다시 셈하기</button>`;
  }

  #renderAnswer() {
    const { answer, draft } = this;
    if (draft.slideIds.length === 0)
      return html`<p class="soft">
        슬라이드를 고르면 하루에 몇 번 나가는지, 다른 가게는 어떻게 되는지 보여 드립니다.
      </p>`;
    if (!answer) return nothing;
    if (answer.plans.length === 0)
      return html`<p class="note warn">내보낼 화면이 없습니다. 화면을 하나 이상 골라 주십시오.</p>`;
    return html`${this.#renderUnapproved(answer)}
    ${answer.plans.map(
      ({ screenIds, days }) =>
        html`${answer.plans.length > 1 ? html`<h3>${this.#screenNames(screenIds)}</h3>` : nothing}
        ${this.#renderPlan(days, screenIds)}`,
    )}`;
  }

  #renderUnapproved({ unapprovedSlideIds }: EffectAnswer) {
    if (unapprovedSlideIds.length === 0) return nothing;
    const titles = unapprovedSlideIds.map((id) => {
      const view = this.desk.slides.value?.find(({ slide }) => slide.id === id);
      return `‘${view ? titleOf(view.latest.content) : '이름 없는 슬라이드'}’`;
    });
    return html`<p class="note warn">
      승인되면 이렇게 됩니다. 아직 승인되지 않은 슬라이드: ${titles.join(', ')}
    </p>`;
  }

  #renderPlan(days: readonly DayEffect[], screenIds: readonly string[]) {
    const at = { offsets: offsetsOf(this.desk, screenIds[0]), now: this.desk.now() };
    const [first] = days;
    if (!first)
      return html`<p class="note warn" role="status">${this.#whyNoDay(screenIds, at)}</p>`;
    return html`${first.after ? this.#renderFirst(first, at) : this.#renderGone(first)}
      ${this.#renderFull(first, at)} ${days.length > 1 ? this.#renderDays(days, at) : nothing}
      <console-effect-others
        .desk=${this.desk}
        .bookingId=${this.bookingId}
        .others=${first.others}
        .date=${first.date}
      ></console-effect-others>`;
  }

  #renderFirst(day: DayEffect, at: WordsAt) {
    const plays = day.after?.plays ?? 0;
    if (plays === 0)
      return html`<p class="note warn" role="status">
        ${dayWords(day.date, dateAt(at.offsets, at.now))} 한 번도 나가지 않습니다. 나가는 날이
        아니거나, 시간대가 슬라이드 한 장보다 짧거나, 행사 독점 편성이 그 시간을 씁니다. 반복과
        공휴일, 시간대를 다시 봐 주십시오.
      </p>`;
    const before = day.before?.plays;
    return html`<div class="figures">
      <p class="plays" role="status">하루 ${plays}번 나갑니다</p>
      <p>${dayLine(day, at)}</p>
      <p class="soft small">
        ${dayWords(day.date, dateAt(at.offsets, at.now))} 하루로
        셈했습니다.${
          before === undefined || before === plays ? nothing : html` 지금은 하루 ${before}번입니다.`
        }
      </p>
    </div>`;
  }

  /** Boards that the booking leaves, or one that was ended. */
  #renderGone({ before }: DayEffect) {
    const booking = this.desk.bookings.value?.find(({ id }) => id === this.bookingId);
    if (booking?.state === 'ended')
      return html`<p class="note warn" role="status">
        끝낸 편성이라 나가지 않습니다. 편성 목록에서 되살리면 나갑니다.
      </p>`;
    return html`<p class="note warn" role="status">
      이 화면에서는 빠집니다. 지금은 하루 ${before?.plays ?? 0}번 나갑니다.
    </p>`;
  }

  #renderFull({ fullHours, freeWindows, date }: DayEffect, { offsets }: WordsAt) {
    if (fullHours.length === 0) return nothing;
    const windows = freeWindows.map((window) => windowOf(window, date, offsets));
    return html`<div class="note warn stack">
      <p>${fullHoursWords(fullHours, offsets)}</p>
      ${
        windows.length === 0
          ? html`<p>이날은 남는 시간대가 없습니다. 구좌 수를 줄이거나 다른 날을 골라 주십시오.</p>`
          : html`<p>자리가 있는 시간대로 옮길 수 있습니다.</p>
              <div class="row">
                ${windows.map(
                  (hours) =>
                    html`<button
                      type="button"
                      @click=${() => this.dispatchEvent(new HoursPicked(hours))}
                    >
                      ${windowWords(hours.fromMinute, hours.toMinute)}
                    </button>`,
                )}
              </div>`
      }
    </div>`;
  }

  #renderDays(days: readonly DayEffect[], { offsets }: WordsAt) {
    return html`<table class="figures">
      <caption>
        날마다 다릅니다
      </caption>
      <thead class="small">
        <tr>
          <th scope="col">날</th>
          <th scope="col">횟수</th>
          <th scope="col">첫 표출</th>
          <th scope="col">시간</th>
        </tr>
      </thead>
      <tbody>
        ${days.map((day) => {
          const first = day.after?.firstAt;
          return html`<tr>
            <th scope="row">${daysWords(day)}</th>
            <td>${day.after?.plays ?? 0}번</td>
            <td>${first == null ? '없음' : clock24(minuteAt(offsets, first))}</td>
            <td>${span(day.after?.playMs ?? 0)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  #whyNoDay(screenIds: readonly string[], { offsets, now }: WordsAt): string {
    const screens = (this.desk.screens.value ?? [])
      .map(({ screen }) => screen)
      .filter(({ id }) => screenIds.includes(id) && includesScreen(this.draft.screens, id));
    return noDayWords(this.draft, screens, dateAt(offsets, now));
  }

  #screenNames(screenIds: readonly string[]): string {
    return (this.desk.screens.value ?? [])
      .filter(({ screen }) => screenIds.includes(screen.id))
      .map(({ screen }) => screen.name)
      .join(', ');
  }

  readonly #onRetry = () => this.dispatchEvent(new Event('effect-again'));
}

declare global {
  interface HTMLElementTagNameMap {
    'console-effect': ConsoleEffect;
  }
}
