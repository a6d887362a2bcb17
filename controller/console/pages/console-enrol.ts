import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import { signOut } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-recovery-codes.ts';
import '../parts/console-two-step-setup.ts';
import type { TwoStepDone } from '../parts/console-two-step-setup.ts';
import { refusalNote } from '../parts/held-view.ts';

/** Whoever must sign in by two steps sets that up before all else: `<console-enrol .desk .me>`. */
@customElement('console-enrol')
export class ConsoleEnrol extends LitElement {
  static override styles = [
    look,
    css`
      main {
        margin: 0 auto;
        max-width: 560px;
        padding: 32px 16px 48px;
      }

      .brand {
        color: var(--soft);
        font-weight: 700;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private codes: readonly string[] = [];
  readonly #leaving = new Action(this);

  protected override render() {
    return html`<main class="stack">
      <p class="brand">창동역 전자게시대</p>
      <h1>두 단계 로그인 켜기</h1>
      ${this.codes.length > 0 ? this.#renderCodes() : this.#renderSetup()}
    </main>`;
  }

  #renderSetup() {
    return html`<p>
        ${this.me.displayName} 님은 게시대에 공지를 내거나 사람을 관리하실 수 있어, 비밀번호에 더해
        휴대전화로도 확인합니다. 한 번만 설정하시면 됩니다.
      </p>
      <div class="card pad">
        <console-two-step-setup
          .desk=${this.desk}
          @two-step-done=${(event: TwoStepDone) => (this.codes = event.codes)}
        ></console-two-step-setup>
      </div>
      ${refusalNote(this.#leaving.refusal)}
      <div>
        <button ?disabled=${this.#leaving.isBusy} @click=${this.#onLeave}>
          나중에 하고 로그아웃
        </button>
      </div>`;
  }

  #renderCodes() {
    return html`<console-recovery-codes
        .codes=${this.codes}
        .loginName=${this.me.loginName}
      ></console-recovery-codes>
      <div>
        <button class="main tall" @click=${() => this.desk.enter(this.me)}>
          보관했습니다. 시작하기
        </button>
      </div>`;
  }

  readonly #onLeave = async () => {
    await this.#leaving.run(async () => {
      await this.desk.api.call(signOut, {});
      this.desk.enter(null);
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-enrol': ConsoleEnrol;
  }
}
