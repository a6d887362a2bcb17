import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { dottedDate } from '../korean-date.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, linesOf } from './slide-parts.ts';

/** A price or a bargain: `<plaza-offer-slide .slide .content .scene>`. */
@customElement('plaza-offer-slide')
export class PlazaOfferSlide extends SlideElement<'offer'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .price {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: 0.3em;
        margin-top: 0.1em;
        color: var(--accent);
        font-size: calc(max(var(--title) * 0.86, var(--least)));
        font-weight: 800;
        line-height: 1.25;
        letter-spacing: -0.03em;
      }

      .before {
        color: var(--dim);
        font-size: var(--body);
        font-weight: 500;
        text-decoration: line-through;
        text-decoration-thickness: 0.08em;
      }
    `,
  ];

  protected override renderWords(page: Page<'offer'>) {
    const { content, slide, scene } = page;
    const shop = scene.shops.find((one) => one.id === slide.shopId);
    return html`${byline(page, shop?.name.ko ?? '할인')}
      <div class="main">
        ${heading(page, content.title)} ${this.#renderPrice(page)}
        ${linesOf(page, content.lines, 2)}
        ${
          content.until === null
            ? nothing
            : html`<div class="facts" data-last="1">
                <span class="pill">${dottedDate(content.until)}까지</span>
              </div>`
        }
      </div>`;
  }

  #renderPrice({ content }: Page<'offer'>) {
    if (content.price === null) return nothing;
    return html`<p class="price">
      <span>${content.price}</span>
      ${
        content.priceBefore === null
          ? nothing
          : html`<s class="before" data-spare="6">${content.priceBefore}</s>`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-offer-slide': PlazaOfferSlide;
  }
}
