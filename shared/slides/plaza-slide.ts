import { css, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { literal, html as staticHtml } from 'lit/static-html.js';
import type { Template } from '../content/slide.ts';
import type { ManifestSlide } from '../protocol/manifest.ts';
import './plaza-clock-slide.ts';
import './plaza-directory-slide.ts';
import './plaza-event-slide.ts';
import './plaza-figure-slide.ts';
import './plaza-job-slide.ts';
import './plaza-map-slide.ts';
import './plaza-menu-slide.ts';
import './plaza-news-slide.ts';
import './plaza-notice-slide.ts';
import './plaza-offer-slide.ts';
import './plaza-picture-slide.ts';
import './plaza-qr-slide.ts';
import './plaza-shop-slide.ts';
import './plaza-video-slide.ts';
import type { Scene } from './scene.ts';
import type { SlideView } from './slide-element.ts';

const tags = {
  shop: literal`plaza-shop-slide`,
  offer: literal`plaza-offer-slide`,
  menu: literal`plaza-menu-slide`,
  event: literal`plaza-event-slide`,
  notice: literal`plaza-notice-slide`,
  job: literal`plaza-job-slide`,
  figure: literal`plaza-figure-slide`,
  directory: literal`plaza-directory-slide`,
  picture: literal`plaza-picture-slide`,
  news: literal`plaza-news-slide`,
  map: literal`plaza-map-slide`,
  video: literal`plaza-video-slide`,
  qr: literal`plaza-qr-slide`,
  clock: literal`plaza-clock-slide`,
} satisfies Record<Template, unknown>;

/** A template in which something moves. */
interface Moving {
  readonly fault?: Error | null;
  play?(): void;
}

/**
 * Any slide, by its template: `<plaza-slide .slide .scene .page>`. Fills its host's box, which must be
 * the board's `widthPx` by `heightPx`. Draws only; no clock, no network but `scene.loadPicture`.
 */
@customElement('plaza-slide')
export class PlazaSlide extends LitElement {
  static override styles = css`
    :host {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;

  @property({ attribute: false }) slide: ManifestSlide | null = null;
  @property({ attribute: false }) scene: Scene | null = null;
  /** From 0; beyond the last it starts again. */
  @property({ type: Number }) page = 0;

  /**
   * Resolves when laid out with the type loaded and the picture drawn; rejects when the picture fails.
   * Needs a connected element with a size (`visibility` or `opacity` may hide it, `display` not).
   */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.#template?.ready);
  }

  /** Pages at this size, at least 1; known once `ready` has resolved. */
  get pages(): number {
    return this.#template?.pages ?? 1;
  }

  /** Texts for which this board has no room; known once `ready` has resolved. */
  get omitted(): readonly string[] {
    return this.#template?.omitted ?? [];
  }

  /** What is wrong with its film, though the poster is drawn; null for nothing. */
  get fault(): Error | null {
    return this.#template?.fault ?? null;
  }

  /** Starts what moves in the slide; call when it comes on. */
  play(): void {
    this.#template?.play?.();
  }

  protected override render() {
    return this.slide && this.scene ? this.#renderTemplate(this.slide, this.scene) : nothing;
  }

  #renderTemplate(slide: ManifestSlide, scene: Scene) {
    const { content } = slide;
    const tag = tags[content.template];
    return staticHtml`<${tag}
      .slide=${slide}
      .content=${content}
      .scene=${scene}
      .page=${this.page}
    ></${tag}>`;
  }

  get #template(): (SlideView & Moving) | null {
    // Every tag is of an element that extends SlideElement.
    return this.renderRoot.firstElementChild as (Element & SlideView & Moving) | null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-slide': PlazaSlide;
  }
}
