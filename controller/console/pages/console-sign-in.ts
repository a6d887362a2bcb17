import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { signIn } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { doorLook } from '../app/door-look.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

/** Sign-in: `<console-sign-in .desk=${desk}>`. */
@customElement('console-sign-in')
export class ConsoleSignIn extends LitElement {
  static override styles = [look, doorLook];
  @property({ attribute: false }) desk!: Desk;
  @state() private loginName = '';
  @state() private password = '';
  readonly #action = new Action(this);

  protected override render() {
    return html`<main>
      <form class="card" @submit=${this.#onSubmit}>
        <p class="brand">창동역 전자게시대</p>
        <h1>로그인</h1>
        ${textField({
          id: 'login-name',
          label: '아이디',
          value: this.loginName,
          isRequired: true,
          autocomplete: 'username',
          onInput: (value) => (this.loginName = value),
        })}
        ${textField({
          id: 'password',
          label: '비밀번호',
          type: 'password',
          value: this.password,
          isRequired: true,
          autocomplete: 'current-password',
          onInput: (value) => (this.password = value),
        })}
        ${refusalNote(this.#action.refusal)}
        <button class="main tall" ?disabled=${this.#action.isBusy}>
          ${this.#action.isBusy ? '로그인하는 중…' : '로그인'}
        </button>
        <p class="soft small">비밀번호를 잊으셨으면 관리자에게 새 초대 링크를 부탁해 주십시오.</p>
      </form>
    </main>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#action.run(async () => {
      const body = { loginName: this.loginName.trim().toLowerCase(), password: this.password };
      const { person } = await this.desk.api.call(signIn, { body });
      this.desk.enter(person);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sign-in': ConsoleSignIn;
  }
}
