import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Person } from '../../../shared/content/person.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import type { ShopSlide } from '../../../shared/protocol/http/approvals.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { clockTime } from '../../../shared/korean-date.ts';
import { dateAt, MINUTE_MS, minuteAt } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { shopsOfMerchant } from '../app/merchant.ts';
import { dayWords } from '../app/reason-words.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-review-notes.ts';
import '../parts/console-thumbnail.ts';
import { heldView } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { playsWords, shopSlideWords } from '../parts/shop-slide-words.ts';

/** [V40] A merchant's only page: what they sent, what became of it, and how to send more: `<console-my-shop .desk .me>`. */
@customElement('console-my-shop')
export class ConsoleMyShop extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        margin-inline: auto;
        max-width: 720px;
      }

      .send {
        font-size: 1.25rem;
        min-height: 72px;
      }

      .slide {
        align-items: start;
        color: inherit;
        display: grid;
        gap: 8px 16px;
        padding: 12px;
        text-decoration: none;
      }

      .about {
        display: grid;
        gap: 4px;
      }

      .standing {
        font-weight: 700;
      }

      @media (width >= 480px) {
        .slide {
          grid-template-columns: 200px minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  #readAt = 0;
  protected readonly tick = new Tick(this, MINUTE_MS / 2);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.slides, this.desk.shops, this.desk.screens, this.desk.organizations],
    ...this.#shopIds().map((id) => this.desk.shopSlides(id)),
  ]);

  /** Plays come in without a word. */
  protected override willUpdate() {
    const now = this.desk.now();
    if (now - this.#readAt < MINUTE_MS / 2) return;
    this.#readAt = now;
    for (const id of this.#shopIds())
      if (this.desk.shopSlides(id).value) this.desk.shopSlides(id).invalidate();
  }

  protected override render() {
    return html`<div class="stack">
      <console-review-notes .desk=${this.desk}></console-review-notes>
      ${heldView(this.desk.shops, () => html`${this.#shopIds().map((id) => this.#renderShop(id))}`)}
    </div>`;
  }

  #renderShop(shopId: string) {
    const name = this.desk.shops.value?.find(({ id }) => id === shopId)?.name.ko ?? '우리 가게';
    return html`<section class="stack" aria-labelledby="shop-${shopId}">
      <h1 id="shop-${shopId}">${name}</h1>
      <a class="button main send" href="#/slides/new">가게 소식 보내기</a>
      <p class="soft">사진 한 장과 몇 글자면 됩니다. 보내시면 상인회가 확인하고 화면에 냅니다.</p>
      ${heldView(this.desk.slides, (views) => this.#renderSlides(shopId, views))}
    </section>`;
  }

  #renderSlides(shopId: string, views: readonly SlideView[]) {
    const own = views
      .filter(({ slide }) => slide.shopId === shopId)
      .sort((a, b) => b.slide.updatedAt - a.slide.updatedAt);
    if (own.length === 0)
      return html`<div class="card empty"><p>아직 보내신 소식이 없습니다.</p></div>`;
    const facts = this.desk.shopSlides(shopId).value ?? [];
    return html`<h2>보낸 소식</h2>
      ${repeat(
        own,
        ({ slide }) => slide.id,
        (view) =>
          this.#renderSlide(
            view,
            facts.find(({ slideId }) => slideId === view.slide.id),
          ),
      )}`;
  }

  #renderSlide(view: SlideView, facts: ShopSlide | undefined) {
    const { slide, latest } = view;
    const { tone, words } = shopSlideWords(view, facts);
    return html`<a class="card slide" href="#/slides/${slide.id}">
      <console-thumbnail
        .desk=${this.desk}
        .content=${latest.content}
        .organizationId=${slide.organizationId}
        .shopId=${slide.shopId}
        .slideId=${slide.id}
      ></console-thumbnail>
      <span class="about">
        <strong>${titleOf(latest.content)}</strong>
        <span class="standing ${tone}">${words}</span>
        ${facts ? html`<span class="figures">${playsWords(facts)}</span>` : nothing}
        ${facts?.next ? this.#renderNext(facts.next) : nothing}
      </span>
    </a>`;
  }

  #renderNext({ screenId, at }: NonNullable<ShopSlide['next']>) {
    const board = this.desk.screens.value?.find(({ screen }) => screen.id === screenId);
    const offsets = offsetsOf(this.desk);
    const day = dayWords(dateAt(offsets, at), dateAt(offsets, this.desk.now()));
    const when = `${day} ${clockTime(minuteAt(offsets, at))}`;
    return html`<span class="soft figures"
      >다음: ${when}${board ? ` · ${board.screen.name}` : ''}</span
    >`;
  }

  #shopIds(): readonly string[] {
    return shopsOfMerchant(this.me);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-my-shop': ConsoleMyShop;
  }
}
