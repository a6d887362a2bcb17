import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { look } from '../app/look.ts';
import { reviewList } from './review-points.ts';

/**
 * [V2] Asks whoever approves what they wrote themselves for the six points: `<console-checklist>`. One press says it
 * all, in words that nobody presses by habit.
 */
@customElement('console-checklist')
export class ConsoleChecklist extends LitElement {
  static override styles = [
    look,
    css`
      dialog[open] {
        display: grid;
        gap: 16px;
      }

      ol {
        list-style: decimal;
        padding-inline-start: 1.4em;
      }

      li {
        padding: 4px 0;
      }
    `,
  ];
  @query('dialog') private dialog!: HTMLDialogElement;
  #answer: ((isChecked: boolean) => void) | undefined;

  /** Resolves with whether all six were confirmed. */
  ask(): Promise<boolean> {
    this.dialog.returnValue = '';
    this.dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected override render() {
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      <h2 id="title">내보내기 전에</h2>
      ${reviewList()}
      <div class="row">
        <button class="main" @click=${() => this.dialog.close('checked')}>
          여섯 가지를 확인했고, 승인합니다
        </button>
        <button class="plain" @click=${() => this.dialog.close()}>그만두기</button>
      </div>
    </dialog>`;
  }

  readonly #onClose = () => {
    this.#answer?.(this.dialog.returnValue === 'checked');
    this.#answer = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-checklist': ConsoleChecklist;
  }
}
