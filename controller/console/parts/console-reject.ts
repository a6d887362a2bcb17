import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { rejectSlide, type SlideView } from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import { textArea } from './field.ts';
import { refusalNote } from './held-view.ts';
import { putSlide } from './slide-draft.ts';

/** A slide was sent back. */
export class SlideRejected extends Event {
  static readonly type = 'slide-rejected';
  readonly view: SlideView;

  constructor(view: SlideView) {
    super(SlideRejected.type);
    this.view = view;
  }
}

/** Asks for the reason and sends a slide back: `<console-reject .desk @slide-rejected>`. */
@customElement('console-reject')
export class ConsoleReject extends LitElement {
  static override styles = [
    look,
    css`
      dialog[open] {
        display: grid;
        gap: 16px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private reason = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  readonly #action = new Action(this);
  #view: SlideView | undefined;

  /** Opens on `view`, as it is shown. */
  open(view: SlideView): void {
    this.#view = view;
    this.reason = '';
    this.#action.refusal = undefined;
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="reject-title">
      <h2 id="reject-title">반려하기</h2>
      ${textArea({
        id: 'reason',
        label: '반려하는 이유',
        hint: '무엇을 고치면 되는지 적어 주십시오. 만든 사람에게 그대로 보입니다.',
        max: 200,
        value: this.reason,
        problem: this.#action.problemAt('reason'),
        onInput: (reason) => (this.reason = reason),
      })}
      ${refusalNote(this.#action.refusal)}
      <div class="row">
        <button
          class="main"
          ?disabled=${this.reason.trim() === '' || this.#action.isBusy}
          @click=${this.#onReject}
        >
          반려하기
        </button>
        <button class="plain" @click=${() => this.dialog.close()}>그만두기</button>
      </div>
    </dialog>`;
  }

  readonly #onReject = () =>
    this.#action.run(async () => {
      if (!this.#view) return;
      const { id, version } = this.#view.slide;
      const body = { version, reason: this.reason };
      const rejected = await this.desk.api.call(rejectSlide, { params: { slideId: id }, body });
      putSlide(this.desk, rejected);
      this.dialog.close();
      this.dispatchEvent(new SlideRejected(rejected));
    });
}

declare global {
  interface HTMLElementEventMap {
    'slide-rejected': SlideRejected;
  }
  interface HTMLElementTagNameMap {
    'console-reject': ConsoleReject;
  }
}
