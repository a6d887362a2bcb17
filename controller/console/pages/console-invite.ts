import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { acceptInvite } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { doorLook } from '../app/door-look.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

const WHY = {
  invite: '초대를 받으셨습니다. 쓰실 비밀번호를 정해 주십시오.',
  reset: '쓰실 새 비밀번호를 정해 주십시오. 다른 기기에서는 모두 로그아웃됩니다.',
  'let-in':
    '쓰실 새 비밀번호를 정해 주십시오. 두 단계 로그인이 꺼지고, 다른 기기에서는 모두 로그아웃됩니다.',
} as const;

/** Someone with a link sets a password: `<console-invite .desk .kind .secret>`. */
@customElement('console-invite')
export class ConsoleInvite extends LitElement {
  static override styles = [look, doorLook];
  @property({ attribute: false }) desk!: Desk;
  @property() kind: keyof typeof WHY = 'invite';
  @property() secret = '';
  @state() private password = '';
  readonly #action = new Action(this);

  protected override render() {
    return html`<main>
      <form class="card" novalidate @submit=${this.#onSubmit}>
        <p class="brand">창동역 전자게시대</p>
        <h1>비밀번호 정하기</h1>
        <p class="soft">${WHY[this.kind]}</p>
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
      const { session } = await this.desk.api.call(acceptInvite, { body });
      this.desk.enter(session?.person ?? null, session?.mustSetTwoStepUp);
      if (!session) say(this, { text: '비밀번호를 정했습니다. 로그인해 주십시오.' });
      goTo('now');
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-invite': ConsoleInvite;
  }
}
