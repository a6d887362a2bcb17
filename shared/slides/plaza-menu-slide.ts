import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, named, written } from './slide-parts.ts';

/** On a tiny board so many stay, and the rest gives way to their size. */
const KEPT_ON_TINY = 2;
const LAST_SPARE = 5;

/** What a shop sells and for how much: `<plaza-menu-slide .slide .content .scene>`. */
@customElement('plaza-menu-slide')
export class PlazaMenuSlide extends SlideElement<'menu'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .items {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        column-gap: 2em;
        margin-top: 0.35em;
        font-size: var(--body);
        font-weight: 600;
        letter-spacing: -0.02em;
      }

      li {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.8em;
        padding: 0.22em 0;
        border-bottom: max(1px, 0.04em) solid var(--line);
      }

      b {
        flex: none;
        color: var(--accent);
        font-weight: 800;
        white-space: nowrap;
      }

      @container (min-aspect-ratio: 1.2) and (min-height: 420px) {
        .board:not(.pictured) .items.many {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }

      @container (max-height: 419px) or (max-width: 419px) {
        .items {
          margin-top: 0.1em;
        }

        li {
          padding: 0.06em 0;
        }
      }
    `,
  ];

  protected override renderWords(page: Page<'menu'>) {
    const { content, slide, scene } = page;
    const shop = scene.shops.find((one) => one.id === slide.shopId);
    const many = content.items.length > 3 ? 'many' : '';
    return html`${byline(page, shop ? named(page, shop.name) : phrases(scene.language).menu)}
      <div class="main">
        ${heading(page, content.title)}
        <ul class="items ${many}">
          ${content.items.map((_, index) => this.#renderItem(page, index))}
        </ul>
      </div>`;
  }

  #renderItem(page: Page<'menu'>, index: number) {
    const item = page.content.items[index];
    if (!item) return nothing;
    const field = `items.${String(index)}`;
    const cells = html`${written(page, `${field}.name`, item.name)}<b
        >${written(page, `${field}.price`, item.price)}</b
      >`;
    return page.tiny && index >= KEPT_ON_TINY
      ? html`<li data-spare=${Math.min(index + 1, LAST_SPARE)}>${cells}</li>`
      : html`<li data-last=${index + 2}>${cells}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-menu-slide': PlazaMenuSlide;
  }
}
