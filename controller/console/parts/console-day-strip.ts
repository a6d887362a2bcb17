import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ManifestOrganization } from '../../../shared/protocol/manifest.ts';
import type { DayOverview, HourOverview } from '../../../shared/schedule/overview.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { HOUR_MS, type CivilDate, type EpochMs, type ZoneOffset } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { hourNumber, markNames, marksOf, type Mark } from './day-words.ts';
import { dayStripLook } from './day-strip-look.ts';
import { markIcons } from './mark-icon.ts';

/** A person chose an hour. */
export class HourChange extends Event {
  static readonly type = 'hour-change';
  /** Where it begins, which also tells two hours of one name apart. */
  readonly fromMs: EpochMs;

  constructor(fromMs: EpochMs) {
    super(HourChange.type, { bubbles: true, composed: true });
    this.fromMs = fromMs;
  }
}

const HOURS = 24;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The hours of a day as columns of its organizations' time, each a button:
 * `<console-day-strip .overview .organizations .offsets .date .chosen .now @hour-change>`.
 */
@customElement('console-day-strip')
export class ConsoleDayStrip extends LitElement {
  static override styles = [look, dayStripLook];
  @property({ attribute: false }) overview!: DayOverview;
  @property({ attribute: false }) organizations: readonly ManifestOrganization[] = [];
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = [];
  @property() date: CivilDate = '';
  /** Where the chosen hour begins; 0 chooses none. */
  @property({ type: Number }) chosen: EpochMs = 0;
  @property({ type: Number }) now: EpochMs = 0;
  /** Instants to be counted above their hours, instead of the marks. */
  @property({ attribute: false }) found: readonly EpochMs[] | undefined;

  protected override render() {
    const { hours } = this.overview;
    const before = hours[0] ? Math.max(0, this.#number(hours[0])) : 0;
    const after = Math.max(0, HOURS - before - hours.length);
    const columns = before + hours.length + after;
    return html`<ol
        class="day"
        aria-label="시간별 나눔"
        ${setStyles({ '--hours': `${columns}` })}
        @keydown=${this.#onKey}
      >
        ${Array.from({ length: before }, (_, hour) => this.#renderShut(hour))}
        ${hours.map((hour, index) => this.#renderHour(hour, index))}
        ${Array.from({ length: after }, (_, hour) => this.#renderShut(before + hours.length + hour))}
      </ol>
      ${this.#renderLegend()}`;
  }

  #renderShut(hour: number) {
    return html`<li class="shut" aria-hidden="true">
      <span></span><span class="column"></span><span class="label figures">${hour}</span>
    </li>`;
  }

  #renderHour(hour: HourOverview, index: number) {
    const isChosen = hour.fromMs === this.chosen;
    const isNow = hour.fromMs <= this.now && this.now < hour.toMs;
    const hasChosen = this.overview.hours.some(({ fromMs }) => fromMs === this.chosen);
    const isReached = isChosen || (!hasChosen && index === 0);
    return html`<li>
      <button
        class="${isNow ? 'now' : ''} ${hour.toMs <= this.now ? 'past' : ''}"
        aria-pressed=${isChosen ? 'true' : 'false'}
        tabindex=${isReached ? 0 : -1}
        title=${this.#words(hour)}
        aria-label=${this.#words(hour)}
        data-from=${hour.fromMs}
        @click=${() => this.#choose(hour)}
      >
        ${this.#renderMarks(hour)}
        <span
          class="column"
          ${setStyles({ height: `${((hour.toMs - hour.fromMs) / HOUR_MS) * 100}%` })}
        >
          ${hour.parties.map(
            ({ ms, organizationId }) =>
              html`<i
                ${setStyles({ 'flex-grow': `${ms}`, '--organization': this.#accent(organizationId) })}
              ></i>`,
          )}
          <i class="house" ${setStyles({ 'flex-grow': `${hour.houseMs}` })}></i>
        </span>
        <span class="label figures">${this.#number(hour) % HOURS}</span>
      </button>
    </li>`;
  }

  #renderMarks(hour: HourOverview) {
    if (this.found) {
      const count = this.#foundIn(hour);
      // Drawn by the style: text would have to stand in the button's name just as it is seen.
      return html`<span class="count figures" data-count=${count === 0 ? '' : count}></span>`;
    }
    const [worst] = marksOf(hour);
    return html`<span class="marks">${worst ? this.#renderIcon(worst) : nothing}</span>`;
  }

  #renderIcon(mark: Mark) {
    return html`<svg class=${mark} viewBox="0 0 12 12" aria-hidden="true">${markIcons[mark]}</svg>`;
  }

  #renderLegend() {
    const marks = new Set(this.found ? [] : this.overview.hours.flatMap(marksOf));
    const names = Object.keys(markNames) as Mark[];
    return html`<ul class="legend soft small">
      ${this.organizations.map(
        ({ name, accent }) =>
          html`<li>
            <span class="key" ${setStyles({ '--organization': accent })}></span>${name.ko}
          </li>`,
      )}
      ${
        this.overview.houseMs > 0
          ? html`<li><span class="key house"></span>비어서 기본 화면</li>`
          : nothing
      }
      ${names
        .filter((mark) => marks.has(mark))
        .map((mark) => html`<li>${this.#renderIcon(mark)}${markNames[mark]}</li>`)}
    </ul>`;
  }

  #words(hour: HourOverview): string {
    const found = this.found ? [`${this.#foundIn(hour)}번`] : [];
    const marks = marksOf(hour).map((mark) => markNames[mark]);
    // What is seen of it, the number, is a word of its own, so that it can be called by voice.
    const number = this.#number(hour);
    const name = number < HOURS ? `${number} 시` : `${number - HOURS} 시(다음 날)`;
    return [name, ...found, ...marks].join(', ');
  }

  #number(hour: HourOverview): number {
    return hourNumber(this.offsets, this.date, hour.fromMs);
  }

  #accent(organizationId: string): string | undefined {
    return this.organizations.find(({ id }) => id === organizationId)?.accent;
  }

  #foundIn({ fromMs, toMs }: HourOverview): number {
    return (this.found ?? []).filter((at) => fromMs <= at && at < toMs).length;
  }

  #choose({ fromMs }: Pick<HourOverview, 'fromMs'>): void {
    this.dispatchEvent(new HourChange(fromMs));
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const from = Number((event.target as HTMLElement).dataset.from);
    const { hours } = this.overview;
    const index = hours.findIndex(({ fromMs }) => fromMs === from);
    const next = step === undefined ? undefined : hours[index + step];
    if (index < 0 || !next) return;
    event.preventDefault();
    this.#choose(next);
    this.renderRoot.querySelector<HTMLElement>(`[data-from="${next.fromMs}"]`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-day-strip': ConsoleDayStrip;
  }
}
