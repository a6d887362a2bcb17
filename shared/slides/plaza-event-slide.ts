import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, contactOf, heading, linesOf, written } from './slide-parts.ts';

/** An event, its time and place: `<plaza-event-slide .slide .content .scene>`. */
@customElement('plaza-event-slide')
export class PlazaEventSlide extends SlideElement<'event'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .when {
        margin-top: 0.35em;
        color: var(--accent);
        font-size: calc(var(--body) * 1.1);
        font-weight: 700;
        letter-spacing: -0.02em;
      }

      .where {
        font-size: var(--body);
        font-weight: 600;
      }

      .lines {
        color: var(--soft);
        font-size: calc(max(var(--body) * 0.82, var(--least)));
        font-weight: 500;
      }
    `,
  ];

  protected override renderWords(page: Page<'event'>) {
    const { content } = page;
    const place = written(page, 'where', content.where);
    const where = page.tiny
      ? html`<p class="where" data-spare="1">${place}</p>`
      : html`<p class="where">${place}</p>`;
    return html`${byline(page, phrases(page.scene.language).event)}
      <div class="main">
        ${heading(page, content.title)}
        <p class="when">${written(page, 'when', content.when)}</p>
        ${where} ${linesOf(page, content.lines, page.tiny ? 0 : 3)}
        ${contactOf(page, content.contact)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-event-slide': PlazaEventSlide;
  }
}
