import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { tradeNames, trades, type Shop, type Trade } from '../../../shared/content/shop.ts';
import { dateAt, weekdayOf } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { selectField, textField } from '../parts/field.ts';
import { heldView } from '../parts/held-view.ts';
import { openingWords } from '../parts/minutes.ts';
import { offsetsOf } from '../parts/place-time.ts';

/** The directory: `<console-shops .desk .me>`. */
@customElement('console-shops')
export class ConsoleShops extends LitElement {
  static override styles = [
    look,
    css`
      a.shop {
        color: inherit;
        display: grid;
        font-weight: 400;
        gap: 2px;
        min-height: 64px;
        padding: 10px 18px;
        text-decoration: none;
      }

      a.shop:hover {
        background: var(--raised);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private words = '';
  @state() private trade: Trade | '' = '';
  protected readonly watch = new Watch(this, () => [this.desk.shops]);

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>가게</h1>
        ${
          mayDoSomewhere(this.me, 'shop.write')
            ? html`<a class="button main" href="#/shops/new">가게 등록하기</a>`
            : nothing
        }
      </div>
      ${heldView(this.desk.shops, (shops) => this.#renderList(shops))}
    </div>`;
  }

  #renderList(shops: readonly Shop[]) {
    if (shops.length === 0)
      return html`<div class="card empty">
        <h2>아직 등록된 가게가 없습니다</h2>
        <p class="soft">가게를 등록하면 ‘문 연 가게’ 슬라이드에 저절로 나옵니다.</p>
        <a class="button main" href="#/shops/new">첫 가게 등록하기</a>
      </div>`;
    const found = shops.filter(
      ({ name, goods, trade }) =>
        (this.trade === '' || trade === this.trade) &&
        `${name.ko} ${goods.ko}`.includes(this.words.trim()),
    );
    return html`<div class="fields">
        ${textField({
          id: 'find',
          label: '찾기',
          type: 'search',
          placeholder: '가게 이름이나 파는 것',
          value: this.words,
          onInput: (words) => (this.words = words),
        })}
        ${selectField<Trade | ''>({
          id: 'trade',
          label: '업종',
          value: this.trade,
          choices: [
            { value: '', label: '모든 업종' },
            ...trades.map((value) => ({ value, label: tradeNames[value].ko })),
          ],
          onInput: (trade) => (this.trade = trade),
        })}
      </div>
      <p class="soft" role="status">${found.length}곳</p>
      ${
        found.length === 0
          ? html`<div class="card empty"><p>찾는 가게가 없습니다.</p></div>`
          : html`<div class="card list">${found.map((shop) => this.#renderShop(shop))}</div>`
      }`;
  }

  #renderShop(shop: Shop) {
    const today = shop.week[weekdayOf(dateAt(offsetsOf(this.desk), this.desk.now()))] ?? null;
    return html`<a class="shop" href="#/shops/${shop.id}">
      <strong>${shop.name.ko}</strong>
      <span class="soft small"
        >${tradeNames[shop.trade].ko} · ${shop.goods.ko} · 오늘 ${openingWords(today)}</span
      >
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-shops': ConsoleShops;
  }
}
