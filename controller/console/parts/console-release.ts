import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { longDateTime } from '../../../shared/korean-date.ts';
import {
  refuseRelease,
  releaseAnnouncement,
  type ReleaseView,
} from '../../../shared/protocol/http/alarms.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import { ago } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { draftOf, type AnnouncementDraft } from './announcement-draft.ts';
import './console-announcement-preview.ts';
import { textField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';
import { releaseLook } from './release-look.ts';
import { boardsWords, minutesLeft } from './release-words.ts';

/**
 * An emergency that another person asks to let out: who, since when, the whole text as boards show it, and the
 * two answers: `<console-release .desk .view>`.
 */
@customElement('console-release')
export class ConsoleRelease extends LitElement {
  static override styles = [
    look,
    releaseLook,
    css`
      .sides {
        display: grid;
        gap: 18px;
        grid-template-columns: minmax(0, 1fr);
      }

      /* Apart from each other: the one must not be pressed for the other. */
      .answers {
        justify-content: space-between;
      }

      dialog[open] {
        display: grid;
        gap: 14px;
      }

      @media (width >= 900px) {
        .sides {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: ReleaseView;
  @state() private reason = '';
  @query('#release') private releasing!: HTMLDialogElement;
  @query('#refuse') private refusing!: HTMLDialogElement;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.screens]);
  #draft: { readonly of: string; readonly draft: AnnouncementDraft } | undefined;

  protected override render() {
    const { request, requestedBy } = this.view;
    const now = this.desk.now();
    return html`<section class="card release" aria-labelledby="title">
        <header>
          <h2 id="title">긴급 송출 승인 요청</h2>
          <strong class="figures">${minutesLeft(request, now)}</strong>
        </header>
        <div class="pad stack">
          <p>
            <strong>${requestedBy}</strong> 님이 ${ago(now - request.requestedAt)} 요청했습니다.
            끝까지 읽고 답해 주십시오.
          </p>
          <div class="sides">
            ${this.#renderWords()}
            <console-announcement-preview
              .desk=${this.desk}
              .draft=${this.#drafted()}
            ></console-announcement-preview>
          </div>
          ${refusalNote(this.#action.refusal)}
          <div class="row answers">
            <button class="alarm tall" ?disabled=${this.#action.isBusy} @click=${this.#onOpen}>
              송출 승인…
            </button>
            <button class="tall" ?disabled=${this.#action.isBusy} @click=${this.#onOpenRefusal}>
              거절…
            </button>
          </div>
        </div>
      </section>
      ${this.#renderDialogs()}`;
  }

  #renderWords() {
    const { proposal } = this.view.request;
    const { title, body, source, expiresAt, corrects } = proposal;
    return html`<div class="stack words">
      ${corrects === null ? nothing : html`<p><span class="badge">정정</span></p>`}
      <p class="title">${title}</p>
      ${body === null ? nothing : html`<p>${body}</p>`}
      <p class="soft">${source}</p>
      <p class="figures">
        ${boardsWords(this.view.request, this.desk.screens.value ?? [])}<br />
        ${longDateTime(offsetsOf(this.desk), expiresAt)}까지
      </p>
    </div>`;
  }

  #renderDialogs() {
    const { request } = this.view;
    return html`<dialog id="release" aria-labelledby="release-title">
        <h2 id="release-title">지금 화면에 내보낼까요?</h2>
        <p class="title">${request.proposal.title}</p>
        <p>${boardsWords(request, this.desk.screens.value ?? [])}</p>
        <div class="row">
          <button class="alarm tall" @click=${this.#onRelease}>지금 내보내기</button>
          <button @click=${() => this.releasing.close()}>내보내지 않기</button>
        </div>
      </dialog>
      <dialog id="refuse" aria-labelledby="refuse-title">
        <h2 id="refuse-title">요청 거절</h2>
        ${textField({
          id: 'reason',
          label: '거절하는 사유',
          hint: '요청한 분에게 그대로 보입니다.',
          max: 200,
          isRequired: true,
          value: this.reason,
          problem: this.#action.problemAt('reason'),
          onInput: (reason) => (this.reason = reason),
        })}
        <div class="row">
          <button class="main tall" @click=${this.#onRefuse}>거절하기</button>
          <button @click=${() => this.refusing.close()}>그만두기</button>
        </div>
      </dialog>`;
  }

  /** The same value while it is the same request: another one would be laid out anew. */
  #drafted(): AnnouncementDraft {
    const { id, proposal } = this.view.request;
    if (this.#draft?.of !== id) this.#draft = { of: id, draft: draftOf(proposal) };
    return this.#draft.draft;
  }

  readonly #onOpen = () => this.releasing.showModal();
  readonly #onOpenRefusal = () => this.refusing.showModal();

  readonly #onRelease = async () => {
    this.releasing.close();
    const { id, hash, proposal } = this.view.request;
    await this.#action.run(async () => {
      const params = { requestId: id };
      await this.desk.api.call(releaseAnnouncement, { params, body: { hash } });
      say(this, { text: `「${proposal.title}」을(를) 내보냈습니다.` });
    });
    await this.#reload();
  };

  readonly #onRefuse = async () => {
    const params = { requestId: this.view.request.id };
    const isDone = await this.#action.run(async () => {
      await this.desk.api.call(refuseRelease, { params, body: { reason: this.reason } });
      say(this, { text: '요청을 거절했습니다.' });
    });
    if (isDone || this.#action.problemAt('reason') === undefined) this.refusing.close();
    if (isDone) await this.#reload();
  };

  async #reload(): Promise<void> {
    await Promise.all([this.desk.alarms.reload(), this.desk.announcements.reload()]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-release': ConsoleRelease;
  }
}
