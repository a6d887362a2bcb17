import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, linesOf, written } from './slide-parts.ts';

/** Good news: who gave or did what: `<plaza-news-slide .slide .content .scene>`. */
@customElement('plaza-news-slide')
export class PlazaNewsSlide extends SlideElement<'news'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .what {
        margin-top: 0.3em;
        color: var(--accent);
        font-size: calc(var(--body) * 1.25);
        font-weight: 800;
        letter-spacing: -0.03em;
      }

      .who {
        color: var(--soft);
        font-size: var(--body);
        font-weight: 600;
      }
    `,
  ];

  protected override renderWords(page: Page<'news'>) {
    const { title, who, what, lines } = page.content;
    return html`${byline(page, phrases(page.scene.language).news)}
      <div class="main">
        ${heading(page, title)}
        ${what ? html`<p class="what" data-last="4">${written(page, 'what', what)}</p>` : nothing}
        ${who ? html`<p class="who" data-last="5">${written(page, 'who', who)}</p>` : nothing}
        ${linesOf(page, lines, page.tiny ? 0 : 3)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-news-slide': PlazaNewsSlide;
  }
}
