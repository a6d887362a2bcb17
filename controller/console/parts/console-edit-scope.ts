import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { shortDate } from '../../../shared/korean-date.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';

export type EditScope = 'day' | 'following' | 'all';

export interface ScopeQuestion {
  readonly name: string;
  readonly day: CivilDate;
  /** At least one, in the order of the buttons. */
  readonly scopes: readonly EditScope[];
}

/** Asks which days of a repeated booking are meant: `<console-edit-scope>`, then `ask()`. */
@customElement('console-edit-scope')
export class ConsoleEditScope extends LitElement {
  static override styles = [
    look,
    css`
      dialog[open] {
        display: grid;
        gap: 12px;
        max-width: min(420px, 100vw - 24px);
      }
    `,
  ];
  @state() private question: ScopeQuestion | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  #answer: (scope: EditScope | undefined) => void = () => undefined;

  /** Undefined when the person gives up. */
  async ask(question: ScopeQuestion): Promise<EditScope | undefined> {
    this.question = question;
    await this.updateComplete;
    this.dialog.returnValue = '';
    this.dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      ${this.question ? this.#renderQuestion(this.question) : nothing}
    </dialog>`;
  }

  #renderQuestion({ name, day, scopes }: ScopeQuestion) {
    const labels = {
      day: html`이날만 <span class="soft">${shortDate(day)}</span>`,
      following: html`이날부터 <span class="soft">${shortDate(day)} 뒤로 모두</span>`,
      all: html`모두 <span class="soft">모든 날</span>`,
    };
    return html`<h2 id="title">어느 날을 옮길지 고르십시오</h2>
      <p class="soft">‘${name}’은 여러 날에 나가는 편성입니다.</p>
      ${scopes.map(
        (scope) =>
          html`<button class="tall" @click=${() => this.dialog.close(scope)}>
            ${labels[scope]}
          </button>`,
      )}
      <button class="plain" @click=${() => this.dialog.close('')}>옮기지 않기</button>`;
  }

  readonly #onClose = () => {
    const { returnValue } = this.dialog;
    this.#answer(this.question?.scopes.find((scope) => scope === returnValue));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-edit-scope': ConsoleEditScope;
  }
}
