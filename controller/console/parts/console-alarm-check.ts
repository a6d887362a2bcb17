import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { includesScreen } from '../../../shared/content/fields.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import type { ZoneOffset } from '../../../shared/time.ts';
import { alarmLook } from '../app/alarm-look.ts';
import { look } from '../app/look.ts';
import { fieldsAt, type AnnouncementDraft } from './announcement-draft.ts';
import { tick } from './field.ts';
import { SEOUL } from './preview-scene.ts';

/** What the person chose: to go on as the way says, or alone. */
export interface AlarmChoice {
  readonly isAlone: boolean;
  /** Lights blanked boards too. */
  readonly unblank: boolean;
}

export class AlarmConfirmed extends Event {
  static readonly type = 'alarm-confirmed';
  readonly choice: AlarmChoice;

  constructor(choice: AlarmChoice) {
    super(AlarmConfirmed.type, { bubbles: true, composed: true });
    this.choice = choice;
  }
}

/** How an emergency leaves: it asks for a second person, or goes out by itself. */
export type AlarmWay = 'request' | 'correction' | 'drill';

const words: Readonly<Record<AlarmWay, { readonly ask: string; readonly button: string }>> = {
  request: { ask: '긴급 송출의 승인을 요청할까요?', button: '승인 요청' },
  correction: { ask: '지금 나가는 긴급을 정정할까요?', button: '정정 송출' },
  drill: { ask: '훈련 송출을 시작할까요?', button: '훈련 송출' },
};

/**
 * The second look before an emergency: which boards, what words, until when, and who lets it out:
 * `<console-alarm-check .views .draft .way .now .offsets @alarm-confirmed>`.
 */
@customElement('console-alarm-check')
export class ConsoleAlarmCheck extends LitElement {
  static override styles = [
    look,
    alarmLook,
    css`
      /* Far from the other two, so that a hurried hand does not come here. */
      .alone {
        border-top: 1px solid var(--line);
        margin-top: 10px;
        padding-top: 14px;
      }
    `,
  ];
  @property({ attribute: false }) views: readonly ScreenView[] = [];
  @property({ attribute: false }) draft!: AnnouncementDraft;
  @property() way: AlarmWay = 'request';
  @property({ type: Number }) now = 0;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = SEOUL;
  @state() private unblank = true;
  @query('dialog') private dialog!: HTMLDialogElement;

  open(): void {
    this.unblank = true;
    this.dialog.showModal();
  }

  protected override render() {
    const { draft, way } = this;
    const boards = this.views.filter(({ screen }) => includesScreen(draft.screens, screen.id));
    const until = longDateTime(this.offsets, fieldsAt(draft, this.now).expiresAt);
    return html`<dialog aria-labelledby="check-title">
      <h2 id="check-title">${words[way].ask}</h2>
      <p class="title">${draft.title}</p>
      <p>
        <strong>${boards.map(({ screen }) => screen.name).join(', ')}</strong> 화면
        ${boards.length}개를 모두 덮습니다. ${until}에 저절로 끝나고, 그 전에 한 번에 해제하실 수
        있습니다.
      </p>
      ${this.#renderDark(boards)}
      ${
        way === 'request'
          ? html`<p>
              다른 담당자 한 분이 승인하면 바로 나갑니다. 10분 안에 승인이 없으면 나가지 않습니다.
            </p>`
          : nothing
      }
      <div class="row">
        <button class="alarm tall" @click=${() => this.#confirm(false)}>
          ${words[way].button}
        </button>
        <button @click=${() => this.dialog.close()}>보내지 않기</button>
      </div>
      ${way === 'request' ? this.#renderAlone() : nothing}
    </dialog>`;
  }

  #renderDark(boards: readonly ScreenView[]) {
    const dark = boards.filter(({ screen }) => (screen.blankUntil ?? 0) > this.now);
    if (dark.length === 0) return nothing;
    return html`<div class="note warn">
      <p>꺼 둔 화면: ${dark.map(({ screen }) => screen.name).join(', ')}</p>
      ${tick('꺼 둔 화면도 함께 켜기', this.unblank, (isOn) => (this.unblank = isOn))}
    </div>`;
  }

  #renderAlone() {
    return html`<div class="alone stack">
      <p class="small soft">승인할 사람이 아무도 없고 한시가 급할 때만 혼자 보내십시오.</p>
      <div class="row">
        <button class="alarm-line" @click=${() => this.#confirm(true)}>비상 단독 송출…</button>
      </div>
    </div>`;
  }

  #confirm(isAlone: boolean): void {
    this.dialog.close();
    this.dispatchEvent(new AlarmConfirmed({ isAlone, unblank: this.unblank }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-alarm-check': ConsoleAlarmCheck;
  }
}
