import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Announcement } from '../../../shared/content/announcement.ts';
import { clearAnnouncement } from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import { refusalNote } from './held-view.ts';

/**
 * [A21] 해제, with one second look where it is an emergency: lifted by mistake, it would need another release:
 * `<console-clear .desk .announcement>`.
 */
@customElement('console-clear')
export class ConsoleClear extends LitElement {
  static override styles = [
    look,
    css`
      dialog {
        border-top: 10px solid #1b5fc9;
      }

      dialog[open] {
        display: grid;
        gap: 14px;
      }

      .title {
        font-size: 1.25rem;
        font-weight: 800;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) announcement!: Announcement;
  @query('dialog') private dialog!: HTMLDialogElement | null;
  readonly #action = new Action(this);

  protected override render() {
    const { title, level } = this.announcement;
    return html`<button
        class="alarm-line"
        aria-label="${title} 해제"
        ?disabled=${this.#action.isBusy}
        @click=${this.#onAsk}
      >
        해제
      </button>
      ${refusalNote(this.#action.refusal)} ${level === 'emergency' ? this.#renderDialog() : nothing}`;
  }

  #renderDialog() {
    const { title, allClear } = this.announcement;
    return html`<dialog aria-labelledby="clear-title">
      <h2 id="clear-title">긴급을 해제할까요?</h2>
      <p class="title">${title}</p>
      <p>
        모든 화면에서 바로 내려가고, 파란 해제 안내가 1분 동안
        나갑니다${allClear === undefined ? '.' : html`: 「${allClear}」`}
      </p>
      <div class="row">
        <button class="main tall" @click=${this.#onClear}>해제하기</button>
        <button @click=${() => this.dialog?.close()}>계속 내보내기</button>
      </div>
    </dialog>`;
  }

  readonly #onAsk = async () => {
    if (this.dialog) this.dialog.showModal();
    else await this.#onClear();
  };

  readonly #onClear = async () => {
    this.dialog?.close();
    const { id, title } = this.announcement;
    await this.#action.run(async () => {
      await this.desk.api.call(clearAnnouncement, { params: { announcementId: id } });
      say(this, { text: `「${title}」을(를) 해제했습니다.` });
      await this.desk.announcements.reload();
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-clear': ConsoleClear;
  }
}
