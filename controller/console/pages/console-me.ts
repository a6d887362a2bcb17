import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import { changePassword, signOut } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { roleNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-sessions.ts';
import '../parts/console-two-step.ts';
import { textField } from '../parts/field.ts';
import { refusalNote } from '../parts/held-view.ts';

/** One's own account: `<console-me .desk .me>`. */
@customElement('console-me')
export class ConsoleMe extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        max-width: 520px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private current = '';
  @state() private next = '';
  readonly #changing = new Action(this);
  readonly #leaving = new Action(this);

  protected override render() {
    const roles = [...new Set(this.me.grants.map(({ role }) => roleNames[role]))];
    return html`<div class="stack">
      <h1>${this.me.displayName}</h1>
      <p class="soft">${this.me.loginName} · ${roles.join(', ')}</p>
      <form class="card pad stack" novalidate @submit=${this.#onChange}>
        <h2>비밀번호 바꾸기</h2>
        ${textField({
          id: 'current',
          label: '지금 비밀번호',
          type: 'password',
          value: this.current,
          isRequired: true,
          autocomplete: 'current-password',
          problem: this.#changing.problemAt('current'),
          onInput: (value) => (this.current = value),
        })}
        ${textField({
          id: 'next',
          label: '새 비밀번호',
          type: 'password',
          hint: '8자 이상. 서로 상관없는 낱말 서너 개를 이으면 기억하기 쉽습니다.',
          value: this.next,
          isRequired: true,
          autocomplete: 'new-password',
          problem: this.#changing.problemAt('next'),
          onInput: (value) => (this.next = value),
        })}
        ${refusalNote(this.#changing.refusal)}
        <button class="main" ?disabled=${this.#changing.isBusy}>비밀번호 바꾸기</button>
      </form>
      <console-two-step .desk=${this.desk} .me=${this.me}></console-two-step>
      <console-sessions .desk=${this.desk}></console-sessions>
      ${refusalNote(this.#leaving.refusal)}
      <button ?disabled=${this.#leaving.isBusy} @click=${this.#onLeave}>로그아웃</button>
    </div>`;
  }

  async #onChange(event: Event): Promise<void> {
    event.preventDefault();
    await this.#changing.run(async () => {
      await this.desk.api.call(changePassword, {
        body: { current: this.current, next: this.next },
      });
      this.current = '';
      this.next = '';
      say(this, { text: '비밀번호를 바꾸었습니다.' });
    });
  }

  async #onLeave(): Promise<void> {
    await this.#leaving.run(async () => {
      await this.desk.api.call(signOut, {});
      this.desk.enter(null);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-me': ConsoleMe;
  }
}
