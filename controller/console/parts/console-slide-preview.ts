import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SlideContent } from '../../../shared/content/slide.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import './console-thumbnail.ts';
import type { TextsOmitted } from './console-thumbnail.ts';
import { omittedWords } from './omitted-words.ts';
import { shapeNames, type Shape } from './preview-scene.ts';

const shapes: readonly Shape[] = ['wide', 'tiny', 'tall'];

/** A slide while it is written, on three shapes of board: `<console-slide-preview .desk .content .owner>`. */
@customElement('console-slide-preview')
export class ConsoleSlidePreview extends LitElement {
  static override styles = [
    look,
    css`
      .shapes {
        display: grid;
        gap: 6px;
        grid-template-columns: repeat(3, 1fr);
      }

      .shapes button {
        font-size: 0.9375rem;
        padding-inline: 6px;
      }

      [aria-pressed='true'] {
        background: var(--main);
        border-color: var(--main);
        color: var(--on-main);
      }

      /* Room for three lines, so that nothing moves when it speaks. */
      .omitted {
        line-height: 1.5;
        min-height: 4.5em;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  @state() private shape: Shape = 'wide';
  @state() private omitted: readonly string[] = [];

  protected override render() {
    return html`<div class="stack">
      <console-thumbnail
        .desk=${this.desk}
        .content=${this.content}
        .organizationId=${this.organizationId}
        .shopId=${this.shopId}
        .shape=${this.shape}
        @texts-omitted=${(event: TextsOmitted) => this.#onOmitted(event.texts)}
      ></console-thumbnail>
      <div class="shapes" role="group" aria-label="미리 볼 화면 모양">
        ${shapes.map(
          (shape) =>
            html`<button
              type="button"
              aria-pressed=${shape === this.shape ? 'true' : 'false'}
              @click=${() => (this.shape = shape)}
            >
              ${shapeNames[shape]}
            </button>`,
        )}
      </div>
      <p class="omitted small soft" role="status">${omittedWords(this.content, this.omitted)}</p>
    </div>`;
  }

  #onOmitted(texts: readonly string[]) {
    // Each keystroke draws anew; the same texts again are no news.
    if (texts.join('\n') !== this.omitted.join('\n')) this.omitted = texts;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide-preview': ConsoleSlidePreview;
  }
}
