import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SlideRevision } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-preview-board.ts';
import { markedText } from './marked-text.ts';
import { previewBoards, type PreviewBoard } from './preview-boards.ts';
import { otherChanges, textDifferences, type TextDifference } from './revision-changes.ts';

/**
 * [V16] What is to be approved, beside what is on air where anything is, as the board shows it, with the texts that
 * differ: `<console-compare .desk .view>`.
 */
@customElement('console-compare')
export class ConsoleCompare extends LitElement {
  static override styles = [
    look,
    css`
      .sides {
        display: grid;
        gap: 16px;
      }

      @media (width >= 900px) {
        .sides.both {
          grid-template-columns: 1fr 1fr;
        }
      }

      figure {
        display: grid;
        gap: 6px;
        margin-inline: auto;
        max-width: min(100%, calc(56vh * var(--shape, 1.78)));
        width: 100%;
      }

      dl {
        display: grid;
        gap: 12px;
      }

      dt {
        color: var(--soft);
        font-size: 0.875rem;
      }

      dd {
        overflow-wrap: anywhere;
      }

      del {
        color: var(--soft);
        text-decoration: none;
      }

      ins {
        text-decoration: none;
      }

      mark {
        background: var(--warn-ground);
        border-radius: 3px;
        color: inherit;
        padding: 0 2px;
      }

      del mark {
        background: none;
        text-decoration: line-through;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: SlideView;
  protected readonly watch = new Watch(this, () => [this.desk.screens]);

  protected override render() {
    const { approved, latest } = this.view;
    const [board] = previewBoards(this.desk);
    if (!board) return nothing;
    return html`<section class="stack" aria-label="무엇을 승인하는지">
      <div class="sides ${approved ? 'both' : ''}">
        ${approved ? this.#renderSide('지금 나가는 것', approved, board) : nothing}
        ${this.#renderSide('새로 낼 것', latest, board)}
      </div>
      ${approved ? this.#renderChanges(approved, latest) : html`<p class="soft">처음 내는 것입니다.</p>`}
    </section>`;
  }

  #renderSide(words: string, { content }: SlideRevision, board: PreviewBoard) {
    const { organizationId, shopId, id } = this.view.slide;
    const { widthPx, heightPx } = board.geometry;
    return html`<figure ${setStyles({ '--shape': `${widthPx / heightPx}` })}>
      <figcaption><strong>${words}</strong></figcaption>
      <console-preview-board
        .desk=${this.desk}
        .board=${{ ...board, name: `${words}, ${board.name}` }}
        .content=${content}
        .organizationId=${organizationId}
        .shopId=${shopId}
        .slideId=${id}
      ></console-preview-board>
    </figure>`;
  }

  #renderChanges(before: SlideRevision, after: SlideRevision) {
    const texts = textDifferences(before.content, after.content);
    const others = otherChanges(before, after);
    if (texts.length + others.length === 0)
      return html`<p class="soft">눈에 띄게 바뀐 것이 없습니다.</p>`;
    return html`<h3>바뀐 것</h3>
      ${texts.length > 0 ? html`<dl>${texts.map((one) => this.#renderText(one))}</dl>` : nothing}
      ${
        others.length > 0
          ? html`<ul>
              ${others.map((words) => html`<li>${words}</li>`)}
            </ul>`
          : nothing
      }`;
  }

  #renderText({ label, from, to }: TextDifference) {
    return html`<div>
      <dt>${label}</dt>
      ${from === undefined ? nothing : html`<dd><del>${this.#renderMarked(from, to ?? '')}</del></dd>`}
      ${
        to === undefined
          ? html`<dd class="soft">뺌</dd>`
          : html`<dd><ins>${this.#renderMarked(to, from ?? '')}</ins></dd>`
      }
    </div>`;
  }

  #renderMarked(text: string, other: string) {
    const { before, changed, after } = markedText(text, other);
    return html`${before}${changed === '' ? nothing : html`<mark>${changed}</mark>`}${after}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-compare': ConsoleCompare;
  }
}
