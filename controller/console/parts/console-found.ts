import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clockSeconds } from '../../../shared/korean-date.ts';
import type { ShopOverview } from '../../../shared/schedule/overview.ts';
import type { ZoneOffset } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { span } from '../app/words.ts';

/** A shop that was searched for, over the day. */
export interface FoundShop extends ShopOverview {
  readonly name: string;
}

/** How often what was searched for plays in a day: `<console-found words="빵집" .count .shops .offsets .hint>`. */
@customElement('console-found')
export class ConsoleFound extends LitElement {
  static override styles = [
    look,
    css`
      .list > * {
        display: grid;
        gap: 2px;
        padding: 12px 18px;
      }
    `,
  ];
  @property() words = '';
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) shops: readonly FoundShop[] = [];
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = [];
  /** What to do where not all of it is shown below; empty where it is. */
  @property() hint = '';

  protected override render() {
    return html`<div class="card list">
      <p role="status">
        <strong
          >「${this.words}」 ${this.count === 0 ? '이날은 없습니다' : `${this.count}번`}</strong
        >
        ${this.hint === '' ? nothing : html`<span class="soft small">${this.hint}</span>`}
      </p>
      ${this.shops.map((shop) => this.#renderShop(shop))}
    </div>`;
  }

  #renderShop({ name, plays, firstAt, lastAt, largestGapMs }: FoundShop) {
    const [first, last] = [firstAt, lastAt].map((at) => clockSeconds(this.offsets, at));
    const gap = plays > 1 ? ` · 가장 긴 사이 ${span(largestGapMs)}` : '';
    return html`<p>
      <strong>${name} · ${plays}번</strong>
      <span class="soft small figures">처음 ${first} · 마지막 ${last}${gap}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-found': ConsoleFound;
  }
}
