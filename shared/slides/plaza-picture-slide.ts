import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading } from './slide-parts.ts';

/** One picture over the whole board, with a title on a scrim: `<plaza-picture-slide .slide .content .scene>`. */
@customElement('plaza-picture-slide')
export class PlazaPictureSlide extends SlideElement<'picture'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .board .picture {
        inset: 0;
        mask-image: none;
      }

      .board .scrim {
        position: absolute;
        inset: 0;
        background: linear-gradient(
          to top,
          rgb(11 14 20 / 0.94) 0,
          rgb(11 14 20 / 0.8) 26%,
          rgb(11 14 20 / 0.45) 44%,
          rgb(11 14 20 / 0) 62%
        );
      }

      .board.pictured .words {
        top: var(--margin);
        right: var(--margin);
        justify-content: safe end;
      }

      .board.pictured .main {
        flex: none;
      }

      .byline {
        margin-right: 0;
      }
    `,
  ];

  protected override renderWords(page: Page<'picture'>) {
    const { title } = page.content;
    return html`${byline(page, null)}
      <div class="main">${title ? heading(page, title) : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-picture-slide': PlazaPictureSlide;
  }
}
