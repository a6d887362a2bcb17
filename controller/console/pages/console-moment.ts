import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Screen } from '../../../shared/content/screen.ts';
import { longDate, clockSeconds } from '../../../shared/korean-date.ts';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import type { Moment } from '../../../shared/protocol/http/planning.ts';
import { dateAt, type CivilDate, type EpochMs, type ZoneOffset } from '../../../shared/time.ts';
import { Address } from '../app/address.ts';
import { look } from '../app/look.ts';
import { PlayHead } from '../app/play-head.ts';
import { dayWords } from '../app/reason-words.ts';
import { routeOf } from '../app/routes.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-moment-picture.ts';
import '../parts/console-moment-time.ts';
import type { InstantChange, TimeActEvent } from '../parts/console-moment-time.ts';
import '../parts/console-moment-why.ts';
import '../parts/console-plan-tabs.ts';
import '../parts/console-why-not.ts';
import { selectField } from '../parts/field.ts';
import { heldDay, shareAt } from '../parts/held-day.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { MomentReader } from '../parts/moment-reader.ts';
import { holds, slotBeside } from '../parts/moment-span.ts';
import { sourceWords } from '../parts/moment-words.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { partOf, screenInstantOf } from '../parts/screen-instant.ts';

/**
 * 그 순간: any second of a board, past or to come, and why: `<console-moment .desk place="SCREEN@MS">`. Either half
 * of `place` may be missing: the first board, now. The address follows, so that it can be sent to somebody.
 */
@customElement('console-moment')
export class ConsoleMoment extends LitElement {
  static override styles = [
    look,
    css`
      .columns,
      .side {
        align-items: start;
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }

      .old {
        opacity: 0.55;
        transition: opacity 0.2s 0.5s;
      }

      .source {
        font-weight: 700;
      }

      @media (width >= 900px) {
        .columns {
          gap: 24px;
          grid-template-columns: minmax(0, 13fr) minmax(0, 7fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() place = '';
  @state() private screenId = '';
  @state() private at: EpochMs = 0;
  protected readonly watch = new Watch(this, () => {
    const { desk } = this;
    const id = this.#screen()?.id;
    const lists = [desk.screens, desk.bookings, desk.announcements];
    return id
      ? [...lists, desk.manifest(id), ...this.#dates().map((on) => desk.plan(id, on))]
      : lists;
  });
  readonly #head = new PlayHead(this, (at) => (this.at = at));
  readonly #reader = new MomentReader(this, ({ screenId, at }) =>
    this.desk.api.call(endpoints.readMoment, { params: { screenId }, query: { at } }),
  );

  readonly #address = new Address(this);

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onHash);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('place')) this.#goTo(this.place);
    const screen = this.#screen();
    const manifest = screen && this.desk.manifest(screen.id).value;
    const sources = [manifest, this.desk.announcements.value];
    this.#reader.put(screen && { screenId: screen.id, at: this.at }, sources);
  }

  protected override render() {
    const screen = this.#screen();
    return html`<div class="stack">
      <h1>그 순간</h1>
      <console-plan-tabs current="moment"></console-plan-tabs>
      ${screen ? this.#renderScreen(screen) : skeleton()}
    </div>`;
  }

  protected override updated() {
    const screen = this.#screen();
    if (screen && this.#head.speed === 0)
      this.#address.put(`#/moment/${partOf(screen.id, this.at)}`);
  }

  #renderScreen(screen: Screen) {
    const { moment } = this.#reader;
    return html`<div class="columns">
      <div class="side">
        ${
          moment
            ? html`<console-moment-picture
                class=${this.#reader.isOld ? 'old' : ''}
                .screen=${screen}
                .moment=${moment}
                .at=${this.#shownAt(moment)}
                .pictures=${this.desk.pictures}
              ></console-moment-picture>`
            : skeleton()
        }
        ${this.#renderSource(screen, moment)} ${this.#renderTime(screen)}
      </div>
      <div class="side">
        ${moment ? this.#renderWhy(screen, moment) : nothing}
        <console-why-not
          .desk=${this.desk}
          .screenId=${screen.id}
          .at=${this.at}
          .offsets=${this.#offsets()}
        ></console-why-not>
      </div>
    </div>`;
  }

  #renderSource(screen: Screen, moment: Moment | undefined) {
    const source = moment && sourceWords(moment, this.#offsets(), this.desk.now());
    const at = moment ? this.#shownAt(moment) : this.at;
    const [date, clock] = [dateAt(this.#offsets(), at), clockSeconds(this.#offsets(), at)];
    return html`<div>
      <p class="figures soft">${screen.name} · ${longDate(date)} ${clock}</p>
      ${source ? html`<p class="source figures ${source.tone}">${source.words}</p>` : nothing}
      ${source?.detail ? html`<p class="soft small">${source.detail}</p>` : nothing}
      ${refusalNote(this.#reader.refusal)}
      ${
        this.#reader.refusal
          ? html`<button @click=${() => this.#reader.again()}>다시 시도</button>`
          : nothing
      }
    </div>`;
  }

  #renderTime(screen: Screen) {
    const day = heldDay(this.desk, screen.id, dateAt(this.#offsets(), this.at));
    const screens = this.desk.screens.value ?? [];
    return html`${
        screens.length > 1
          ? selectField({
              ...{ id: 'screen', label: '화면', value: screen.id },
              choices: screens.map((view) => ({
                value: view.screen.id,
                label: view.screen.name,
              })),
              onInput: (value) => (this.screenId = value),
            })
          : nothing
      }
      <console-moment-time
        .at=${this.at}
        .offsets=${this.#offsets()}
        .hours=${day?.overview.hours ?? []}
        .organizations=${day?.manifest.organizations ?? []}
        .speed=${this.#head.speed}
        @instant-change=${this.#onInstant}
        @time-act=${this.#onAct}
      ></console-moment-time>`;
  }

  #renderWhy(screen: Screen, moment: Moment) {
    const at = this.#shownAt(moment);
    const today = dateAt(this.#offsets(), this.desk.now());
    const { bookingId, organizationId = null } = moment.slot ?? {};
    const day = heldDay(this.desk, screen.id, moment.date);
    return html`<console-moment-why
      .moment=${moment}
      .offsets=${this.#offsets()}
      .share=${day && shareAt(day, organizationId, at)}
      .bookingName=${this.desk.bookings.value?.find(({ id }) => id === bookingId)?.name}
      .day=${dayWords(moment.date, today)}
      .at=${at}
      .screenId=${screen.id}
    ></console-moment-why>`;
  }

  /** The instant that is drawn: the one asked for, or while that is being read, the one before. */
  #shownAt(moment: Moment): EpochMs {
    return holds(moment, this.at) ? this.at : moment.at;
  }

  /** Of the slider, and of the screen day of what is shown. */
  #dates(): readonly CivilDate[] {
    const own = dateAt(this.#offsets(), this.at);
    const { moment } = this.#reader;
    return [...new Set(moment ? [own, moment.date] : [own])];
  }

  #screen(): Screen | undefined {
    const screens = (this.desk.screens.value ?? []).map(({ screen }) => screen);
    return screens.find(({ id }) => id === this.screenId) ?? screens[0];
  }

  #offsets(): readonly ZoneOffset[] {
    return offsetsOf(this.desk, this.#screen()?.id);
  }

  #goTo(place: string): void {
    const { screenId, at } = screenInstantOf(place);
    this.#head.pause();
    this.screenId = screenId;
    this.at = at ?? wholeSecond(this.desk.now());
  }

  readonly #onHash = () => {
    const { page, part } = routeOf(location.hash);
    if (page === 'moment') this.#goTo(part);
  };

  readonly #onInstant = ({ at }: InstantChange) => {
    this.#head.pause();
    this.at = at;
  };

  readonly #onAct = ({ act }: TimeActEvent) => {
    if (act !== 'now' && 'speed' in act) {
      if (act.speed > 0) this.#head.play(this.at, act.speed);
      else this.#head.pause();
      this.requestUpdate();
      return;
    }
    this.#head.pause();
    this.at = act === 'now' ? wholeSecond(this.desk.now()) : this.#beside(act.slot);
  };

  /** Where the slot before or after starts; past the ends of the day, a second further. */
  #beside(step: -1 | 1): EpochMs {
    const id = this.#screen()?.id;
    const { moment } = this.#reader;
    const date = moment?.date ?? dateAt(this.#offsets(), this.at);
    const slots = id === undefined ? undefined : this.desk.plan(id, date).value;
    const edge = step === 1 ? moment?.slot?.endMs : (moment?.slot?.startMs ?? this.at) - 1000;
    return slotBeside(slots ?? [], this.at, step) ?? edge ?? this.at + 1000;
  }
}

function wholeSecond(at: EpochMs): EpochMs {
  return Math.floor(at / 1000) * 1000;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-moment': ConsoleMoment;
  }
}
