import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Announcement } from '../../shared/content/announcement.ts';
import { boardLayout } from '../../shared/slides/board-layout.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import { tokens } from '../../shared/slides/tokens.ts';
import { tickerHeightPx } from '../player/ticker-strip.ts';

/**
 * The still strip that recalls an important announcement between its showings:
 * `<plaza-ticker .announcement .scene>`. It stands; nothing on it moves.
 */
@customElement('plaza-ticker')
export class PlazaTicker extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }

      .board {
        display: flex;
        align-items: center;
        gap: 0.8em;
        padding: 0 var(--margin);
        border-top: 0.12em solid #f6f3ec;
        container-type: normal;
        background: #0b0e14;
        font-size: var(--size);
        font-weight: 700;
        line-height: 1.35;
        white-space: nowrap;
      }

      .level {
        padding: 0.05em 0.5em;
        border-radius: 0.25em;
        background: #f6f3ec;
        color: #0b0e14;
        font-weight: 800;
      }

      .title {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .drill {
        background: repeating-linear-gradient(135deg, #f6f3ec 0 0.5em, #c9ced8 0.5em 1em);
      }
    `,
  ];

  @property({ attribute: false }) announcement: Announcement | null = null;
  @property({ attribute: false }) scene: Scene | null = null;

  protected override willUpdate(): void {
    if (!this.scene) return;
    const layout = boardLayout(this.scene.geometry);
    this.style.setProperty('--margin', `${layout.marginPx}px`);
    this.style.setProperty('--size', `${layout.frameFontPx}px`);
    this.style.height = `${tickerHeightPx(this.scene.geometry)}px`;
  }

  protected override render() {
    const { announcement, scene } = this;
    if (!announcement || !scene) return nothing;
    return html`<p class="board" role="status">
      <span class="level ${announcement.drill ? 'drill' : ''}"
        >${announcement.drill ? '훈련' : '중요'}</span
      >
      <span class="title">${announcement.title}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-ticker': PlazaTicker;
  }
}
