import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { refusalOf } from '../link/cell.ts';
import { look } from './look.ts';
import type { Toast } from './toast.ts';

interface Shown {
  readonly id: number;
  readonly toast: Toast;
}

const STAY_MS = 6000;
const STAY_WITH_UNDO_MS = 12_000;

/** What was just done, and how to take it back: `<console-toasts>`. Read out politely. */
@customElement('console-toasts')
export class ConsoleToasts extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        inset: auto 0 calc(84px + env(safe-area-inset-bottom)) 0;
        pointer-events: none;
        position: fixed;
        z-index: 20;
      }

      ul {
        display: grid;
        gap: 8px;
        justify-items: center;
        padding: 0 12px;
      }

      li {
        align-items: center;
        background: #12161f;
        border-left: 5px solid #6bd08f;
        border-radius: 10px;
        box-shadow: var(--shadow);
        color: #fff;
        display: flex;
        font-weight: 600;
        gap: 12px;
        max-width: 560px;
        min-height: 52px;
        padding: 6px 8px 6px 16px;
        pointer-events: auto;
      }

      li[data-tone='bad'] {
        border-color: #ff8b8b;
      }

      button {
        background: none;
        border: 0;
        color: #ffb48a;
        white-space: nowrap;
      }

      button:hover {
        background: #2b3140;
      }

      @media (width >= 900px) {
        :host {
          bottom: 24px;
        }
      }
    `,
  ];
  @property({ attribute: false }) toast: Toast | undefined;
  @state() private shown: readonly Shown[] = [];
  #lastId = 0;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('toast') && this.toast) this.#add(this.toast);
  }

  protected override render() {
    return html`<div role="status">
      <ul>
        ${repeat(
          this.shown,
          ({ id }) => id,
          (shown) => this.#renderToast(shown),
        )}
      </ul>
    </div>`;
  }

  #renderToast({ id, toast }: Shown) {
    return html`<li data-tone=${toast.tone ?? 'good'}>
      <span>${toast.text}</span>
      ${
        toast.undo
          ? html`<button @click=${() => this.#onUndo(id, toast)}>되돌리기</button>`
          : nothing
      }
      <button aria-label="알림 닫기" @click=${() => this.#drop(id)}>✕</button>
    </li>`;
  }

  async #onUndo(id: number, toast: Toast): Promise<void> {
    this.#drop(id);
    try {
      await toast.undo?.();
      this.#add({ text: '되돌렸습니다.' });
    } catch (error) {
      this.#add({ text: refusalOf(error).message, tone: 'bad' });
    }
  }

  #add(toast: Toast): void {
    const id = ++this.#lastId;
    this.shown = [...this.shown.slice(-2), { id, toast }];
    setTimeout(() => this.#drop(id), toast.undo ? STAY_WITH_UNDO_MS : STAY_MS);
  }

  #drop(id: number): void {
    this.shown = this.shown.filter((one) => one.id !== id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-toasts': ConsoleToasts;
  }
}
