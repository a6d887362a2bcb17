import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { tradeNames } from '../content/shop.ts';
import { openState } from '../open-state.ts';
import type { ManifestShop } from '../protocol/manifest.ts';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { aside, byline, heading, linesOf, named } from './slide-parts.ts';

/** A shop introduces itself: `<plaza-shop-slide .slide .content .scene>`. */
@customElement('plaza-shop-slide')
export class PlazaShopSlide extends SlideElement<'shop'> {
  protected override renderWords(page: Page<'shop'>) {
    const shop = page.scene.shops.find((one) => one.id === page.slide.shopId);
    return html`${byline(page, shop ? named(page, tradeNames[shop.trade]) : null)}
      <div class="main">
        ${heading(page, page.content.title)} ${linesOf(page, page.content.lines, 2)}
        ${shop ? this.#renderFacts(page, shop) : nothing}
        ${shop ? aside(page, phrases(page.scene.language).walk(shop.walkMinutes)) : nothing}
      </div>`;
  }

  #renderFacts({ scene, tiny }: Page<'shop'>, shop: ManifestShop) {
    const words = phrases(scene.language);
    const open = openState(shop, scene.calendar, scene.at);
    const takesVouchers = shop.onnuri.paper || shop.onnuri.mobile || shop.onnuri.card;
    const pills = html`<span class="pill ${open.state === 'open' ? 'open' : ''}">
        ${words.open(open, tiny)}
      </span>
      ${takesVouchers ? html`<span class="pill" data-spare="7">${words.vouchers}</span>` : nothing}`;
    return tiny
      ? html`<div class="facts" lang=${scene.language} data-spare="2">${pills}</div>`
      : html`<div class="facts" lang=${scene.language} data-last="1">${pills}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-shop-slide': PlazaShopSlide;
  }
}
