import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tokens } from '../../shared/slides/tokens.ts';

/** The board's name, for the person who looks for it: `<plaza-identify .boardName>`. */
@customElement('plaza-identify')
export class PlazaIdentify extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        container-type: size;
      }

      .board {
        container-type: normal;
        display: grid;
        place-content: center;
        padding: 5cqmin;
        box-shadow: inset 0 0 0 2cqmin #d9c9a8;
        text-align: center;
      }

      .label {
        color: var(--dim);
        font-size: 6cqmin;
      }

      .name {
        font-size: min(16cqmin, 9cqw);
        font-weight: 800;
        line-height: 1.3;
      }
    `,
  ];

  @property({ attribute: false }) boardName = '';

  protected override render() {
    return html`<section class="board" aria-label="화면 이름">
      <div>
        <p class="label">이 화면의 이름</p>
        <p class="name">${this.boardName}</p>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-identify': PlazaIdentify;
  }
}
