import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ManifestSlide } from '../protocol/manifest.ts';
import './plaza-clock-slide.ts';
import './plaza-directory-slide.ts';
import './plaza-event-slide.ts';
import './plaza-figure-slide.ts';
import './plaza-job-slide.ts';
import './plaza-notice-slide.ts';
import './plaza-offer-slide.ts';
import './plaza-picture-slide.ts';
import './plaza-shop-slide.ts';
import type { Scene } from './scene.ts';
import type { SlideView } from './slide-element.ts';

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

  protected override render() {
    return this.slide && this.scene ? this.#renderTemplate(this.slide, this.scene) : nothing;
  }

  #renderTemplate(slide: ManifestSlide, scene: Scene) {
    const { content } = slide;
    switch (content.template) {
      case 'shop':
        return html`<plaza-shop-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-shop-slide>`;
      case 'offer':
        return html`<plaza-offer-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-offer-slide>`;
      case 'event':
        return html`<plaza-event-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-event-slide>`;
      case 'notice':
        return html`<plaza-notice-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-notice-slide>`;
      case 'job':
        return html`<plaza-job-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-job-slide>`;
      case 'figure':
        return html`<plaza-figure-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-figure-slide>`;
      case 'directory':
        return html`<plaza-directory-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
          .page=${this.page}
        ></plaza-directory-slide>`;
      case 'picture':
        return html`<plaza-picture-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-picture-slide>`;
      case 'clock':
        return html`<plaza-clock-slide
          .slide=${slide}
          .content=${content}
          .scene=${scene}
        ></plaza-clock-slide>`;
    }
  }

  get #template(): SlideView | null {
    // Every branch of `render` is one element that extends SlideElement.
    return this.renderRoot.firstElementChild as (Element & SlideView) | null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-slide': PlazaSlide;
  }
}
