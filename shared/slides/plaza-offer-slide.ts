import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, linesOf, named, written } from './slide-parts.ts';

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
    const words = phrases(scene.language);
    return html`${byline(page, shop ? named(page, shop.name) : words.offer)}
      <div class="main">
        ${heading(page, content.title)} ${this.#renderPrice(page)}
        ${linesOf(page, content.lines, 2)}
        ${
          content.until === null
            ? nothing
            : html`<div class="facts" lang=${scene.language} data-last="1">
                <span class="pill">${words.until(content.until)}</span>
              </div>`
        }
      </div>`;
  }

  #renderPrice(page: Page<'offer'>) {
    const { content } = page;
    if (content.price === null) return nothing;
    return html`<p class="price">
      ${written(page, 'price', content.price)}
      ${
        content.priceBefore === null
          ? nothing
          : html`<s class="before" data-spare="6"
              >${written(page, 'priceBefore', content.priceBefore)}</s
            >`
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-offer-slide': PlazaOfferSlide;
  }
}
