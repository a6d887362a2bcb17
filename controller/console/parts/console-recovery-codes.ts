import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { look } from '../app/look.ts';

/** Recovery codes, which are shown this once: `<console-recovery-codes .codes .loginName>`. */
@customElement('console-recovery-codes')
export class ConsoleRecoveryCodes extends LitElement {
  static override styles = [
    look,
    css`
      ul {
        display: grid;
        font-family: ui-monospace, monospace;
        font-size: 1.0625rem;
        gap: 6px 18px;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        letter-spacing: 0.04em;
      }
    `,
  ];
  @property({ attribute: false }) codes: readonly string[] = [];
  @property() loginName = '';

  protected override render() {
    return html`<div class="note good stack">
      <p role="status">
        <strong>복구 코드를 지금 보관해 주십시오.</strong> 휴대전화를 잃어버렸을 때 인증 코드 대신
        한 번씩 쓸 수 있습니다. 이 화면을 나가면 다시 볼 수 없습니다.
      </p>
      <ul aria-label="복구 코드">
        ${this.codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="row">
        <button type="button" @click=${this.#onDownload}>텍스트 파일로 받기</button>
        <button type="button" @click=${this.#onPrint}>인쇄하기</button>
      </div>
    </div>`;
  }

  #text(): string {
    const title = `창동역 전자게시대 복구 코드 (${this.loginName})`;
    const hint = '코드마다 한 번만 쓸 수 있습니다. 다른 사람이 볼 수 없는 곳에 보관하십시오.';
    return [title, hint, '', ...this.codes, ''].join('\r\n');
  }

  readonly #onDownload = () => {
    const link = document.createElement('a');
    link.href = this.#address();
    link.download = `plaza-recovery-codes-${this.loginName}.txt`;
    link.click();
  };

  /** Alone on a sheet: the page around it is nothing to print. */
  readonly #onPrint = () => {
    const sheet = globalThis.open(this.#address(), '_blank');
    sheet?.addEventListener('load', () => sheet.print());
  };

  #address(): string {
    const file = new Blob([this.#text()], { type: 'text/plain;charset=utf-8' });
    const address = URL.createObjectURL(file);
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return address;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-recovery-codes': ConsoleRecoveryCodes;
  }
}
