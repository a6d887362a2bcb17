import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { acceptInvite } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { doorLook } from '../app/door-look.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

/** Someone who was invited sets a password: `<console-invite .desk .secret>`. */
@customElement('console-invite')
export class ConsoleInvite extends LitElement {
  static override styles = [look, doorLook];
  @property({ attribute: false }) desk!: Desk;
  @property() secret = '';
  @state() private password = '';
  readonly #action = new Action(this);

  protected override render() {
    return html`<main>
      <form class="card" @submit=${this.#onSubmit}>
        <p class="brand">창동역 전자게시대</p>
        <h1>비밀번호 정하기</h1>
        <p class="soft">초대를 받으셨습니다. 쓰실 비밀번호를 정해 주십시오.</p>
        ${textField({
          id: 'password',
          label: '비밀번호',
          type: 'password',
          hint: '8자 이상. 기억하기 쉬운 문장도 좋습니다.',
          value: this.password,
          max: 128,
          isRequired: true,
          autocomplete: 'new-password',
          problem: this.#action.problemAt('password'),
          onInput: (value) => (this.password = value),
        })}
        ${refusalNote(this.#action.refusal)}
        <button class="main tall" ?disabled=${this.#action.isBusy}>비밀번호 정하고 시작</button>
      </form>
    </main>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#action.run(async () => {
      const body = { secret: this.secret, password: this.password };
      const { person } = await this.desk.api.call(acceptInvite, { body });
      this.desk.enter(person);
      goTo('now');
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-invite': ConsoleInvite;
  }
}
