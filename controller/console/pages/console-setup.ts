import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { runSetup } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { doorLook } from '../app/door-look.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

/** The first administrator, by the link printed at the first start: `<console-setup .desk .secret>`. */
@customElement('console-setup')
export class ConsoleSetup extends LitElement {
  static override styles = [look, doorLook];
  @property({ attribute: false }) desk!: Desk;
  @property() secret = '';
  @state() private loginName = '';
  @state() private displayName = '';
  @state() private password = '';
  readonly #action = new Action(this);

  protected override render() {
    return html`<main>
      <form class="card" @submit=${this.#onSubmit}>
        <p class="brand">창동역 전자게시대</p>
        <h1>처음 설정</h1>
        <p class="soft">첫 관리자를 만듭니다. 다른 사람은 나중에 초대하실 수 있습니다.</p>
        ${this.#renderFields()} ${refusalNote(this.#action.refusal)}
        <button class="main tall" ?disabled=${this.#action.isBusy}>
          ${this.#action.isBusy ? '만드는 중…' : '관리자 만들고 시작'}
        </button>
      </form>
    </main>`;
  }

  #renderFields() {
    return html`${textField({
      id: 'display-name',
      label: '이름',
      hint: '다른 사람에게 보이는 이름입니다. 예: 김창동',
      value: this.displayName,
      max: 30,
      isRequired: true,
      autocomplete: 'name',
      problem: this.#action.problemAt('displayName'),
      onInput: (value) => (this.displayName = value),
    })}
    ${textField({
      id: 'login-name',
      label: '아이디',
      hint: '영어 소문자와 숫자로 3자 이상',
      value: this.loginName,
      max: 64,
      isRequired: true,
      autocomplete: 'username',
      problem: this.#action.problemAt('loginName'),
      onInput: (value) => (this.loginName = value),
    })}
    ${textField({
      id: 'password',
      label: '비밀번호',
      type: 'password',
      hint: '8자 이상. 서로 상관없는 낱말 서너 개를 이으면 기억하기 쉽습니다.',
      value: this.password,
      max: 128,
      isRequired: true,
      autocomplete: 'new-password',
      problem: this.#action.problemAt('password'),
      onInput: (value) => (this.password = value),
    })}`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { secret, displayName, password } = this;
    const loginName = this.loginName.trim().toLowerCase();
    await this.#action.run(async () => {
      const body = { secret, loginName, displayName, password };
      const { person, mustSetTwoStepUp } = await this.desk.api.call(runSetup, { body });
      this.desk.enter(person, mustSetTwoStepUp);
      goTo('now');
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-setup': ConsoleSetup;
  }
}
