import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Picture } from '../../../shared/content/slide.ts';
import { BoxWidth } from '../../../shared/slides/box-width.ts';
import type { Size } from '../../../shared/slides/cover-crop.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import type { PictureFrame } from './console-preview-board.ts';
import { PhotoHands } from './photo-hands.ts';
import {
  focusedAt,
  MOST_ZOOM,
  placed,
  pushed,
  turnedScale,
  zoomed,
  type Framed,
  type Point,
} from './photo-view.ts';
import { PictureChange } from './picture-change.ts';

/** Drawn no larger than any phone shows it. */
const MOST_DRAWN_PX = 1280;
/** Of the window: what is above and below it must stay in sight. */
const TALLEST_PART = 0.32;
const UNKNOWN_FRAME: PictureFrame = { board: '', width: 16, height: 9 };
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * A photo under the frame in which boards show it, to be pushed, pinched and tapped, or worked by keys:
 * `<console-photo-crop .desk .picture .frames .turn @picture-change>`. `turn` degrees are shown beyond what is stored.
 */
@customElement('console-photo-crop')
export class ConsolePhotoCrop extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 10px;
        grid-template-columns: minmax(0, 1fr);
      }

      .stage {
        background: #0b0e14;
        border-radius: 10px;
        cursor: grab;
        margin-inline: auto;
        overflow: hidden;
        position: relative;
        touch-action: none;
        user-select: none;
      }

      .stage:active {
        cursor: grabbing;
      }

      canvas {
        display: block;
        left: 0;
        pointer-events: none;
        position: absolute;
        top: 0;
        transform-origin: 0 0;
      }

      .turned {
        inset: 0;
        pointer-events: none;
        position: absolute;
      }

      .focus {
        border: 3px solid #fff;
        border-radius: 50%;
        box-shadow:
          0 0 0 2px #0b0e14,
          inset 0 0 0 2px #0b0e14;
        height: 34px;
        margin: -17px 0 0 -17px;
        pointer-events: none;
        position: absolute;
        width: 34px;
      }

      input {
        accent-color: var(--accent-bar);
        height: 44px;
        margin: 0;
        width: 100%;
      }

      [aria-pressed='true'] {
        background: var(--main);
        border-color: var(--main);
        color: var(--on-main);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) picture!: Picture;
  @property({ attribute: false }) frames: readonly PictureFrame[] = [];
  @property({ type: Number }) turn = 0;
  @state() private photo: Size | undefined;
  @state() private hasFailed = false;
  @state() private chosen = 0;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.stage') private stage!: HTMLElement | null;
  readonly #box = new BoxWidth(this);
  readonly #hands = new PhotoHands(this, {
    push: (by) => this.#look((framed) => pushed(framed, this.picture, by)),
    zoom: (times) =>
      this.#look((framed) => zoomed(framed, this.picture, (this.picture.zoom ?? 1) * times)),
    tap: (at) => this.#look((framed) => focusedAt(framed, this.picture, at)),
  });

  override firstUpdated() {
    // Lit's listeners are passive where it cannot know better; a wheel that zooms must not scroll.
    this.stage?.addEventListener('wheel', this.#onWheel, { passive: false });
  }

  protected override updated(changed: PropertyValues<this>) {
    const before = changed.get('picture');
    if (changed.has('picture') && before?.sha256 !== this.picture.sha256) void this.#draw();
  }

  protected override render() {
    const frame = this.#frame();
    return html`<div
        class="stage"
        role="application"
        aria-label="사진 맞추기"
        aria-describedby="how"
        tabindex="0"
        ${setStyles({ width: `${frame.width}px`, height: `${frame.height}px` })}
        @pointerdown=${this.#hands.onDown}
        @pointermove=${this.#hands.onMove}
        @pointerup=${this.#hands.onUp}
        @pointercancel=${this.#hands.onUp}
        @keydown=${this.#onKey}
      >
        <div class="turned" ${setStyles({ transform: this.#turned() })}>
          <canvas ${setStyles(this.#canvasStyles())}></canvas>
        </div>
        ${this.photo ? this.#renderFocus(this.photo) : nothing}
      </div>
      ${this.hasFailed ? html`<p class="note bad">사진을 불러오지 못했습니다.</p>` : nothing}
      <p class="soft small" id="how">
        밀어서 자리를 맞추고, 꼭 보일 곳을 누르십시오. 자판으로는 화살표, +와 −입니다.
      </p>
      ${this.#renderFrames()}
      <label class="field"
        ><span
          >당겨 보기
          <span class="soft figures">${(this.picture.zoom ?? 1).toFixed(1)}배</span></span
        >
        <input
          type="range"
          min="1"
          max=${MOST_ZOOM}
          step="0.1"
          .value=${`${this.picture.zoom ?? 1}`}
          @input=${(event: Event) => this.#zoomTo(Number((event.target as HTMLInputElement).value))}
      /></label>`;
  }

  /** Boards crop by their own shapes: which one the frame has. */
  #renderFrames() {
    const frames = this.#shapes();
    if (frames.length < 2) return nothing;
    return html`<div class="row" role="group" aria-label="어느 화면의 틀로 볼지">
      ${frames.map(
        ({ board }, index) =>
          html`<button
            type="button"
            aria-pressed=${index === this.chosen ? 'true' : 'false'}
            @click=${() => (this.chosen = index)}
          >
            ${board}
          </button>`,
      )}
    </div>`;
  }

  #renderFocus(photo: Size) {
    const { scale, left, top } = placed({ photo, frame: this.#frame() }, this.picture);
    return html`<span
      class="focus"
      ${setStyles({
        left: `${left + this.picture.focusX * photo.width * scale}px`,
        top: `${top + this.picture.focusY * photo.height * scale}px`,
      })}
    ></span>`;
  }

  /** Differing shapes only. */
  #shapes(): readonly PictureFrame[] {
    const byShape = new Map(
      this.frames.map((frame) => [(frame.width / frame.height).toFixed(1), frame]),
    );
    return [...byShape.values()];
  }

  /** In CSS pixels, as wide as there is room. */
  #frame(): Size {
    const shapes = this.#shapes();
    const { width, height } = shapes[this.chosen] ?? shapes[0] ?? UNKNOWN_FRAME;
    const scale = Math.min(
      Math.max(1, this.#box.widthPx) / width,
      (innerHeight * TALLEST_PART) / height,
    );
    return { width: Math.round(width * scale), height: Math.round(height * scale) };
  }

  #canvasStyles() {
    const { photo, canvas } = this;
    if (!photo || !canvas) return { visibility: 'hidden' };
    const { scale, left, top } = placed({ photo, frame: this.#frame() }, this.picture);
    const drawn = scale * (photo.width / canvas.width);
    return { visibility: undefined, transform: `translate(${left}px, ${top}px) scale(${drawn})` };
  }

  #turned(): string | undefined {
    if (this.turn === 0 || !this.photo) return undefined;
    return `rotate(${this.turn}deg) scale(${turnedScale(this.photo, this.turn)})`;
  }

  async #draw(): Promise<void> {
    const { sha256 } = this.picture;
    try {
      const bitmap = await this.desk.pictures.load(sha256);
      if (this.canvas && sha256 === this.picture.sha256) {
        const scale = Math.min(1, MOST_DRAWN_PX / Math.max(bitmap.width, bitmap.height));
        this.canvas.width = Math.round(bitmap.width * scale);
        this.canvas.height = Math.round(bitmap.height * scale);
        const { width, height } = this.canvas;
        this.canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
        this.photo = { width: bitmap.width, height: bitmap.height };
        this.hasFailed = false;
      }
      bitmap.close();
    } catch {
      // Told below the frame; the next picture is tried anew.
      this.hasFailed = true;
    }
  }

  #look(next: (framed: Framed) => Pick<Picture, 'focusX' | 'focusY' | 'zoom'>): void {
    if (!this.photo) return;
    const view = next({ photo: this.photo, frame: this.#frame() });
    this.dispatchEvent(new PictureChange({ ...this.picture, ...view }, 'view'));
  }

  #zoomTo(zoom: number): void {
    this.#look((framed) => zoomed(framed, this.picture, zoom));
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const zoom = this.picture.zoom ?? 1;
    const step = this.#frame().width * (event.shiftKey ? 0.1 : 0.03);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow)
      // The frame goes where the arrow points: the photo is pushed the other way.
      this.#look((framed) =>
        pushed(framed, this.picture, { x: -arrow.x * step, y: -arrow.y * step }),
      );
    else if (event.key === '+' || event.key === '=') this.#zoomTo(zoom + 0.1);
    else if (event.key === '-') this.#zoomTo(zoom - 0.1);
    else return;
    event.preventDefault();
  };

  /** Only where a person is at work on the photo: else the page scrolls. */
  readonly #onWheel = (event: WheelEvent) => {
    const isAtWork = this.shadowRoot?.activeElement === this.stage || event.ctrlKey;
    if (!isAtWork) return;
    event.preventDefault();
    this.#zoomTo((this.picture.zoom ?? 1) * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-photo-crop': ConsolePhotoCrop;
  }
}
