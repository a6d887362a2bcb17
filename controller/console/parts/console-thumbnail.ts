import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { titleOf, type SlideContent } from '../../../shared/content/slide.ts';
import '../../../shared/slides/plaza-preview.ts';
import type { PlazaPreview } from '../../../shared/slides/plaza-preview.ts';
import { look } from '../app/look.ts';
import { Seen } from '../app/seen.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { sampleContent } from './content-fields.ts';
import { sceneOf, sceneSources, slideOf, type Shape } from './preview-scene.ts';

/** Which texts of the slide have no room on this shape of board; told after each drawing. */
export class TextsOmitted extends Event {
  static readonly type = 'texts-omitted';
  readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    super(TextsOmitted.type);
    this.texts = texts;
  }
}

/** A slide in small, drawn only once it is seen: `<console-thumbnail .desk .content .organizationId .shopId>`. */
@customElement('console-thumbnail')
export class ConsoleThumbnail extends LitElement {
  static override styles = [
    look,
    css`
      div {
        aspect-ratio: 16 / 9;
        background: #0b0e14;
        border-radius: 8px;
        overflow: hidden;
      }

      .tiny {
        aspect-ratio: 2;
      }

      .tall {
        aspect-ratio: 9 / 16;
        margin-inline: auto;
        max-width: 280px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  @property() shape: Shape = 'wide';
  @state() private isSeen = false;
  @query('plaza-preview') private preview!: PlazaPreview | null;
  protected readonly seen = new Seen(this, () => (this.isSeen = true));
  protected readonly watch = new Watch(this, () => (this.isSeen ? sceneSources(this.desk) : []));

  protected override render() {
    const content = sampleContent(this.content);
    return html`<div class=${this.shape} role="img" aria-label="${titleOf(content)} 미리 보기">
      ${
        this.isSeen
          ? html`<plaza-preview
              .inert=${true}
              aria-hidden="true"
              .scene=${sceneOf(this.desk, this.shape)}
              .slide=${slideOf(content, this)}
              .announcement=${null}
              .layer=${'slot' as const}
              .slotStartMs=${null}
              .slotEndMs=${null}
            ></plaza-preview>`
          : nothing
      }
    </div>`;
  }

  protected override updated() {
    void this.#tellOmitted();
  }

  async #tellOmitted(): Promise<void> {
    const { preview } = this;
    if (!preview) return;
    // The words are laid out even where the picture fails, which the preview shows itself.
    await preview.ready.catch(() => undefined);
    this.dispatchEvent(new TextsOmitted(preview.omitted));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-thumbnail': ConsoleThumbnail;
  }
}
