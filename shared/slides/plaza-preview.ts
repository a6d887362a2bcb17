import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Announcement } from '../content/announcement.ts';
import type { Glass } from '../protocol/events.ts';
import type { ManifestSlide } from '../protocol/manifest.ts';
import { MINUTE_MS, type EpochMs } from '../time.ts';
import { BoxWidth } from './box-width.ts';
import { isClockless } from './is-clockless.ts';
import './plaza-announcement.ts';
import './plaza-frame.ts';
import './plaza-slide.ts';
import type { Scene } from './scene.ts';
import { setStyles } from './set-styles.ts';

/**
 * The whole board in small, drawn at its own pixels and scaled to the width of this element:
 * `<plaza-preview .scene .slide .announcement .layer .slotStartMs .slotEndMs>`.
 * Its height follows from the board's shape.
 */
@customElement('plaza-preview')
export class PlazaPreview extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    .room {
      position: relative;
      width: 100%;
      overflow: hidden;
      background: #000;
    }

    .glass {
      position: absolute;
      top: 0;
      left: 0;
      transform-origin: 0 0;
      overflow: hidden;
      contain: strict;
      background: #000;
    }
  `;

  @property({ attribute: false }) scene: Scene | null = null;
  @property({ attribute: false }) slide: ManifestSlide | null = null;
  @property({ attribute: false }) announcement: Announcement | null = null;
  /** What lies on top; `blank` and `off` draw a dark board. */
  @property({ attribute: false }) layer: Glass['layer'] = 'slot';
  /** Half-open; null hides the hairline. */
  @property({ attribute: false }) slotStartMs: EpochMs | null = null;
  @property({ attribute: false }) slotEndMs: EpochMs | null = null;
  /** Of a slide or announcement with several pages, from 0. */
  @property({ type: Number }) page = 0;
  readonly #box = new BoxWidth(this);
  #laidOutIn: Scene | null = null;

  /** Resolves when what is on top is laid out and its picture drawn; rejects when a picture fails. */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.#top()?.ready);
  }

  /** Pages of what is on top; known once `ready` has resolved. */
  get pages(): number {
    return this.#top()?.pages ?? 1;
  }

  /** Texts of the slide for which the board has no room; known once `ready` has resolved. */
  get omitted(): readonly string[] {
    return this.renderRoot.querySelector('plaza-slide')?.omitted ?? [];
  }

  protected override render() {
    if (!this.scene) return nothing;
    const { widthPx, heightPx } = this.scene.geometry;
    const scale = this.#box.widthPx / widthPx;
    const room = { 'aspect-ratio': `${widthPx} / ${heightPx}` };
    const glass = {
      width: `${widthPx}px`,
      height: `${heightPx}px`,
      transform: `scale(${scale})`,
    };
    return html`<div class="room" ${setStyles(room)}>
      <div class="glass" ${setStyles(glass)}>${this.#renderLayer(this.scene)}</div>
    </div>`;
  }

  #renderLayer(scene: Scene) {
    switch (this.layer) {
      case 'blank':
      case 'off':
        return nothing;
      case 'important':
      case 'emergency':
      case 'all-clear':
        return html`<plaza-announcement
          .announcement=${this.announcement}
          .phase=${this.layer === 'all-clear' ? 'all-clear' : 'live'}
          .scene=${this.#ofMinute(scene)}
          .page=${this.page}
        ></plaza-announcement>`;
      case 'slot':
      case 'house':
        return this.#renderSlide(scene);
    }
  }

  #renderSlide(scene: Scene) {
    if (!this.slide) return nothing;
    return html`<plaza-slide
        .slide=${this.slide}
        .scene=${this.#ofMinute(scene)}
        .page=${this.page}
      ></plaza-slide>
      <plaza-frame
        .scene=${scene}
        .organizationId=${this.slide.organizationId}
        .slotStartMs=${this.slotStartMs}
        .slotEndMs=${this.slotEndMs}
        ?clockless=${isClockless(this.slide.content, scene.geometry)}
      ></plaza-frame>`;
  }

  /** The same object while nothing but seconds pass: another one is laid out anew, which is dear. */
  #ofMinute(scene: Scene): Scene {
    if (!this.#laidOutIn || !isSameMinute(this.#laidOutIn, scene)) this.#laidOutIn = scene;
    return this.#laidOutIn;
  }

  #top() {
    return (
      this.renderRoot.querySelector('plaza-slide') ??
      this.renderRoot.querySelector('plaza-announcement')
    );
  }
}

function isSameMinute(a: Scene, b: Scene): boolean {
  if (Math.floor(a.at / MINUTE_MS) !== Math.floor(b.at / MINUTE_MS)) return false;
  return Object.keys({ ...a, ...b }).every(
    (key) => key === 'at' || Reflect.get(a, key) === Reflect.get(b, key),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-preview': PlazaPreview;
  }
}
