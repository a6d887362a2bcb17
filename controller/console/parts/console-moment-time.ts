import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { clockSeconds } from '../../../shared/korean-date.ts';
import type { ManifestOrganization } from '../../../shared/protocol/manifest.ts';
import type { HourOverview } from '../../../shared/schedule/overview.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import {
  addDays,
  dateAt,
  DAY_MS,
  instantOf,
  isCivilDate,
  minuteAt,
  MINUTE_MS,
  type CivilDate,
  type EpochMs,
  type ZoneOffset,
} from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { textField } from './field.ts';
import { minuteOf } from './minutes.ts';
import { momentTimeLook } from './moment-time-look.ts';

/** A person chose an instant. */
export class InstantChange extends Event {
  static readonly type = 'instant-change';
  readonly at: EpochMs;

  constructor(at: EpochMs) {
    super(InstantChange.type, { bubbles: true, composed: true });
    this.at = at;
  }
}

/** What else the buttons ask for: a slot beside, now, or time to run at a speed; 0 stands still. */
export type TimeAct = { readonly slot: -1 | 1 } | { readonly speed: number } | 'now';

export class TimeActEvent extends Event {
  static readonly type = 'time-act';
  readonly act: TimeAct;

  constructor(act: TimeAct) {
    super(TimeActEvent.type, { bubbles: true, composed: true });
    this.act = act;
  }
}

const FAST = 60;

/**
 * Any second of a day, by field, slider and button:
 * `<console-moment-time .at .offsets .hours .organizations .speed @instant-change @time-act>`.
 */
@customElement('console-moment-time')
export class ConsoleMomentTime extends LitElement {
  static override styles = [look, momentTimeLook];
  @property({ type: Number }) at: EpochMs = 0;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = [];
  /** Of the date, where they are known: drawn above the slider. */
  @property({ attribute: false }) hours: readonly HourOverview[] = [];
  @property({ attribute: false }) organizations: readonly ManifestOrganization[] = [];
  @property({ type: Number }) speed = 0;

  protected override render() {
    return html`<div class="card pad stack">
      ${this.#renderSlider()} ${this.#renderSteps()} ${this.#renderFields()}
    </div>`;
  }

  #renderFields() {
    const date = dateAt(this.offsets, this.at);
    return html`<div class="fields">
      ${textField({
        ...{ id: 'date', label: '날짜', type: 'date', value: date },
        onInput: (value) => {
          if (isCivilDate(value)) this.#move(this.#instant(value, this.#seconds()));
        },
      })}
      ${textField({
        ...{ id: 'time', label: '시각', type: 'time' },
        value: clockSeconds(this.offsets, this.at),
        onInput: (value) => {
          if (value !== '') this.#move(this.#instant(date, secondsOf(value)));
        },
      })}
    </div>`;
  }

  #renderSlider() {
    const [fromMs, toMs] = this.#day();
    return html`<div>
      <div class="ribbon" aria-hidden="true">
        ${this.hours.map((hour) => this.#renderHour(hour, fromMs))}
      </div>
      <input
        type="range"
        aria-label="하루 가운데 시각"
        aria-valuetext=${clockSeconds(this.offsets, this.at)}
        min="0"
        max=${(toMs - fromMs) / 1000 - 1}
        step="1"
        .value=${live(`${(this.at - fromMs) / 1000}`)}
        @input=${this.#onSlide}
      />
      <p class="clock soft figures" aria-hidden="true">
        <span>0시</span><span>6시</span><span>12시</span><span>18시</span><span>24시</span>
      </p>
    </div>`;
  }

  #renderHour(hour: HourOverview, fromMs: EpochMs) {
    const part = (ms: number) => `${(ms / DAY_MS) * 100}%`;
    const place = { left: part(hour.fromMs - fromMs), width: part(hour.toMs - hour.fromMs) };
    return html`<span ${setStyles(place)}>
      ${hour.parties.map(({ organizationId, ms }) => {
        const accent = this.organizations.find(({ id }) => id === organizationId)?.accent;
        return html`<i ${setStyles({ 'flex-grow': `${ms}`, '--organization': accent })}></i>`;
      })}
      <i class="house" ${setStyles({ 'flex-grow': `${hour.houseMs}` })}></i>
    </span>`;
  }

  #renderSteps() {
    return html`<div class="steps">
      ${this.#renderAct('앞 차례', { slot: -1 })}
      <button @click=${() => this.#move(this.at - 1000)}>−1초</button>
      <button @click=${() => this.#move(this.at + 1000)}>+1초</button>
      ${this.#renderAct('다음 차례', { slot: 1 })}
      <button class="play" aria-pressed=${this.#pressed(1)} @click=${() => this.#run(1)}>
        ${this.speed === 1 ? '멈추기' : '흐르게 하기'}
      </button>
      <button aria-pressed=${this.#pressed(FAST)} @click=${() => this.#run(FAST)}>
        ${this.speed === FAST ? '멈추기' : `${FAST}배로`}
      </button>
      ${this.#renderAct('지금', 'now')}
    </div>`;
  }

  #renderAct(words: string, act: TimeAct) {
    return html`<button @click=${() => this.#act(act)}>${words}</button>`;
  }

  #pressed(speed: number): 'true' | 'false' {
    return this.speed === speed ? 'true' : 'false';
  }

  #run(speed: number): void {
    this.#act({ speed: this.speed === speed ? 0 : speed });
  }

  readonly #onSlide = (event: Event) => {
    const [fromMs] = this.#day();
    this.#move(fromMs + Number((event.target as HTMLInputElement).value) * 1000);
  };

  /** From midnight to midnight in the zone. */
  #day(): readonly [EpochMs, EpochMs] {
    const date = dateAt(this.offsets, this.at);
    return [instantOf(this.offsets, date, 0), instantOf(this.offsets, addDays(date, 1), 0)];
  }

  #instant(date: CivilDate, seconds: number): EpochMs {
    const minute = Math.floor(seconds / 60);
    return instantOf(this.offsets, date, minute) + (seconds % 60) * 1000;
  }

  /** Of the clock on the wall. */
  #seconds(): number {
    const minute = minuteAt(this.offsets, this.at);
    return minute * 60 + Math.floor((this.at % MINUTE_MS) / 1000);
  }

  #move(at: EpochMs): void {
    this.dispatchEvent(new InstantChange(at));
  }

  #act(act: TimeAct): void {
    this.dispatchEvent(new TimeActEvent(act));
  }
}

/** `15:30:15` to seconds; without seconds they are 0. */
function secondsOf(text: string): number {
  const [hour = '0', minute = '0', seconds = '0'] = text.split(':');
  return minuteOf(`${hour}:${minute}`) * 60 + (Number(seconds) || 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'console-moment-time': ConsoleMomentTime;
  }
}
