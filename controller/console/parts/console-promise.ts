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
        background: color-mix(in srgb, var(--good) 40%, var(--card));
      }

      .short {
        background: var(--bad);
      }

      dl {
        display: grid;
        gap: 12px;
        grid-template-columns: repeat(4, minmax(0, 96px));
      }

      dt {
        align-items: center;
        color: var(--soft);
        display: flex;
        font-size: 0.875rem;
        gap: 6px;
      }

      dt i {
        border-radius: 3px;
        height: 10px;
        width: 10px;
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
          <dt><i class="played"></i>나감</dt>
          <dd>${played}번</dd>
        </div>
        <div>
          <dt><i class="ahead"></i>남음</dt>
          <dd>${ahead}번</dd>
        </div>
        <div>
          <dt><i class="short"></i>모자람</dt>
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
