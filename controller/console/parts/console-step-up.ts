import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { confirmSession } from '../../../shared/protocol/http/accounts.ts';
import { Refusal } from '../../../shared/problem.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { codeField } from './code-field.ts';
import { textField } from './field.ts';
import { refusalNote } from './held-view.ts';

/** Asks who this is before something grave: `<console-step-up .desk>`, then `ask()`. The shell opens it by itself. */
@customElement('console-step-up')
export class ConsoleStepUp extends LitElement {
  static override styles = [
    look,
    css`
      dialog {
        max-width: min(420px, 100vw - 24px);
      }

      form {
        display: grid;
        gap: 16px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private isAsking = false;
  @state() private password = '';
  @state() private code = '';
  @state() private wantsCode = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  readonly #action = new Action(this);
  #answer: (isProven: boolean) => void = () => undefined;

  /** Whether the person proved it; false when they give up. */
  async ask(): Promise<boolean> {
    this.isAsking = true;
    this.password = '';
    this.code = '';
    this.wantsCode = false;
    this.#action.refusal = undefined;
    await this.updateComplete;
    this.dialog.returnValue = '';
    this.dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      ${this.isAsking ? this.#renderForm() : nothing}
    </dialog>`;
  }

  #renderForm() {
    return html`<form novalidate @submit=${this.#onSubmit}>
      <h2 id="title">본인 확인</h2>
      <p class="soft">중요한 작업이라 한 번 더 확인합니다. 그 뒤 10분 동안은 묻지 않습니다.</p>
      ${textField({
        id: 'step-up-password',
        label: '비밀번호',
        type: 'password',
        value: this.password,
        isRequired: true,
        autocomplete: 'current-password',
        problem: this.#action.problemAt('password'),
        onInput: (value) => (this.password = value),
      })}
      ${this.wantsCode ? this.#renderCode() : nothing} ${refusalNote(this.#action.refusal)}
      <div class="row">
        <button class="main" ?disabled=${this.#action.isBusy}>확인하고 계속</button>
        <button type="button" @click=${() => this.dialog.close()}>그만두기</button>
      </div>
    </form>`;
  }

  #renderCode() {
    return codeField({
      value: this.code,
      problem: this.#action.problemAt('code'),
      onInput: (value) => (this.code = value),
    });
  }

  readonly #onClose = () => {
    this.isAsking = false;
    this.password = '';
    this.#answer(this.dialog.returnValue === 'proven');
  };

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    await this.#action.run(async () => {
      const code = this.wantsCode ? this.code : null;
      try {
        await this.desk.api.call(confirmSession, { body: { password: this.password, code } });
        this.dialog.close('proven');
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.code === 'unauthenticated') this.dialog.close();
        if (error.code !== 'code-needed') throw error;
        await this.#askCode();
      }
    });
  }

  async #askCode(): Promise<void> {
    this.wantsCode = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-step-up': ConsoleStepUp;
  }
}
