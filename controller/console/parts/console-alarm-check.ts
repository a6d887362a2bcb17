import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { includesScreen } from '../../../shared/content/fields.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import type { ZoneOffset } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { fieldsAt, type AnnouncementDraft } from './announcement-draft.ts';
import { tick } from './field.ts';
import { SEOUL } from './preview-scene.ts';

/**
 * The second look before an emergency: which boards, what words, until when. `alarm-confirmed` carries
 * whether blanked boards are lit too: `<console-alarm-check .views .draft .now .offsets @alarm-confirmed>`.
 */
@customElement('console-alarm-check')
export class ConsoleAlarmCheck extends LitElement {
  static override styles = [
    look,
    css`
      dialog {
        border-top: 10px solid var(--alarm);
      }

      dialog[open] {
        display: grid;
        gap: 14px;
      }

      .title {
        font-size: 1.375rem;
        font-weight: 800;
      }
    `,
  ];
  @property({ attribute: false }) views: readonly ScreenView[] = [];
  @property({ attribute: false }) draft!: AnnouncementDraft;
  @property({ type: Number }) now = 0;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = SEOUL;
  @state() private unblank = true;
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    this.unblank = true;
    this.dialog.showModal();
  }

  protected override render() {
    const { draft } = this;
    const boards = this.views.filter(({ screen }) => includesScreen(draft.screens, screen.id));
    const dark = boards.filter(({ screen }) => (screen.blankUntil ?? 0) > this.now);
    return html`<dialog aria-labelledby="check-title">
      <h2 id="check-title">
        ${draft.drill ? '훈련 송출을 시작할까요?' : '긴급 송출을 시작할까요?'}
      </h2>
      <p class="title">${draft.title}</p>
      <p>
        <strong>${boards.map(({ screen }) => screen.name).join(', ')}</strong> 화면
        ${boards.length}개를 모두 덮습니다.
        ${longDateTime(this.offsets, fieldsAt(draft, this.now).expiresAt)}에 저절로 끝나고, 그 전에
        한 번에 해제하실 수 있습니다.
      </p>
      ${
        dark.length === 0
          ? nothing
          : html`<div class="note warn">
              <p>꺼 둔 화면: ${dark.map(({ screen }) => screen.name).join(', ')}</p>
              ${tick('꺼 둔 화면도 함께 켜기', this.unblank, (isOn) => (this.unblank = isOn))}
            </div>`
      }
      <div class="row">
        <button class="alarm tall" @click=${this.#onConfirm}>긴급 송출</button>
        <button @click=${() => this.dialog.close()}>보내지 않기</button>
      </div>
    </dialog>`;
  }

  readonly #onConfirm = () => {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('alarm-confirmed', { detail: this.unblank }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-alarm-check': ConsoleAlarmCheck;
  }
}
