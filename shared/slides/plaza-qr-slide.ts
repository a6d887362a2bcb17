import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { heroRoom } from './qr-plan.ts';
import type { Geometry } from './scene.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, linesOf } from './slide-parts.ts';

/** A call to scan; the code is the picture: `<plaza-qr-slide .slide .content .scene>`. */
@customElement('plaza-qr-slide')
export class PlazaQrSlide extends SlideElement<'qr'> {
  protected override qrRoom(geometry: Geometry) {
    return heroRoom(geometry);
  }

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
