import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readResets } from '../../../shared/protocol/http/accounts.ts';
import { signIn } from '../../../shared/protocol/http/people.ts';
import { Refusal } from '../../../shared/problem.ts';
import { Action } from '../app/action.ts';
import { doorLook } from '../app/door-look.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { codeField } from '../parts/code-field.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

/** Sign-in, by password and then by code where the person has one: `<console-sign-in .desk=${desk}>`. */
@customElement('console-sign-in')
export class ConsoleSignIn extends LitElement {
  static override styles = [look, doorLook];
  @property({ attribute: false }) desk!: Desk;
  @state() private loginName = '';
  @state() private password = '';
  @state() private code = '';
  @state() private step: 'password' | 'code' | 'recovery' = 'password';
  readonly #action = new Action(this);
  readonly #resets = new Resource(() => this.desk.api.call(readResets, {}));
  protected readonly watch = new Watch(this, () => [this.#resets]);

  protected override render() {
    return html`<main>
      <form class="card" novalidate @submit=${this.#onSubmit}>
        <p class="brand">창동역 전자게시대</p>
        ${this.step === 'password' ? this.#renderPassword() : this.#renderCode()}
      </form>
    </main>`;
  }

  #renderPassword() {
    return html`<h1>로그인</h1>
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
      ${this.#renderSubmit()}
      ${
        this.#resets.value?.byMail
          ? html`<a href="#/forgot">비밀번호를 잊으셨습니까?</a>`
          : html`<p class="soft small">
              비밀번호를 잊으셨으면 관리자에게 새 초대 링크를 부탁해 주십시오.
            </p>`
      }`;
  }

  #renderCode() {
    const isRecovery = this.step === 'recovery';
    return html`<h1>두 단계 로그인</h1>
      <p class="soft">비밀번호가 맞습니다. 한 가지만 더 확인합니다.</p>
      ${codeField({
        value: this.code,
        problem: this.#action.problemAt('code'),
        onInput: (value) => (this.code = value),
        isRecovery,
      })}
      ${this.#renderSubmit()}
      <button
        type="button"
        class="plain"
        @click=${() => this.#to(isRecovery ? 'code' : 'recovery')}
      >
        ${isRecovery ? '인증 앱의 코드로 로그인' : '휴대전화가 없습니다. 복구 코드로 로그인'}
      </button>
      <button type="button" class="plain" @click=${() => this.#to('password')}>처음으로</button>`;
  }

  #renderSubmit() {
    const { isBusy, refusal } = this.#action;
    // A refused code is told under its field.
    return html`${refusal && refusal.fields.length > 0 ? nothing : refusalNote(refusal)}
      <button class="main tall" ?disabled=${isBusy}>
        ${isBusy ? '로그인하는 중…' : '로그인'}
      </button>`;
  }

  #to(step: 'password' | 'code' | 'recovery'): void {
    this.step = step;
    this.code = '';
    this.#action.refusal = undefined;
    if (step === 'password') this.password = '';
    else void this.updateComplete.then(() => this.#focusCode());
  }

  #focusCode(): void {
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { password, code } = this;
    const loginName = this.loginName.trim().toLowerCase();
    await this.#action.run(async () => {
      try {
        const body = { loginName, password, ...(this.step === 'password' ? {} : { code }) };
        const { person, mustSetTwoStepUp } = await this.desk.api.call(signIn, { body });
        this.desk.enter(person, mustSetTwoStepUp);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'code-needed')) throw error;
        this.#to('code');
      }
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sign-in': ConsoleSignIn;
  }
}
