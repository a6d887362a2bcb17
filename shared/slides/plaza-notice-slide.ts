import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, contactOf, heading, linesOf } from './slide-parts.ts';

/** A notice: `<plaza-notice-slide .slide .content .scene>`. */
@customElement('plaza-notice-slide')
export class PlazaNoticeSlide extends SlideElement<'notice'> {
  protected override renderWords(page: Page<'notice'>) {
    const { content } = page;
    return html`${byline(page, null)}
      <div class="main">
        ${heading(page, content.title)} ${linesOf(page, content.lines)}
        ${contactOf(page, content.contact)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-notice-slide': PlazaNoticeSlide;
  }
}
