import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  isLiveAt,
  needsRelease,
  repeatChoices,
  type NewAnnouncement,
} from '../../../shared/content/announcement.ts';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { isPublicScreen } from '../../../shared/content/screen.ts';
import { breakGlass, requestRelease } from '../../../shared/protocol/http/alarms.ts';
import { sendAnnouncement } from '../../../shared/protocol/http/screens.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { editorLook } from '../app/editor-look.ts';
import { focusInvalid } from '../app/focus-invalid.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { say } from '../app/toast.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import {
  draftOf,
  fieldsAt,
  fromTemplate,
  newAnnouncement,
  type AnnouncementDraft,
} from '../parts/announcement-draft.ts';
import '../parts/console-alarm-check.ts';
import type { AlarmConfirmed, AlarmWay } from '../parts/console-alarm-check.ts';
import '../parts/console-announcement-preview.ts';
import '../parts/console-announcement-words.ts';
import '../parts/console-break-glass.ts';
import type { GlassBroken } from '../parts/console-break-glass.ts';
import '../parts/console-expiry.ts';
import type { ExpiryChange } from '../parts/console-expiry.ts';
import '../parts/console-level.ts';
import type { LevelChosen } from '../parts/console-level.ts';
import '../parts/console-templates.ts';
import type { TemplateChosen } from '../parts/console-templates.ts';
import type { DraftChange } from '../parts/draft-change.ts';
import { chipsField, tick } from '../parts/field.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { screensField } from '../parts/screens-field.ts';

const sentWords = {
  send: '보냈습니다.',
  request: '승인을 요청했습니다. 승인되면 바로 나갑니다.',
  alone: '혼자 내보냈습니다. 모두에게 알렸습니다.',
} as const;

/** Writes and sends an announcement: `<console-compose .desk .me .start>`; `start` is `new`, `emergency`, or the id to correct. */
@customElement('console-compose')
export class ConsoleCompose extends LitElement {
  static override styles = [look, editorLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() start = 'new';
  @state() private draft: AnnouncementDraft | undefined;
  /** Somebody wanted to send it: what is missing is shown. */
  @state() private isTried = false;
  @query('console-announcement-words')
  private words!: HTMLElementTagNameMap['console-announcement-words'];
  @query('console-alarm-check') private check!: HTMLElementTagNameMap['console-alarm-check'];
  @query('console-break-glass') private glass!: HTMLElementTagNameMap['console-break-glass'];
  #openedFor = '';
  #unblank = false;
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
      ? draftOf(corrected)
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
          ${
            this.#corrected()
              ? nothing
              : html`<console-templates @template-chosen=${this.#onTemplate}></console-templates>`
          }
          <console-level
            .level=${draft.level}
            @level-chosen=${(event: LevelChosen) => this.#change({ level: event.level })}
          ></console-level>
          <console-announcement-words
            .draft=${draft}
            .problemAt=${(path: string) => this.#action.problemAt(path)}
            .isTried=${this.isTried}
            @draft-change=${(event: DraftChange) => this.#change(event.part)}
          ></console-announcement-words>
          ${draft.level === 'important' ? this.#renderRepeat(draft) : nothing}
          <console-expiry
            .expiry=${draft.expiry}
            .now=${this.desk.now()}
            .offsets=${offsetsOf(this.desk)}
            .problem=${this.#action.problemAt('expiresAt')}
            @expiry-change=${(event: ExpiryChange) => this.#change({ expiry: event.expiry })}
          ></console-expiry>
          ${screensField({
            value: draft.screens,
            views: this.#isDrill(draft) ? this.#drillBoards() : (this.desk.screens.value ?? []),
            isNamed: this.#isDrill(draft),
            problem: this.#action.problemAt('screens'),
            onInput: (screens) => this.#change({ screens }),
          })}
          ${draft.level === 'emergency' ? this.#renderDrill(draft) : nothing}
          ${refusalNote(this.#action.refusal)}
          <div class="buttons">${this.#renderSend(draft)}</div>
        </form>
      </div>
      <console-alarm-check
        .views=${this.desk.screens.value ?? []}
        .draft=${draft}
        .now=${this.desk.now()}
        .offsets=${offsetsOf(this.desk)}
        .way=${this.#way(draft)}
        @alarm-confirmed=${this.#onConfirmed}
      ></console-alarm-check>
      <console-break-glass
        .words=${draft.title}
        @glass-broken=${(event: GlassBroken) => this.#send('alone', event.reason)}
      ></console-break-glass>`;
  }

  #renderRepeat({ repeatMinutes }: AnnouncementDraft) {
    return chipsField({
      name: 'repeat',
      label: '얼마마다 다시',
      isSingle: true,
      choices: repeatChoices.map((minutes) => ({ value: `${minutes}`, label: `${minutes}분마다` })),
      chosen: [`${repeatMinutes}`],
      problem: this.#action.problemAt('repeatMinutes'),
      onInput: ([chosen]) =>
        this.#change({
          repeatMinutes:
            repeatChoices.find((minutes) => `${minutes}` === chosen) ?? repeatChoices[0],
        }),
    });
  }

  /** [A30] Offered only where there is a board for it. */
  #renderDrill(draft: AnnouncementDraft) {
    if (this.#drillBoards().length === 0)
      return html`<p class="small soft">
        훈련은 공개하지 않는 화면에만 보냅니다. 지금은 그런 화면이 없습니다. 화면의 ‘공개 광장
        화면’을 끄면 훈련에 쓸 수 있습니다.
      </p>`;
    return tick('훈련입니다 (화면에 ‘훈련’이라고 나갑니다)', draft.drill, (drill) =>
      this.#change({
        drill,
        screens: drill ? this.#drillBoards().map(({ screen }) => screen.id) : 'all',
      }),
    );
  }

  #drillBoards(): readonly ScreenView[] {
    return (this.desk.screens.value ?? []).filter(({ screen }) => !isPublicScreen(screen));
  }

  #isDrill({ level, drill }: AnnouncementDraft): boolean {
    return level === 'emergency' && drill;
  }

  #renderSend(draft: AnnouncementDraft) {
    const busy = this.#action.isBusy;
    if (draft.level === 'emergency')
      return html`<button class="alarm tall" ?disabled=${busy}>
        ${this.#isDrill(draft) ? '훈련 송출…' : '긴급 송출…'}
      </button>`;
    return html`<button class="main tall" ?disabled=${busy}>
      ${busy ? '보내는 중…' : '지금 보내기'}
    </button>`;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.#unblank = false;
    this.isTried = true;
    if (await this.words.goToBlank()) return;
    if (this.draft?.level === 'emergency') this.check.open();
    else await this.#send('send');
  }

  readonly #onTemplate = async ({ template }: TemplateChosen) => {
    if (!this.draft) return;
    this.#change(fromTemplate(this.draft, template));
    this.isTried = false;
    await this.updateComplete;
    await this.words.goToBlank();
  };

  readonly #onConfirmed = async ({ choice }: AlarmConfirmed) => {
    this.#unblank = choice.unblank;
    if (choice.isAlone) this.glass.open();
    else if (this.draft) await this.#send(this.#way(this.draft) === 'request' ? 'request' : 'send');
  };

  async #send(how: keyof typeof sentWords, reason = ''): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const { api, announcements, alarms } = this.desk;
    const isDone = await this.#action.run(async () => {
      const body = this.#proposal(draft);
      if (how === 'request') await api.call(requestRelease, { body });
      else if (how === 'alone') await api.call(breakGlass, { body: { ...body, reason } });
      else await api.call(sendAnnouncement, { body });
      await Promise.all([announcements.reload(), alarms.reload()]);
    });
    if (isDone) {
      markSaved(this);
      say(this, { text: `「${draft.title}」: ${sentWords[how]}` });
      goTo('announcements');
      return;
    }
    await focusInvalid(this);
  }

  #proposal(draft: AnnouncementDraft): NewAnnouncement {
    const drill = this.#isDrill(draft);
    const corrects = this.#corrected()?.id ?? null;
    return {
      ...fieldsAt({ ...draft, drill }, this.desk.now()),
      ...{ corrects, unblank: this.#unblank },
    };
  }

  /** Only what corrects an emergency that is on air, or is a drill, goes out by one person. */
  #way({ drill }: AnnouncementDraft): AlarmWay {
    if (drill) return 'drill';
    const corrected = this.#corrected();
    const isOnAir =
      corrected !== undefined && needsRelease(corrected) && isLiveAt(corrected, this.desk.now());
    return isOnAir ? 'correction' : 'request';
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
