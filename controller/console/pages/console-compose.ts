import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { sendAnnouncement } from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { editorLook } from '../app/editor-look.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { say } from '../app/toast.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import {
  correctionOf,
  fieldsAt,
  newAnnouncement,
  type AnnouncementDraft,
} from '../parts/announcement-draft.ts';
import '../parts/console-alarm-check.ts';
import '../parts/console-announcement-preview.ts';
import '../parts/console-expiry.ts';
import type { ExpiryChange } from '../parts/console-expiry.ts';
import '../parts/console-level.ts';
import type { LevelChosen } from '../parts/console-level.ts';
import { textArea, textField, tick } from '../parts/field.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { screensField } from '../parts/screens-field.ts';

const BODY_MAX = 400;

/** Writes and sends an announcement: `<console-compose .desk .me .start>`; `start` is `new`, `emergency`, or the id to correct. */
@customElement('console-compose')
export class ConsoleCompose extends LitElement {
  static override styles = [look, editorLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() start = 'new';
  @state() private draft: AnnouncementDraft | undefined;
  @query('console-alarm-check') private check!: HTMLElementTagNameMap['console-alarm-check'];
  #openedFor = '';
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    this.desk.announcements,
    this.desk.screens,
    this.desk.organizations,
  ]);

  protected override willUpdate() {
    if (this.#openedFor === this.start || !this.desk.organizations.value) return;
    const corrected = this.#corrected();
    const isNew = this.start === 'new' || this.start === 'emergency';
    if (!isNew && !corrected) return;
    this.#openedFor = this.start;
    this.draft = corrected
      ? correctionOf(corrected)
      : newAnnouncement(this.start === 'emergency' ? 'emergency' : 'important', this.#source());
  }

  protected override render() {
    const { draft } = this;
    return html`<div class="stack">
      <h1>${this.#corrected() ? '공지 정정' : '공지 쓰기'}</h1>
      ${draft ? this.#renderEditor(draft) : skeleton()}
    </div>`;
  }

  #renderEditor(draft: AnnouncementDraft) {
    return html`<div class="editor">
        <div class="preview">
          <console-announcement-preview
            .desk=${this.desk}
            .draft=${draft}
          ></console-announcement-preview>
        </div>
        <form class="card pad stack" novalidate @submit=${this.#onSubmit}>
          <console-level
            .level=${draft.level}
            @level-chosen=${(event: LevelChosen) => this.#change({ level: event.level })}
          ></console-level>
          ${this.#renderWords(draft)}
          <console-expiry
            .expiry=${draft.expiry}
            .now=${this.desk.now()}
            .offsets=${offsetsOf(this.desk)}
            .problem=${this.#action.problemAt('expiresAt')}
            @expiry-change=${(event: ExpiryChange) => this.#change({ expiry: event.expiry })}
          ></console-expiry>
          ${screensField({
            value: draft.screens,
            views: this.desk.screens.value ?? [],
            problem: this.#action.problemAt('screens'),
            onInput: (screens) => this.#change({ screens }),
          })}
          ${
            draft.level === 'emergency'
              ? tick('훈련입니다 (화면에 ‘훈련’이라고 나갑니다)', draft.drill, (drill) =>
                  this.#change({ drill }),
                )
              : nothing
          }
          ${refusalNote(this.#action.refusal)}
          <div class="buttons">${this.#renderSend(draft)}</div>
        </form>
      </div>
      <console-alarm-check
        .views=${this.desk.screens.value ?? []}
        .draft=${draft}
        .now=${this.desk.now()}
        .offsets=${offsetsOf(this.desk)}
        @alarm-confirmed=${(event: CustomEvent<boolean>) => this.#send(event.detail)}
      ></console-alarm-check>`;
  }

  #renderWords(draft: AnnouncementDraft) {
    return html`${textField({
      id: 'title',
      label: '제목',
      max: 40,
      isRequired: true,
      hint: draft.level === 'emergency' ? '무엇을 해야 하는지부터. 예: 즉시 대피하십시오' : '',
      drawnIn: 'ko',
      value: draft.title,
      problem: this.#action.problemAt('title'),
      onInput: (title) => this.#change({ title }),
    })}
    ${textArea({
      id: 'body',
      label: '내용 (선택)',
      max: BODY_MAX,
      hint: `${draft.body.length}/${BODY_MAX}자. 길면 여러 쪽으로 나누어 그대로 보여 줍니다.`,
      drawnIn: 'ko',
      value: draft.body,
      problem: this.#action.problemAt('body'),
      onInput: (body) => this.#change({ body }),
    })}
    ${textField({
      id: 'source',
      label: '보내는 곳',
      max: 40,
      isRequired: true,
      drawnIn: 'ko',
      value: draft.source,
      problem: this.#action.problemAt('source'),
      onInput: (source) => this.#change({ source }),
    })}`;
  }

  #renderSend({ level }: AnnouncementDraft) {
    const busy = this.#action.isBusy;
    if (level === 'emergency')
      return html`<button class="alarm tall" ?disabled=${busy}>긴급 송출…</button>`;
    return html`<button class="main tall" ?disabled=${busy}>
      ${busy ? '보내는 중…' : '지금 보내기'}
    </button>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.draft?.level === 'emergency') this.check.open();
    else await this.#send(false);
  }

  async #send(unblank: boolean): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const corrects = this.#corrected()?.id ?? null;
    const isDone = await this.#action.run(async () => {
      const drill = draft.level === 'emergency' && draft.drill;
      const body = { ...fieldsAt({ ...draft, drill }, this.desk.now()), corrects, unblank };
      await this.desk.api.call(sendAnnouncement, { body });
      await this.desk.announcements.reload();
    });
    if (isDone) {
      markSaved(this);
      say(this, { text: `「${draft.title}」을(를) 보냈습니다.` });
      goTo('announcements');
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #corrected() {
    return this.desk.announcements.value?.find(({ announcement }) => announcement.id === this.start)
      ?.announcement;
  }

  /** Who usually says so: the district that this person may speak for. */
  #source(): string {
    const own = (this.desk.organizations.value ?? []).filter(({ id }) =>
      mayDo(this.me, 'announcement.send', { organizationId: id }),
    );
    return (own.find(({ kind }) => kind === 'district') ?? own[0])?.name.ko ?? '';
  }

  #change(part: Partial<AnnouncementDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...part };
    markUnsaved(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-compose': ConsoleCompose;
  }
}
