import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { tradeNames } from '../content/shop.ts';
import { openState } from '../open-state.ts';
import type { ManifestShop } from '../protocol/manifest.ts';
import { openWords } from './open-words.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { aside, byline, heading, linesOf } from './slide-parts.ts';

/** A shop introduces itself: `<plaza-shop-slide .slide .content .scene>`. */
@customElement('plaza-shop-slide')
export class PlazaShopSlide extends SlideElement<'shop'> {
  protected override renderWords(page: Page<'shop'>) {
    const shop = page.scene.shops.find((one) => one.id === page.slide.shopId);
    return html`${byline(page, shop ? tradeNames[shop.trade].ko : null)}
      <div class="main">
        ${heading(page, page.content.title)} ${linesOf(page, page.content.lines, 2)}
        ${shop ? this.#renderFacts(page, shop) : nothing}
        ${shop ? aside(page, wayWords(shop.walkMinutes)) : nothing}
      </div>`;
  }

  #renderFacts({ scene, tiny }: Page<'shop'>, shop: ManifestShop) {
    const open = openState(shop, scene.calendar, scene.at);
    const takesVouchers = shop.onnuri.paper || shop.onnuri.mobile || shop.onnuri.card;
    const pills = html`<span class="pill ${open.state === 'open' ? 'open' : ''}">
        ${openWords(open, tiny)}
      </span>
      ${takesVouchers ? html`<span class="pill" data-spare="7">온누리상품권</span>` : nothing}`;
    return tiny
      ? html`<div class="facts" data-spare="2">${pills}</div>`
      : html`<div class="facts" data-last="1">${pills}</div>`;
  }
}

function wayWords(walkMinutes: number): string {
  return walkMinutes === 0 ? '1번 출구 바로 앞' : `1번 출구에서 걸어서 ${walkMinutes}분`;
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-shop-slide': PlazaShopSlide;
  }
}
