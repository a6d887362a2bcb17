import { html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { alarmLook } from '../app/alarm-look.ts';
import { look } from '../app/look.ts';
import { textField } from './field.ts';

const LEAST_REASON = 5;

export class GlassBroken extends Event {
  static readonly type = 'glass-broken';
  readonly reason: string;

  constructor(reason: string) {
    super(GlassBroken.type, { bubbles: true, composed: true });
    this.reason = reason;
  }
}

/**
 * 비상 단독 송출: what it means, why it is done, and the last button before an emergency goes out without a second
 * person: `<console-break-glass .words=${title} @glass-broken>`.
 */
@customElement('console-break-glass')
export class ConsoleBreakGlass extends LitElement {
  static override styles = [look, alarmLook];
  /** The title of what goes out. */
  @property() words = '';
  @state() private reason = '';
  @state() private problem: string | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    [this.reason, this.problem] = ['', undefined];
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="glass-title">
      <h2 id="glass-title">비상 단독 송출</h2>
      <p class="title">${this.words}</p>
      <p class="note bad">
        승인 없이 지금 화면에 나갑니다. 사유와 함께 기록되고, 매니저와 담당자, 관리자 모두에게 바로
        알립니다.
      </p>
      ${textField({
        id: 'reason',
        label: '혼자 보내는 사유',
        hint: '예: 당직 중 다른 담당자와 연락이 닿지 않음',
        max: 200,
        isRequired: true,
        value: this.reason,
        problem: this.problem,
        onInput: (reason) => (this.reason = reason),
      })}
      <div class="row">
        <button class="alarm tall" @click=${this.#onBreak}>혼자 지금 송출</button>
        <button @click=${() => this.dialog.close()}>그만두기</button>
      </div>
    </dialog>`;
  }

  readonly #onBreak = async () => {
    const reason = this.reason.trim();
    if (reason.length >= LEAST_REASON) {
      this.dialog.close();
      this.dispatchEvent(new GlassBroken(reason));
      return;
    }
    this.problem = '사유를 다섯 글자 이상 적어 주십시오.';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-break-glass': ConsoleBreakGlass;
  }
}
