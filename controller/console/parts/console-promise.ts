import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PromiseLineView } from '../../../shared/protocol/http/planning.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';

/** How one board stands to one promise: `<console-promise .line .board=${name} .words>`. */
@customElement('console-promise')
export class ConsolePromise extends LitElement {
  static override styles = [
    look,
    css`
      .board {
        display: grid;
        gap: 8px;
      }

      .bar {
        background: var(--line);
        display: flex;
        gap: 2px;
        height: 10px;
        overflow: hidden;
        width: 100%;
      }

      .played {
        background: var(--good);
      }

      .ahead {
        background: var(--edge);
      }

      .short {
        background: var(--bad);
      }

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
      }

      dl div {
        display: flex;
        gap: 6px;
      }

      dt {
        color: var(--soft);
      }

      dd {
        font-weight: 700;
      }
    `,
  ];
  @property({ attribute: false }) line!: PromiseLineView;
  /** The board's name. */
  @property() board = '';
  @property() words = '';

  protected override render() {
    const { promised, played, ahead, shortfall } = this.line;
    const rest = Math.max(0, Math.min(ahead, promised - played));
    return html`<div class="board">
      <h3>${this.board}</h3>
      <div class="bar" aria-hidden="true">
        <div class="played" ${setStyles({ 'flex-grow': `${played}` })}></div>
        <div class="ahead" ${setStyles({ 'flex-grow': `${rest}` })}></div>
        <div class="short" ${setStyles({ 'flex-grow': `${shortfall}` })}></div>
      </div>
      <dl class="figures">
        <div>
          <dt>약속</dt>
          <dd>${promised}번</dd>
        </div>
        <div>
          <dt>나감</dt>
          <dd>${played}번</dd>
        </div>
        <div>
          <dt>남음</dt>
          <dd>${ahead}번</dd>
        </div>
        <div>
          <dt>모자람</dt>
          <dd class=${shortfall > 0 ? 'bad' : ''}>${shortfall}번</dd>
        </div>
      </dl>
      <p class=${shortfall > 0 ? 'bad' : 'soft'}>${this.words}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-promise': ConsolePromise;
  }
}
