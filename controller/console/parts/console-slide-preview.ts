import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { SlideContent } from '../../../shared/content/slide.ts';
import type { Language } from '../../../shared/content/fields.ts';
import type { Form } from '../../../shared/slides/scene.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import { Narrow } from '../app/narrow.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-far-view.ts';
import './console-preview-board.ts';
import { languageNames, writtenLanguages } from './languages.ts';
import { previewBoards, type PreviewBoard } from './preview-boards.ts';
import { slidePreviewLook } from './slide-preview-look.ts';

/** A pause in typing: drawing several boards at each key would hold the keys up. */
const PAUSE_MS = 150;

/**
 * A slide while it is written, on each kind of board side by side, by day and by night, in its languages, and as
 * it is seen from afar: `<console-slide-preview .desk .content .organizationId .shopId .slideId>`.
 */
@customElement('console-slide-preview')
export class ConsoleSlidePreview extends LitElement {
  static override styles = [look, slidePreviewLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  /** Undefined for a new one. */
  @property({ attribute: false }) slideId: string | undefined;
  @state() private shown: SlideContent | undefined;
  @state() private form: Form = 'day';
  @state() private language: Language = 'ko';
  @state() private isFar = false;
  @state() private isSmall = false;
  /** Of the boards, the one that is looked at from afar. */
  @state() private far = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #narrow = new Narrow(this, '(width < 900px)');
  protected readonly watch = new Watch(this, () => [this.desk.screens]);

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('content') || this.content === this.shown) return;
    clearTimeout(this.#pause);
    if (this.shown?.template !== this.content.template) this.shown = this.content;
    else this.#pause = setTimeout(() => (this.shown = this.content), PAUSE_MS);
  }

  /** What is large does not stick: there would be no room to write. */
  protected override updated() {
    this.toggleAttribute('far', this.isFar && !this.isSmall);
  }

  protected override render() {
    const boards = previewBoards(this.desk);
    const isSmall = this.isSmall && this.#narrow.isOn;
    return html`<section aria-label="미리 보기" class=${isSmall ? 'small-view' : ''}>
      ${this.isFar && !isSmall ? this.#renderFar(boards) : this.#renderBoards(boards)}
      ${isSmall ? this.#renderSize('미리 보기 펼치기') : this.#renderTools()}
    </section>`;
  }

  #renderBoards(boards: readonly PreviewBoard[]) {
    const only = boards.length === 1 ? 'only' : '';
    return html`<div class="strip ${only}" role="group" aria-label="화면마다" tabindex="0">
      ${boards.map((board) => {
        const { widthPx, heightPx } = board.geometry;
        return html`<figure ${setStyles({ '--shape': `${widthPx / heightPx}` })}>
          ${this.#renderBoard(board)}
          ${only ? nothing : html`<figcaption class="soft small">${board.name}</figcaption>`}
        </figure>`;
      })}
    </div>`;
  }

  #renderBoard(board: PreviewBoard) {
    return html`<console-preview-board
      .desk=${this.desk}
      .board=${board}
      .content=${this.shown ?? this.content}
      .organizationId=${this.organizationId}
      .shopId=${this.shopId}
      .slideId=${this.slideId}
      .form=${this.form}
      .language=${this.#shownLanguage()}
    ></console-preview-board>`;
  }

  #renderFar(boards: readonly PreviewBoard[]) {
    const board = boards[this.far] ?? boards[0];
    if (!board) return nothing;
    return html`<div class="far">
      ${
        boards.length > 1
          ? html`<div class="row" role="group" aria-label="멀리서 볼 화면">
              ${boards.map((one, index) =>
                this.#renderToggle(one.name, one === board, () => (this.far = index)),
              )}
            </div>`
          : nothing
      }
      <console-far-view
        .desk=${this.desk}
        .board=${board}
        .content=${this.shown ?? this.content}
        .organizationId=${this.organizationId}
        .shopId=${this.shopId}
        .slideId=${this.slideId}
        .form=${this.form}
        .language=${this.#shownLanguage()}
      ></console-far-view>
    </div>`;
  }

  #renderTools() {
    return html`<div class="tools">
      ${this.#renderToggle('밤 모습', this.form === 'night', () => {
        this.form = this.form === 'night' ? 'day' : 'night';
      })}
      ${this.#renderToggle('멀리서', this.isFar, () => (this.isFar = !this.isFar))}
      ${this.#renderLanguages()} ${this.#narrow.isOn ? this.#renderSize('작게') : nothing}
    </div>`;
  }

  /** Only those that the slide has: in another it looks as in Korean. */
  #renderLanguages() {
    const written = writtenLanguages(this.content);
    if (written.length === 0) return nothing;
    return html`<select
      aria-label="미리 볼 말"
      @change=${(event: Event) =>
        (this.language = (event.target as HTMLSelectElement).value as Language)}
    >
      ${(['ko', ...written] as const).map(
        (language) =>
          html`<option value=${language} .selected=${live(language === this.#shownLanguage())}>
            ${languageNames[language]}
          </option>`,
      )}
    </select>`;
  }

  #renderSize(words: string) {
    return html`<button type="button" @click=${() => (this.isSmall = !this.isSmall)}>
      ${words}
    </button>`;
  }

  #renderToggle(words: string, isOn: boolean, onClick: () => void) {
    return html`<button type="button" aria-pressed=${isOn ? 'true' : 'false'} @click=${onClick}>
      ${words}
    </button>`;
  }

  #shownLanguage(): Language {
    const { language } = this;
    if (language === 'ko') return 'ko';
    return writtenLanguages(this.content).includes(language) ? language : 'ko';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide-preview': ConsoleSlidePreview;
  }
}
