import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf } from '../../../shared/content/slide.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import type { DayOverview, HourOverview } from '../../../shared/schedule/overview.ts';
import { dateAt, type CivilDate, type EpochMs } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { dayWords as relativeDay } from '../app/reason-words.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-day-strip.ts';
import { type HourChange } from './console-day-strip.ts';
import './console-found.ts';
import './console-hour.ts';
import './console-slots.ts';
import { daySummary, hourNotes, hourNumber, hourWords } from './day-words.ts';
import { hourAt, hourShares, overviewOf } from './hour-shares.ts';
import { markIcons } from './mark-icon.ts';

const MOST_FOUND = 300;

/**
 * A planned day: its hours side by side, then the chosen one's shares and slots, or what `words` finds in the day:
 * `<console-day .desk .screenId .manifest .slots .date .now .at .words>`.
 */
@customElement('console-day')
export class ConsoleDay extends LitElement {
  static override styles = [
    look,
    css`
      .summary {
        font-weight: 700;
        margin-bottom: 14px;
      }

      .notes {
        display: grid;
        gap: 8px;
        margin-top: 14px;
      }

      .notes li {
        display: flex;
        gap: 10px;
      }

      .notes svg {
        flex: none;
        height: 14px;
        margin-top: 5px;
        width: 14px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() screenId = '';
  @property({ attribute: false }) manifest!: Manifest;
  @property({ attribute: false }) slots: readonly Slot[] = [];
  @property() date: CivilDate = '';
  @property({ type: Number }) now: EpochMs = 0;
  /** Whose hour is open at first; without it the one of `now`, else the first. */
  @property({ attribute: false }) at: EpochMs | undefined;
  @property() words = '';
  /** Where the hour that a person chose begins. */
  @state() private hour: EpochMs | null = null;
  protected readonly watch = new Watch(this, () => [this.desk.bookings, this.desk.slides]);

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (['date', 'screenId', 'words', 'at'].some((name) => changed.has(name))) this.hour = null;
  }

  protected override render() {
    const overview = overviewOf(this.manifest, this.slots, { date: this.date, now: this.now });
    if (overview.hours.length === 0)
      return html`<div class="card empty"><p>이날은 화면을 켜지 않는 날입니다.</p></div>`;
    const found = this.words === '' ? undefined : this.slots.filter((slot) => this.#fits(slot));
    const chosen = this.#chosen(overview, found !== undefined);
    return html`<div class="stack">
      <section class="card pad" aria-label="하루">
        ${this.#renderSummary(overview)}
        <console-day-strip
          .overview=${overview}
          .organizations=${this.manifest.organizations}
          .offsets=${this.manifest.calendar.offsets}
          .date=${this.date}
          .chosen=${chosen?.fromMs ?? 0}
          .now=${this.now}
          .found=${found?.map(({ startMs }) => startMs)}
          @hour-change=${this.#onHour}
        ></console-day-strip>
      </section>
      ${found ? this.#renderFound(found, overview, chosen) : chosen && this.#renderHour(chosen)}
    </div>`;
  }

  #renderSummary(overview: DayOverview) {
    const today = dateAt(this.manifest.calendar.offsets, this.now);
    const day = relativeDay(this.date, today);
    const { words, tone } = daySummary(overview, day, (hour) => this.#hourName(hour));
    return html`<p class="summary figures ${tone === 'warn' ? 'bad' : ''}">${words}</p>`;
  }

  #renderHour(hour: HourOverview) {
    const { organizations } = this.manifest;
    const notes = hourNotes(hour, { organizations, bookingName: (id) => this.#bookingName(id) });
    return html`<console-hour
        heading="${this.#hourName(hour)} 나눔"
        detailed
        .shares=${hourShares(hour, organizations)}
        .houseMs=${hour.houseMs}
      >
        ${
          notes.length === 0
            ? nothing
            : html`<ul class="notes">
                ${notes.map(
                  ({ mark, words }) =>
                    html`<li class=${mark === 'short' ? 'bad' : ''}>
                      <svg viewBox="0 0 12 12" aria-hidden="true">${markIcons[mark]}</svg>
                      <span>${words}</span>
                    </li>`,
                )}
              </ul>`
        }
      </console-hour>
      ${
        hour.fromMs <= this.now && this.now < hour.toMs
          ? html`<p><button @click=${this.#onNow}>지금 차례로 내려가기</button></p>`
          : nothing
      }
      ${this.#renderSlots(startingIn(this.slots, hour))}`;
  }

  #renderFound(found: readonly Slot[], overview: DayOverview, hour: HourOverview | undefined) {
    const ids = new Set(found.map(({ shopId }) => shopId));
    const shops = overview.shops
      .map((shop) => ({ ...shop, name: this.#shopName(shop.shopId) }))
      .filter(({ shopId, name }) => ids.has(shopId) && name.includes(this.words));
    const shown = hour ? startingIn(found, hour) : found;
    const isCut = shown.length > MOST_FOUND;
    return html`<console-found
        .words=${this.words}
        .count=${found.length}
        .shops=${shops}
        .offsets=${this.manifest.calendar.offsets}
        .hint=${isCut ? `처음 ${MOST_FOUND}번까지 보입니다. 위에서 시간을 고르면 그 시간 것이 모두 보입니다.` : ''}
      ></console-found>
      ${
        hour
          ? html`<p>
              <button @click=${() => (this.hour = null)}>
                ${this.#hourName(hour)} 대신 하루 전체 보기
              </button>
            </p>`
          : nothing
      }
      ${this.#renderSlots(shown.slice(0, MOST_FOUND))}`;
  }

  #renderSlots(slots: readonly Slot[]) {
    if (slots.length === 0) return nothing;
    return html`<console-slots
      .slots=${slots}
      .manifest=${this.manifest}
      .offsets=${this.manifest.calendar.offsets}
      .titleOf=${this.#titleOf}
      .now=${this.now}
      .screenId=${this.screenId}
    ></console-slots>`;
  }

  /** While searching, none is chosen until a person does. */
  #chosen(overview: DayOverview, isSearching: boolean): HourOverview | undefined {
    const chosen = overview.hours.find(({ fromMs }) => fromMs === this.hour);
    if (chosen || isSearching) return chosen;
    return hourAt(overview, this.at ?? this.now) ?? hourAt(overview, this.now) ?? overview.hours[0];
  }

  #fits(slot: Slot): boolean {
    const shop = slot.shopId === null ? '' : this.#shopName(slot.shopId);
    return `${this.#titleOf(slot)} ${shop}`.includes(this.words);
  }

  #shopName(shopId: string): string {
    return this.manifest.shops.find(({ id }) => id === shopId)?.name.ko ?? '없어진 가게';
  }

  #bookingName(bookingId: string): string {
    return this.desk.bookings.value?.find(({ id }) => id === bookingId)?.name ?? '없어진 편성';
  }

  #hourName(hour: HourOverview): string {
    return hourWords(hourNumber(this.manifest.calendar.offsets, this.date, hour.fromMs));
  }

  readonly #titleOf = (slot: Slot): string => {
    const view = this.desk.slides.value?.find(({ slide }) => slide.id === slot.slideId);
    const revision = view ? (view.approved ?? view.latest) : undefined;
    const held = this.manifest.slides.find(({ id }) => id === slot.slideId);
    const content = revision?.content ?? held?.content;
    return content ? titleOf(content) : '지워진 슬라이드';
  };

  readonly #onHour = ({ fromMs }: HourChange) => {
    this.hour = fromMs;
  };

  readonly #onNow = () => {
    this.renderRoot.querySelector('console-slots')?.showNow();
  };
}

function startingIn(slots: readonly Slot[], { fromMs, toMs }: HourOverview): readonly Slot[] {
  return slots.filter(({ startMs }) => fromMs <= startMs && startMs < toMs);
}

declare global {
  interface HTMLElementTagNameMap {
    'console-day': ConsoleDay;
  }
}
