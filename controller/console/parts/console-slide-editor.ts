import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import {
  MAX_DWELL_SECONDS,
  MIN_DWELL_SECONDS,
  type Template,
} from '../../../shared/content/slide.ts';
import type { Fix } from '../../../shared/legibility/finding.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { focusInvalid } from '../app/focus-invalid.ts';
import { look } from '../app/look.ts';
import { Narrow } from '../app/narrow.ts';
import { goTo } from '../app/routes.ts';
import { slideEditorLook } from '../app/slide-editor-look.ts';
import { submitOnEnter } from '../app/submit-on-enter.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import './console-checklist.ts';
import './console-content-form.ts';
import type { ContentChange } from './console-content-form.ts';
import type { Consent, MediaPicked } from './console-file-pick.ts';
import './console-legibility.ts';
import type { FixWanted, LegibilityJudged } from './console-legibility.ts';
import './console-show-now.ts';
import type { FrameMeasured, PictureFrame } from './console-preview-board.ts';
import './console-slide-preview.ts';
import { carriedContent, cleanContent } from './content-fields.ts';
import { textField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { isWithoutConsent } from './people-field.ts';
import { mayApproveOwn } from './second-person.ts';
import { draftKey, dropDraft, keptDraft } from './kept-draft.ts';
import { ownerFields } from './owner-fields.ts';
import { DraftDropped } from './draft-dropped.ts';
import { heldNotes, outdatedNote, restoredNote, savedWords } from './draft-notes.ts';
import { slideButtons } from './slide-buttons.ts';
import {
  applyFix,
  draftOf,
  newDraft,
  saveDraft,
  submitMeasured,
  type After,
  type SlideDraft,
} from './slide-draft.ts';
import { SlideWriting } from './slide-writing.ts';
import { stepKey } from './step-buttons.ts';

/**
 * Writes a slide with its picture beside it: `<console-slide-editor .desk .me .view>`, `.template` for a new one,
 * `.copied` for a new one like another.
 */
@customElement('console-slide-editor')
export class ConsoleSlideEditor extends LitElement {
  static override styles = [look, slideEditorLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view: SlideView | undefined;
  @property({ attribute: false }) template: Template | null = null;
  @property({ attribute: false }) copied: SlideView | undefined;
  @state() private isUnreadable = false;
  @state() private frames: readonly PictureFrame[] = [];
  /** What was said of the photos that were brought here, by their hashes. */
  @state() private consents: ReadonlyMap<string, Consent | undefined> = new Map();
  @query('console-checklist') private checklist!: HTMLElementTagNameMap['console-checklist'];
  @query('console-show-now') private showNow!: HTMLElementTagNameMap['console-show-now'];
  readonly #action = new Action(this);
  readonly #narrow = new Narrow(this, '(width < 900px)');
  readonly #writing = new SlideWriting(this, () => this.desk.now());

  protected override willUpdate() {
    const { view } = this;
    const { base, draft, isDirty } = this.#writing;
    if (!view) {
      if (!draft) this.#begin();
    } else if (base?.slide.id !== view.slide.id || !isDirty) {
      if (base !== view) this.#open(view);
    } else if (base.latest.id === view.latest.id) this.#writing.base = view;
  }

  /** Puts an older text into the form, to be saved or taken back. */
  put({ content, dwellSeconds }: Pick<SlideDraft, 'content' | 'dwellSeconds'>): void {
    this.#writing.change({ content, dwellSeconds }, '');
    say(this, { text: '그 판의 내용을 불러왔습니다. 저장하면 새 판이 됩니다.' });
    this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'start' });
  }

  protected override render() {
    const { draft } = this.#writing;
    if (!draft) return nothing;
    const mayWrite = mayDo(this.me, 'slide.write', draft);
    const form = mayWrite ? this.#renderForm(draft) : nothing;
    return html`${mayWrite ? restoredNote(this.#writing.restoredMs, this.#onDrop) : nothing}
      ${
        this.#narrow.isOn
          ? html`<div class="one">
              ${this.#renderPreview(draft)}${form}${this.#renderLegibility(draft)}
            </div>`
          : html`<div class="two">
              ${form}
              <div class="watch">${this.#renderPreview(draft)}${this.#renderLegibility(draft)}</div>
            </div>`
      }
      <console-checklist></console-checklist>
      <console-show-now
        .desk=${this.desk}
        .me=${this.me}
        @show-now-closed=${() => goTo(`slides/${this.view?.slide.id ?? ''}`)}
      ></console-show-now>`;
  }

  #renderPreview(draft: SlideDraft) {
    return html`<console-slide-preview
      .desk=${this.desk}
      .content=${draft.content}
      .organizationId=${draft.organizationId}
      .shopId=${draft.shopId}
      .slideId=${this.view?.slide.id}
      @frame-measured=${this.#onFrame}
    ></console-slide-preview>`;
  }

  #renderLegibility(draft: SlideDraft) {
    return html`<console-legibility
      .desk=${this.desk}
      .content=${draft.content}
      .organizationId=${draft.organizationId}
      .shopId=${draft.shopId}
      .slideId=${this.view?.slide.id}
      .dwellSeconds=${draft.dwellSeconds}
      @fix-wanted=${(event: FixWanted) => this.#onFix(draft, event.fix)}
      @legibility-judged=${(event: LegibilityJudged) => (this.isUnreadable = event.isFailing)}
    ></console-legibility>`;
  }

  #renderForm(draft: SlideDraft) {
    const { base } = this.#writing;
    const isOutdated = this.view !== undefined && base?.latest.id !== this.view.latest.id;
    return html`<form
      class="card pad stack"
      aria-label="슬라이드 내용"
      @submit=${this.#onSubmit}
      @keydown=${this.#onKey}
      novalidate
    >
      ${isOutdated ? outdatedNote(this.#onReload) : nothing}
      <console-content-form
        .desk=${this.desk}
        .content=${draft.content}
        .organizationId=${draft.organizationId}
        .frames=${this.frames}
        .problemAt=${(path: string) => this.#action.problemAt(path)}
        @media-picked=${this.#onPicked}
        @content-change=${(event: ContentChange) =>
          this.#change({ content: event.content }, event.field)}
      ></console-content-form>
      ${
        this.view
          ? nothing
          : ownerFields({
              desk: this.desk,
              me: this.me,
              draft,
              problemAt: (path) => this.#action.problemAt(path),
              onInput: (owner) => this.#change(owner, ''),
            })
      }
      ${textField({
        id: 'dwell',
        label: '한 번에 보여 주는 시간(초)',
        type: 'number',
        min: MIN_DWELL_SECONDS,
        max: MAX_DWELL_SECONDS,
        hint: `${MIN_DWELL_SECONDS}초에서 ${MAX_DWELL_SECONDS}초까지. 보통 15초입니다.`,
        value: `${draft.dwellSeconds}`,
        problem: this.#action.problemAt('dwellSeconds'),
        onInput: (text) => this.#change({ dwellSeconds: Number(text) }, 'dwell'),
      })}
      ${heldNotes({ isUnreadable: this.isUnreadable, isWithoutConsent: this.#isWithoutConsent(draft) })}
      ${refusalNote(this.#action.refusal)} ${this.#renderButtons(draft)}
    </form>`;
  }

  #renderButtons(draft: SlideDraft) {
    const mayApprove = mayApproveOwn(this.desk, this.me, draft);
    const mayShow = mayApprove && mayDo(this.me, 'slide.show-now', draft);
    return slideButtons({
      mayApprove,
      mayShow,
      isHeld: this.isUnreadable || this.#isWithoutConsent(draft),
      isBusy: this.#action.isBusy,
      isOnPhone: this.#narrow.isOn,
      steps: {
        canUndo: this.#writing.canUndo,
        canRedo: this.#writing.canRedo,
        onUndo: () => this.#writing.undo(),
        onRedo: () => this.#writing.redo(),
      },
    });
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { draft, base } = this.#writing;
    const wish = (event.submitter as HTMLButtonElement | null)?.value ?? 'keep';
    if (!draft) return;
    const after: After = wish === 'show' ? 'approve' : (wish as After);
    if (after === 'approve' && !(await this.checklist.ask())) return;
    const isDone = await this.#action.run(async () => {
      // What is refused later is tried again on what was saved.
      const saved = await saveDraft(this.desk, draft, base);
      this.#take(saved);
      if (after !== 'keep') this.#take(await submitMeasured(this.desk, saved, after));
      if (wish === 'show') await this.showNow.send(saved.slide.id, 'all');
      else say(this, { text: savedWords[after] });
      if (!base && wish !== 'show') goTo(`slides/${saved.slide.id}`);
    });
    if (!isDone) await focusInvalid(this);
  }

  #take(saved: SlideView): void {
    this.#writing.drop();
    this.#open(saved);
    this.view = saved;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const step = stepKey(event);
    if (step) {
      event.preventDefault();
      this.#writing[step]();
    } else submitOnEnter(event);
  };

  readonly #onReload = () => this.view && this.#take(this.view);

  readonly #onDrop = () => {
    this.#writing.drop();
    if (this.view) this.#open(this.view);
    else if (this.copied) this.#begin();
    else this.dispatchEvent(new DraftDropped());
  };

  /** Findings count lines as they are saved, without the empty ones. */
  #onFix(draft: SlideDraft, fix: Fix): void {
    this.#change(applyFix({ ...draft, content: cleanContent(draft.content) }, fix), '');
  }

  #isWithoutConsent({ content }: SlideDraft): boolean {
    return isWithoutConsent(content, this.consents);
  }

  readonly #onPicked = ({ media, consent }: MediaPicked) => {
    this.consents = new Map(this.consents).set(media.sha256, consent);
  };

  /** Each drawing tells the same again. */
  readonly #onFrame = ({ frame }: FrameMeasured) => {
    const { board, width, height } = frame;
    const isKnown = this.frames.some(
      (one) => one.board === board && one.width === width && one.height === height,
    );
    if (isKnown) return;
    this.frames = [...this.frames.filter((one) => one.board !== board), frame];
  };

  #begin(): void {
    const { copied, me, desk } = this;
    if (copied) this.#writing.begin(draftKey(me.id, `copy-${copied.slide.id}`), draftOf(copied));
    else this.#beginNew(draftKey(me.id, 'new'), newDraft(this.template ?? 'notice', me, desk));
  }

  /** What was begun with another template is carried over. */
  #beginNew(key: string, start: SlideDraft): void {
    const kept = keptDraft(key);
    const { template } = start.content;
    const isOther = kept && kept.draft.content.template !== template;
    if (isOther) dropDraft(key);
    this.#writing.begin(key, start);
    if (!isOther) return;
    this.#change({ ...kept.draft, content: carriedContent(kept.draft.content, template) }, '');
  }

  #open(view: SlideView): void {
    this.#writing.open(draftKey(this.me.id, view.slide.id), view);
  }

  #change(part: Partial<SlideDraft>, field: string): void {
    this.#writing.change(part, field);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide-editor': ConsoleSlideEditor;
  }
}
