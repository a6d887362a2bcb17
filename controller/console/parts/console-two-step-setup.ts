import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { QUIET_MODULES } from '../../../shared/legibility/qr-size.ts';
import { finishTwoStep, startTwoStep } from '../../../shared/protocol/http/accounts.ts';
import { qrCode } from '../../../shared/slides/qr-plan.ts';
import '../../../shared/slides/plaza-qr.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { codeField } from './code-field.ts';
import { refusalNote, skeleton } from './held-view.ts';

/** It is on: these are the recovery codes, which nobody shows again. */
export class TwoStepDone extends Event {
  static readonly type = 'two-step-done';
  readonly codes: readonly string[];

  constructor(codes: readonly string[]) {
    super(TwoStepDone.type, { bubbles: true, composed: true });
    this.codes = codes;
  }
}

interface Key {
  readonly key: string;
  readonly address: string;
}

/** Whole pixels, so that a camera sees even squares. */
const MODULE_PX = 4;

/** Joins a phone's app with the account: `<console-two-step-setup .desk @two-step-done>`. */
@customElement('console-two-step-setup')
export class ConsoleTwoStepSetup extends LitElement {
  static override styles = [
    look,
    css`
      ol {
        counter-reset: step;
        display: grid;
        gap: 18px;
      }

      li {
        counter-increment: step;
        display: grid;
        gap: 10px;
        grid-template-columns: minmax(0, 1fr);
        padding-left: 36px;
        position: relative;
      }

      li::before {
        background: var(--main);
        border-radius: 999px;
        color: var(--on-main);
        content: counter(step);
        display: grid;
        font-weight: 700;
        height: 26px;
        left: 0;
        place-content: center;
        position: absolute;
        width: 26px;
      }

      plaza-qr {
        background: #fff;
        border-radius: 10px;
        color: #000;
        width: fit-content;
      }

      code {
        background: var(--raised);
        border-radius: 8px;
        font-size: 1rem;
        letter-spacing: 0.06em;
        overflow-wrap: anywhere;
        padding: 8px 10px;
        user-select: all;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private key: Key | undefined;
  @state() private code = '';
  readonly #starting = new Action(this);
  readonly #finishing = new Action(this);

  override connectedCallback() {
    super.connectedCallback();
    if (!this.key) void this.#start();
  }

  protected override render() {
    if (this.key) return this.#renderSteps(this.key);
    if (!this.#starting.isBusy)
      return html`<div class="stack">
        ${refusalNote(this.#starting.refusal)}
        <div><button class="main" @click=${this.#start}>두 단계 로그인 설정하기</button></div>
      </div>`;
    return skeleton();
  }

  #renderSteps({ key, address }: Key) {
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      <ol>
        <li>
          <p>
            휴대전화에 인증 앱을 엽니다. 없으면 Google Authenticator나 Microsoft Authenticator를
            설치해 주십시오.
          </p>
        </li>
        <li>
          <p>앱에서 계정 추가를 누르고 이 QR 코드를 찍습니다.</p>
          <plaza-qr .plan=${planOf(address)}></plaza-qr>
          <p class="soft small">
            찍을 수 없으면 앱에 이 키를 적어 주십시오.
            <a href=${address}>이 휴대전화의 앱으로 열기</a>
          </p>
          <code>${key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </li>
        <li>
          ${codeField({
            value: this.code,
            problem: this.#finishing.problemAt('code'),
            onInput: (value) => (this.code = value),
          })}
        </li>
      </ol>
      ${refusalNote(this.#finishing.refusal)}
      <div>
        <button class="main tall" ?disabled=${this.#finishing.isBusy}>두 단계 로그인 켜기</button>
      </div>
    </form>`;
  }

  readonly #start = async () => {
    await this.#starting.run(async () => {
      this.key = await this.desk.api.call(startTwoStep, {});
    });
  };

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#finishing.run(async () => {
      const body = { code: this.code };
      const { codes } = await this.desk.api.call(finishTwoStep, { body });
      this.dispatchEvent(new TwoStepDone(codes));
    });
  }
}

function planOf(address: string) {
  const code = qrCode(address);
  const sizePx = MODULE_PX * (code.size + 2 * QUIET_MODULES);
  return { code, modulePx: MODULE_PX, sizePx, labelPx: 0, footPx: 0 };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-two-step-setup': ConsoleTwoStepSetup;
  }
  interface HTMLElementEventMap {
    'two-step-done': TwoStepDone;
  }
}
