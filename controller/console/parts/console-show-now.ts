import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Screens } from '../../../shared/content/fields.ts';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import { showSlideNow } from '../../../shared/protocol/http/content.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { receiptWords, templateNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { screensField } from './screens-field.ts';

interface Sent {
  readonly slideId: string;
  readonly version: number;
  readonly screenIds: readonly string[];
}

/** 지금 송출: choose a slide and boards, then see it arrive: `<console-show-now .desk .me @show-now-closed>`. */
@customElement('console-show-now')
export class ConsoleShowNow extends LitElement {
  static override styles = [
    look,
    css`
      dialog[open] {
        display: grid;
        gap: 16px;
      }

      .slides {
        border: 1px solid var(--line);
        border-radius: 10px;
        max-height: 280px;
        overflow: auto;
      }

      .slides label {
        align-items: center;
        cursor: pointer;
        display: flex;
        gap: 12px;
        min-height: 52px;
        padding: 6px 14px;
      }

      .slides label:has(:checked) {
        background: var(--raised);
      }

      .arrived {
        font-size: 1.25rem;
        font-weight: 800;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private slideId: string | null = null;
  @state() private isFixed = false;
  @state() private words = '';
  @state() private screens: Screens = 'all';
  @state() private sent: Sent | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    this.desk.slides,
    this.desk.screens,
    this.desk.receipts,
  ]);

  /** Opens the dialog; with an id for that slide only. */
  open(slideId: string | null): void {
    this.slideId = slideId;
    this.isFixed = slideId !== null;
    this.sent = undefined;
    this.words = '';
    this.#action.refusal = undefined;
    this.dialog.showModal();
  }

  /** Sends at once and opens on the receipt. Throws `Refusal`. */
  async send(slideId: string, screens: Screens): Promise<void> {
    await this.#send(slideId, screens);
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog
      aria-labelledby="show-title"
      @close=${() => this.dispatchEvent(new Event('show-now-closed'))}
    >
      <h2 id="show-title">지금 송출</h2>
      ${this.sent ? this.#renderSent(this.sent) : this.#renderForm()}
    </dialog>`;
  }

  #renderForm() {
    return html`<p class="soft">
        고른 슬라이드가 바로 한 차례 나가고, 잘린 차례는 뒤에 채워 줍니다.
      </p>
      ${this.isFixed ? nothing : this.#renderSlides()}
      ${screensField({
        value: this.screens,
        views: this.desk.screens.value ?? [],
        onInput: (screens) => (this.screens = screens),
      })}
      ${refusalNote(this.#action.refusal)}
      <div class="row">
        <button
          class="main"
          ?disabled=${this.slideId === null || this.#action.isBusy}
          @click=${this.#onSend}
        >
          ${this.#action.isBusy ? '보내는 중…' : '지금 송출'}
        </button>
        <button class="plain" @click=${() => this.dialog.close()}>그만두기</button>
      </div>`;
  }

  #renderSlides() {
    const slides = this.#choices();
    return html`${textField({
        id: 'find-slide',
        label: '슬라이드 찾기',
        type: 'search',
        value: this.words,
        onInput: (words) => (this.words = words),
      })}
      <div class="slides list" role="radiogroup" aria-label="송출할 슬라이드">
        ${
          slides.length === 0
            ? html`<p class="pad soft">
                승인된 슬라이드가 없습니다. 먼저 슬라이드를 만들어 주십시오.
              </p>`
            : slides.map((view) => this.#renderSlide(view))
        }
      </div>`;
  }

  #renderSlide({ slide, approved, latest }: SlideView) {
    const { content } = approved ?? latest;
    return html`<label
      ><input
        type="radio"
        name="slide"
        .checked=${this.slideId === slide.id}
        @change=${() => (this.slideId = slide.id)}
      /><span
        ><strong>${titleOf(content)}</strong>
        <span class="soft small">${templateNames[content.template]}</span></span
      ></label
    >`;
  }

  #renderSent({ screenIds, slideId, version }: Sent) {
    const arrived = this.desk.receipts.value.filter(
      (receipt) =>
        receipt.kind === 'slide' && receipt.subjectId === slideId && receipt.version === version,
    );
    const isAll = screenIds.length > 0 && arrived.length >= screenIds.length;
    return html`<div role="status" class="note ${isAll ? 'good' : ''}">
        <p class="arrived figures">${receiptWords(screenIds.length, arrived)}</p>
        ${isAll ? nothing : html`<p>화면의 확인을 기다립니다.</p>`}
      </div>
      <button class="main" @click=${() => this.dialog.close()}>닫기</button>`;
  }

  #choices(): readonly SlideView[] {
    return (this.desk.slides.value ?? []).filter(
      ({ slide, approved, latest }) =>
        slide.approvedRevisionId !== null &&
        slide.state !== 'withdrawn' &&
        mayDo(this.me, 'slide.show-now', slide) &&
        titleOf((approved ?? latest).content).includes(this.words.trim()),
    );
  }

  async #onSend(): Promise<void> {
    const { slideId, screens } = this;
    if (slideId === null) return;
    await this.#action.run(() => this.#send(slideId, screens));
  }

  async #send(slideId: string, screens: Screens): Promise<void> {
    const { screenIds, version } = await this.desk.api.call(showSlideNow, {
      params: { slideId },
      body: { screens },
    });
    this.sent = { slideId, version, screenIds };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-show-now': ConsoleShowNow;
  }
}
