import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { titleOf, type SlideContent } from '../../../shared/content/slide.ts';
import '../../../shared/slides/plaza-preview.ts';
import type { PlazaPreview } from '../../../shared/slides/plaza-preview.ts';
import type { Language } from '../../../shared/content/fields.ts';
import type { Form, Scene } from '../../../shared/slides/scene.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { sampleContent } from './content-fields.ts';
import type { PreviewBoard } from './preview-boards.ts';
import { sceneOf, sceneSources, slideOf } from './preview-scene.ts';
import { knownShortUrl, scansOf } from './short-address.ts';

/** The box in which a board shows the slide's picture, in its own pixels. */
export interface PictureFrame {
  readonly board: string;
  readonly width: number;
  readonly height: number;
}

/** How a board crops the picture; told after each drawing that has one. */
export class FrameMeasured extends Event {
  static readonly type = 'frame-measured';
  readonly frame: PictureFrame;

  constructor(frame: PictureFrame) {
    super(FrameMeasured.type, { bubbles: true, composed: true });
    this.frame = frame;
  }
}

/**
 * A slide on one board, page by page where it has several, as wide as its host:
 * `<console-preview-board .desk .board .content .organizationId .shopId .slideId .form
 * .language>`.
 */
@customElement('console-preview-board')
export class ConsolePreviewBoard extends LitElement {
  static override styles = [
    look,
    css`
      .glass {
        background: #0b0e14;
        border-radius: 6px;
        overflow: hidden;
      }

      .pages {
        align-items: center;
        display: flex;
        gap: 4px;
        justify-content: center;
      }

      .pages button {
        min-height: 44px;
        min-width: 44px;
        padding: 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) board!: PreviewBoard;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  /** Undefined for a new one. */
  @property({ attribute: false }) slideId: string | undefined;
  @property() form: Form = 'day';
  @property() language: Language = 'ko';
  @state() private page = 0;
  @state() private pages = 1;
  @query('plaza-preview') private preview!: PlazaPreview | null;
  protected readonly watch = new Watch(this, () => {
    const scans = scansOf(this.desk, this.slideId);
    return [...sceneSources(this.desk), ...(scans ? [scans] : [])];
  });

  protected override render() {
    const content = sampleContent(this.content);
    return html`<div class="glass" role="img" aria-label="${titleOf(content)} · ${this.board.name}">
        <plaza-preview
          .inert=${true}
          aria-hidden="true"
          .scene=${this.#scene()}
          .slide=${slideOf(content, this, knownShortUrl(this.desk, this.slideId))}
          .page=${Math.min(this.page, this.pages - 1)}
        ></plaza-preview>
      </div>
      ${this.pages > 1 ? this.#renderPages() : nothing}`;
  }

  protected override updated() {
    void this.#measure();
  }

  #renderPages() {
    const page = Math.min(this.page, this.pages - 1);
    const turn = (by: number) => () => (this.page = (page + by + this.pages) % this.pages);
    return html`<div class="pages" role="group" aria-label="${this.board.name} 쪽 넘기기">
      <button type="button" class="plain" aria-label="앞 쪽" @click=${turn(-1)}>‹</button>
      <span class="small figures" role="status">${page + 1} / ${this.pages}쪽</span>
      <button type="button" class="plain" aria-label="다음 쪽" @click=${turn(1)}>›</button>
    </div>`;
  }

  #scene(): Scene {
    return { ...sceneOf(this.desk, this.board.shape), form: this.form, language: this.language };
  }

  async #measure(): Promise<void> {
    const { preview } = this;
    // The words are laid out even where the picture fails, which the preview shows itself.
    await preview?.ready.catch(() => undefined);
    if (!preview?.isConnected) return;
    if (preview.pages !== this.pages) this.pages = preview.pages;
    const picture = pictureIn(preview);
    if (picture) this.dispatchEvent(new FrameMeasured({ board: this.board.name, ...picture }));
  }
}

/** Where the board's template puts its picture: the size of that box, unscaled. */
function pictureIn(preview: PlazaPreview): { width: number; height: number } | undefined {
  const slide = preview.renderRoot.querySelector('plaza-slide');
  const template = slide?.renderRoot.firstElementChild;
  const picture = template?.shadowRoot?.querySelector<HTMLElement>('plaza-picture');
  if (!picture?.clientWidth || !picture.clientHeight) return undefined;
  return { width: picture.clientWidth, height: picture.clientHeight };
}

declare global {
  interface HTMLElementEventMap {
    'frame-measured': FrameMeasured;
  }
  interface HTMLElementTagNameMap {
    'console-preview-board': ConsolePreviewBoard;
  }
}
