import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tokens } from '../../shared/slides/tokens.ts';

/** What a board shows until a person has tied it to a screen: `<plaza-pairing .code>`. */
@customElement('plaza-pairing')
export class PlazaPairing extends LitElement {
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
        align-content: center;
        gap: 4cqmin;
        padding: 7cqmin;
      }

      .heading {
        display: flex;
        align-items: center;
        gap: 0.5em;
        color: #d9c9a8;
        font-size: max(16px, min(6cqmin, 4cqw));
        font-weight: 700;
      }

      .heading::before {
        width: 0.22em;
        height: 1em;
        border-radius: 0.1em;
        background: currentcolor;
        content: '';
      }

      .code {
        font-size: min(30cqh, 11cqw);
        font-weight: 800;
        letter-spacing: 0.01em;
        line-height: 1.1;
        white-space: nowrap;
      }

      .code span + span {
        margin-inline-start: 0.32em;
      }

      .wait {
        font-size: min(16cqh, 8cqw);
        font-weight: 800;
      }

      .how {
        color: var(--soft);
        font-size: max(18px, min(7cqmin, 4.4cqw));
        line-height: 1.45;
      }

      .how strong {
        color: var(--paper);
        font-weight: 800;
      }
    `,
  ];

  /** Eight characters; null while the controller cannot be reached. */
  @property({ attribute: false }) code: string | null = null;

  protected override render() {
    return html`<section class="board" aria-label="화면 연결">
      <p class="heading">화면 연결</p>
      ${this.code ? this.#renderCode(this.code) : this.#renderWait()}
    </section>`;
  }

  #renderCode(code: string) {
    return html`<p class="code" aria-label=${`연결 코드 ${code.split('').join(' ')}`}>
        <span>${code.slice(0, 4)}</span><span>${code.slice(4)}</span>
      </p>
      <p class="how">
        콘솔의 <strong>화면 › 화면 연결</strong>에 이 코드를 입력하십시오. 10분 동안 쓸 수 있습니다.
      </p>`;
  }

  #renderWait() {
    return html`<p class="wait">코드를 받고 있습니다</p>
      <p class="how">
        이 상태가 계속되면 네트워크 연결을 확인하십시오. 연결되면 코드가 나타납니다.
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-pairing': PlazaPairing;
  }
}
