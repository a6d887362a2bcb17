import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading } from './slide-parts.ts';

/** Where the board stands and what is around: `<plaza-map-slide .slide .content .scene>`. */
@customElement('plaza-map-slide')
export class PlazaMapSlide extends SlideElement<'map'> {
  protected override renderWords(page: Page<'map'>) {
    return html`${byline(page, null)}
      <div class="main">${heading(page, page.content.title)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-map-slide': PlazaMapSlide;
  }
}
