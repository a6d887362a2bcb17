import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, linesOf } from './slide-parts.ts';

/** A call to scan: `<plaza-qr-slide .slide .content .scene>`. */
@customElement('plaza-qr-slide')
export class PlazaQrSlide extends SlideElement<'qr'> {
  protected override renderWords(page: Page<'qr'>) {
    return html`${byline(page, null)}
      <div class="main">
        ${heading(page, page.content.title)} ${linesOf(page, page.content.lines)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-qr-slide': PlazaQrSlide;
  }
}
