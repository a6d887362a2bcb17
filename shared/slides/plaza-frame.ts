import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { clock24, clockTime, shortDate } from '../korean-date.ts';
import { dateAt, minuteAt, type EpochMs } from '../time.ts';
import { boardLayout } from './board-layout.ts';
import { fontsReady } from './fonts.ts';
import { speakerOf, type Scene } from './scene.ts';
import { HOUSE_ACCENT, tokens } from './tokens.ts';

/** A running hairline is set right only when it is off by more than this. */
const DRIFT_MS = 250;

/**
 * The quiet frame that lies over a slide: place, date, clock, and a hairline in the speaker's accent that
 * runs out with the slot: `<plaza-frame .scene .organizationId .slotStartMs .slotEndMs>`.
 * Fills the board's box and lets the slide through.
 */
@customElement('plaza-frame')
export class PlazaFrame extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        position: absolute;
        inset: 0;
        pointer-events: none;
      }

      .board {
        background: none;
      }

      .strip {
        position: absolute;
        inset: auto 0 0;
        display: flex;
        gap: 1.2em;
        align-items: center;
        justify-content: space-between;
        height: var(--frame);
        padding: 0 var(--margin) var(--hairline);
        font-size: var(--size);
        line-height: 1.2;
        white-space: nowrap;
      }

      .shade {
        position: absolute;
        inset: auto 0 0;
        height: calc(var(--frame) + var(--margin) * 0.5);
        background: linear-gradient(
          to top,
          rgb(11 14 20 / 0.9),
          rgb(11 14 20 / 0.86) 52%,
          transparent
        );
      }

      .place,
      .date {
        color: var(--dim);
      }

      .clock {
        font-weight: 700;
      }

      .now {
        display: flex;
        gap: 0.5em;
        margin-left: auto;
      }

      /* On a plate of its own, so that it reads on any picture and dims no word beside it. */
      .tiny .clock {
        position: absolute;
        top: calc(var(--margin) * 0.95);
        right: calc(var(--margin) - 0.35em);
        padding-inline: 0.35em;
        border-radius: 0.3em;
        background: rgb(11 14 20 / 0.84);
        color: var(--soft);
        font-size: var(--size);
        line-height: 1.3;
      }

      .hairline {
        position: absolute;
        inset: auto 0 0;
        height: var(--hairline);
        background: var(--accent);
        transform: scaleX(0);
        transform-origin: left;
      }
    `,
  ];

  @property({ attribute: false }) scene: Scene | null = null;
  @property({ attribute: false }) organizationId: string | null = null;
  /** Half-open; null on either side hides the hairline. */
  @property({ attribute: false }) slotStartMs: EpochMs | null = null;
  @property({ attribute: false }) slotEndMs: EpochMs | null = null;
  /** For a slide that tells the time itself, or needs all of a tiny board. */
  @property({ type: Boolean }) clockless = false;
  @query('.strip') private strip!: HTMLElement | null;
  @query('.hairline') private hairline!: HTMLElement | null;
  #running: Animation | undefined;

  protected override willUpdate(): void {
    if (!this.scene) return;
    const layout = boardLayout(this.scene.geometry);
    const accent = speakerOf(this.scene, this.organizationId)?.accent ?? HOUSE_ACCENT;
    this.style.setProperty('--accent', accent);
    this.style.setProperty('--margin', `${layout.marginPx}px`);
    this.style.setProperty('--frame', `${layout.framePx}px`);
    this.style.setProperty('--size', `${layout.frameFontPx}px`);
    this.style.setProperty('--hairline', `${layout.hairlinePx}px`);
  }

  protected override render() {
    if (!this.scene) return nothing;
    const { tiny } = boardLayout(this.scene.geometry);
    return html`<div class="board ${this.scene.form} ${tiny ? 'tiny' : ''}" lang="ko">
      ${tiny ? nothing : html`<div class="shade"></div>`}
      ${tiny ? this.#renderClock(this.scene) : this.#renderStrip(this.scene)}
      <div class="hairline"></div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('slotStartMs') || changed.has('slotEndMs')) this.#run();
    else this.#setRight();
    void fontsReady().then(() => this.#keepWhatFits());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.cancel();
    this.#running = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#run();
  }

  #renderClock({ calendar, at }: Scene) {
    if (this.clockless) return nothing;
    return html`<time class="clock">${clock24(minuteAt(calendar.offsets, at))}</time>`;
  }

  #renderStrip({ calendar, at, place }: Scene) {
    return html`<div class="strip">
      <span class="place">${place.ko}</span>
      <span class="now">
        <span class="date">${shortDate(dateAt(calendar.offsets, at))}</span>
        ${
          this.clockless
            ? nothing
            : html`<time class="clock">${clockTime(minuteAt(calendar.offsets, at))}</time>`
        }
      </span>
    </div>`;
  }

  /** On a narrow board the place goes, then the date. */
  #keepWhatFits(): void {
    const { strip } = this;
    if (!strip) return;
    const parts = [...strip.querySelectorAll<HTMLElement>('.place, .date')];
    for (const part of parts) part.hidden = false;
    for (const part of parts) {
      if (strip.scrollWidth <= strip.clientWidth) return;
      part.hidden = true;
    }
  }

  #run(): void {
    this.#running?.cancel();
    this.#running = undefined;
    const { scene, slotStartMs, slotEndMs, hairline } = this;
    if (!scene || !hairline || slotStartMs === null || slotEndMs === null) return;
    if (slotEndMs <= slotStartMs) return;
    this.#running = hairline.animate([{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }], {
      duration: slotEndMs - slotStartMs,
      fill: 'both',
    });
    this.#running.currentTime = Math.max(0, scene.at - slotStartMs);
  }

  /** The clock that drives the scene may have been set right since the slot began. */
  #setRight(): void {
    const { scene, slotStartMs } = this;
    if (!this.#running || !scene || slotStartMs === null) return;
    const wanted = Math.max(0, scene.at - slotStartMs);
    const runs = Number(this.#running.currentTime ?? 0);
    if (Math.abs(wanted - runs) > DRIFT_MS) this.#running.currentTime = wanted;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-frame': PlazaFrame;
  }
}
