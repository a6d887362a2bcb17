import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { askReset } from '../../../shared/protocol/http/accounts.ts';
import { Action } from '../app/action.ts';
import { doorLook } from '../app/door-look.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

/** Asks for a link to a new password by mail: `<console-forgot .desk>`. */
@customElement('console-forgot')
export class ConsoleForgot extends LitElement {
  static override styles = [look, doorLook];
  @property({ attribute: false }) desk!: Desk;
  @state() private loginName = '';
  @state() private isSent = false;
  readonly #action = new Action(this);

  protected override render() {
    return html`<main>
      <form class="card" @submit=${this.#onSubmit}>
        <p class="brand">창동역 전자게시대</p>
        <h1>비밀번호 찾기</h1>
        ${this.isSent ? this.#renderSent() : this.#renderForm()}
        <a href="#/now">로그인으로 돌아가기</a>
      </form>
    </main>`;
  }

  #renderForm() {
    return html`<p class="soft">등록된 메일 주소로 새 비밀번호를 정하는 링크를 보내 드립니다.</p>
      ${textField({
        id: 'login-name',
        label: '아이디',
        value: this.loginName,
        max: 64,
        isRequired: true,
        autocomplete: 'username',
        onInput: (value) => (this.loginName = value),
      })}
      ${refusalNote(this.#action.refusal)}
      <button class="main tall" ?disabled=${this.#action.isBusy}>링크 보내기</button>`;
  }

  #renderSent() {
    return html`<p class="note good" role="status">
      이 아이디에 메일 주소가 등록되어 있으면 링크를 보냈습니다. 30분 안에 열어 주십시오. 오지
      않으면 스팸함을 확인하고, 그래도 없으면 관리자에게 새 초대 링크를 부탁해 주십시오.
    </p>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSent) return;
    await this.#action.run(async () => {
      const body = { loginName: this.loginName.trim().toLowerCase() };
      await this.desk.api.call(askReset, { body });
      this.isSent = true;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-forgot': ConsoleForgot;
  }
}
