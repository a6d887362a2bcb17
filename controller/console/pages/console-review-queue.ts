import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Person } from '../../../shared/content/person.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import {
  approveSlide,
  takeBackReview,
  type SlideView,
} from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-compare.ts';
import '../parts/console-reject.ts';
import type { SlideRejected } from '../parts/console-reject.ts';
import '../parts/console-review.ts';
import type { ReviewChecked } from '../parts/console-review.ts';
import { heldView, refusalNote } from '../parts/held-view.ts';
import { joined, nextWaiting, waitingFor } from '../parts/review-queue.ts';
import { putSlide } from '../parts/slide-draft.ts';

/** [V17] What waits for this person, one after another: `<console-review-queue .desk .me>`. */
@customElement('console-review-queue')
export class ConsoleReviewQueue extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        margin-inline: auto;
        max-width: 1100px;
      }

      .foot {
        background: var(--card);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        bottom: calc(76px + env(safe-area-inset-bottom));
        display: grid;
        gap: 8px;
        grid-template-columns: 1fr 1fr 2fr;
        padding: 10px;
        position: sticky;
        z-index: 5;
      }

      .foot button {
        min-height: 56px;
        padding-inline: 8px;
      }

      progress {
        accent-color: var(--main);
        width: 100%;
      }

      .keys {
        display: none;
      }

      @media (width >= 900px) {
        .keys {
          display: block;
        }

        .foot {
          bottom: 16px;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private order: readonly string[] = [];
  @state() private currentId: string | undefined;
  @state() private isChecked = false;
  @query('console-reject') private rejecting!: HTMLElementTagNameMap['console-reject'];
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    this.desk.slides,
    this.desk.organizations,
    this.desk.shops,
    this.desk.screens,
  ]);

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  protected override willUpdate() {
    this.order = joined(this.order, this.#waiting());
    if (this.currentId === undefined || !this.#isWaiting(this.currentId)) this.#turn();
  }

  protected override render() {
    return html`${heldView(this.desk.slides, () => {
        const view = this.#current();
        return view ? this.#renderCard(view) : this.#renderEmpty();
      })} <console-reject .desk=${this.desk} @slide-rejected=${this.#onRejected}></console-reject>`;
  }

  #renderCard(view: SlideView) {
    const done = this.order.length - this.#waiting().length;
    return html`<div class="stack">
      <div class="row between">
        <h1>확인할 것</h1>
        <p class="figures" role="status"><strong>${done + 1} / ${this.order.length}</strong></p>
      </div>
      <progress max=${this.order.length} value=${done} aria-label="확인한 것"></progress>
      ${keyed(view.slide.id, this.#renderSlide(view))} ${refusalNote(this.#action.refusal)}
      <div class="foot">
        <button @click=${() => this.rejecting.open(view)}>반려…</button>
        <button ?disabled=${this.#waiting().length < 2} @click=${() => this.#turn()}>나중에</button>
        <button
          class="main"
          aria-keyshortcuts="Control+Enter"
          ?disabled=${!this.isChecked || this.#action.isBusy}
          @click=${() => this.#approve(view)}
        >
          승인
        </button>
      </div>
      <p class="soft small keys">
        키보드로는 → 나중에, Ctrl+Enter 승인입니다. 여섯 가지를 확인했다고 표시해야 승인됩니다.
      </p>
    </div>`;
  }

  #renderSlide(view: SlideView) {
    const { slide, latest } = view;
    const { organizations, shops } = this.desk;
    const owner = organizations.value?.find(({ id }) => id === slide.organizationId)?.name.ko;
    const shop = shops.value?.find(({ id }) => id === slide.shopId)?.name.ko;
    return html`<article class="stack">
      <div class="card pad stack">
        <div>
          <h2>${titleOf(latest.content)}</h2>
          <p class="soft small">
            ${[owner, shop].filter((name) => name !== undefined).join(' · ')} ·
            <a href="#/slides/${slide.id}">슬라이드 열기</a>
          </p>
        </div>
        <console-compare .desk=${this.desk} .view=${view}></console-compare>
      </div>
      <console-review
        .desk=${this.desk}
        .view=${view}
        @review-checked=${(event: ReviewChecked) => (this.isChecked = event.isChecked)}
      ></console-review>
    </article>`;
  }

  #renderEmpty() {
    return html`<div class="card empty">
      <h1>${this.order.length > 0 ? '모두 확인했습니다' : '확인할 것이 없습니다'}</h1>
      <p class="soft">새로 검토를 요청하면 여기와 ‘지금’에 나타납니다.</p>
      <a class="button" href="#/now">지금 화면으로 가기</a>
    </div>`;
  }

  #waiting(): readonly SlideView[] {
    return waitingFor(this.desk, this.me, this.desk.slides.value ?? []);
  }

  #isWaiting(id: string): boolean {
    return this.#waiting().some(({ slide }) => slide.id === id);
  }

  #current(): SlideView | undefined {
    return this.#waiting().find(({ slide }) => slide.id === this.currentId);
  }

  /** To the next that waits. */
  #turn(): void {
    const at = this.order.indexOf(this.currentId ?? '');
    this.currentId = nextWaiting(this.order, at, (id) => this.#isWaiting(id));
    this.isChecked = false;
    this.#action.refusal = undefined;
  }

  async #approve(view: SlideView): Promise<void> {
    const isDone = await this.#action.run(async () => {
      const { slide, contentHash } = view;
      const approved = await this.desk.api.call(approveSlide, {
        params: { slideId: slide.id },
        body: { version: slide.version, contentHash, checklist: true },
      });
      putSlide(this.desk, approved);
      this.#tell(approved, '승인했습니다.');
    });
    if (isDone) scrollTo(0, 0);
  }

  readonly #onRejected = ({ view }: SlideRejected) => {
    this.#tell(view, '이유를 적어 반려했습니다.');
    scrollTo(0, 0);
  };

  #tell(view: SlideView, words: string): void {
    const title = titleOf(view.latest.content);
    say(this, { text: `‘${title}’: ${words}`, undo: () => this.#takeBack(view) });
  }

  /** [V18] */
  async #takeBack({ slide }: SlideView): Promise<void> {
    const { id, version } = slide;
    const body = { version };
    putSlide(
      this.desk,
      await this.desk.api.call(takeBackReview, { params: { slideId: id }, body }),
    );
    this.currentId = id;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const [target] = event.composedPath();
    const isWriting = target instanceof HTMLElement && target.matches('input, textarea, select');
    const view = this.#current();
    if (!view || event.isComposing || event.altKey) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (this.isChecked) void this.#approve(view);
    } else if (event.key === 'ArrowRight' && !isWriting && this.#waiting().length > 1) this.#turn();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-review-queue': ConsoleReviewQueue;
  }
}
