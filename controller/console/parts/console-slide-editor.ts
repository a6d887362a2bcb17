import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayDo, type Person } from '../../../shared/content/person.ts';
import { MAX_DWELL_SECONDS, MIN_DWELL_SECONDS, titleOf } from '../../../shared/content/slide.ts';
import type { Template } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { editorLook } from '../app/editor-look.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { say } from '../app/toast.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { stateNames, stateTones } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import './console-content-form.ts';
import './console-legibility.ts';
import type { FixWanted, LegibilityJudged } from './console-legibility.ts';
import type { ContentChange } from './console-content-form.ts';
import './console-show-now.ts';
import './console-slide-actions.ts';
import './console-slide-preview.ts';
import { selectField, textField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { draftOf, newDraft, saveDraft, type After, type SlideDraft } from './slide-draft.ts';

/** Writes a slide with its picture beside it: `<console-slide-editor .desk .me .view>`, or `.template` for a new one. */
@customElement('console-slide-editor')
export class ConsoleSlideEditor extends LitElement {
  static override styles = [look, editorLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view: SlideView | undefined;
  @property({ attribute: false }) template: Template | null = null;
  @state() private draft: SlideDraft | undefined;
  @state() private isDirty = false;
  @state() private isUnreadable = false;
  @query('console-show-now') private showNow!: HTMLElementTagNameMap['console-show-now'];
  /** The slide that was opened; what was typed into it is kept while others only move its state. */
  #base: SlideView | undefined;
  readonly #action = new Action(this);

  protected override willUpdate() {
    if (!this.view) this.draft ??= newDraft(this.template ?? 'notice', this.me, this.desk);
    else if (!this.#base || this.#base.slide.id !== this.view.slide.id || !this.isDirty)
      this.#open(this.view);
    else if (this.#base.latest.id === this.view.latest.id) this.#base = this.view;
  }

  protected override render() {
    const { draft } = this;
    if (!draft) return nothing;
    return html`<div class="editor">
        <div class="preview">
          ${this.view ? this.#renderHead(this.view) : nothing}
          <console-slide-preview
            .desk=${this.desk}
            .content=${draft.content}
            .organizationId=${draft.organizationId}
            .shopId=${draft.shopId}
          ></console-slide-preview>
          <console-legibility
            .desk=${this.desk}
            .content=${draft.content}
            .organizationId=${draft.organizationId}
            .shopId=${draft.shopId}
            .dwellSeconds=${draft.dwellSeconds}
            @fix-wanted=${(event: FixWanted) => this.#change({ dwellSeconds: event.fix.seconds })}
            @legibility-judged=${(event: LegibilityJudged) => (this.isUnreadable = event.isFailing)}
          ></console-legibility>
          ${
            this.view
              ? html`<console-slide-actions
                  .desk=${this.desk}
                  .me=${this.me}
                  .view=${this.view}
                ></console-slide-actions>`
              : nothing
          }
        </div>
        ${mayDo(this.me, 'slide.write', draft) ? this.#renderForm(draft) : nothing}
      </div>
      <console-show-now
        .desk=${this.desk}
        .me=${this.me}
        @show-now-closed=${() => goTo(`slides/${this.view?.slide.id ?? ''}`)}
      ></console-show-now>`;
  }

  #renderHead({ slide, latest }: SlideView) {
    return html`<div class="row between">
        <h1>${titleOf(latest.content)}</h1>
        <span class="badge ${stateTones[slide.state]}">${stateNames[slide.state]}</span>
      </div>
      ${
        slide.state === 'rejected' && slide.rejectionReason
          ? html`<p class="note bad"><strong>반려한 이유</strong><br />${slide.rejectionReason}</p>`
          : nothing
      }
      ${
        slide.approvedRevisionId !== null && slide.approvedRevisionId !== slide.latestRevisionId
          ? html`<p class="note warn">고친 내용은 승인될 때까지 화면에 나가지 않습니다.</p>`
          : nothing
      }`;
  }

  #renderForm(draft: SlideDraft) {
    const isOutdated = this.view !== undefined && this.#base?.latest.id !== this.view.latest.id;
    return html`<form class="card pad stack" @submit=${this.#onSubmit} novalidate>
      ${isOutdated && this.view ? this.#renderOutdated(this.view) : nothing}
      ${this.view ? nothing : this.#renderOwner(draft)}
      <console-content-form
        .content=${draft.content}
        .organizationId=${draft.organizationId}
        .problemAt=${(path: string) => this.#action.problemAt(path)}
        @content-change=${(event: ContentChange) => this.#change({ content: event.content })}
      ></console-content-form>
      ${textField({
        id: 'dwell',
        label: '한 번에 보여 주는 시간(초)',
        type: 'number',
        min: MIN_DWELL_SECONDS,
        max: MAX_DWELL_SECONDS,
        hint: `${MIN_DWELL_SECONDS}초에서 ${MAX_DWELL_SECONDS}초까지. 보통 15초입니다.`,
        value: `${draft.dwellSeconds}`,
        problem: this.#action.problemAt('dwellSeconds'),
        onInput: (text) => this.#change({ dwellSeconds: Number(text) }),
      })}
      ${
        this.isUnreadable
          ? html`<p class="note bad">
              읽을 수 없는 곳이 있어 초안으로만 저장할 수 있습니다. ‘읽기 쉬운지’의 고칠 것을 고쳐
              주십시오.
            </p>`
          : nothing
      }
      ${refusalNote(this.#action.refusal)} ${this.#renderButtons(draft)}
    </form>`;
  }

  #renderButtons(draft: SlideDraft) {
    const organization = this.desk.organizations.value?.find(
      ({ id }) => id === draft.organizationId,
    );
    const mayApprove = mayDo(this.me, 'slide.approve', draft) && !organization?.twoPersonApproval;
    const mayShow = mayApprove && mayDo(this.me, 'slide.show-now', draft);
    return html`<div class="buttons">
      ${mayShow ? html`<button class="main" value="show" ?disabled=${this.isUnreadable}>저장하고 송출</button>` : nothing}
      ${
        mayApprove
          ? html`<button value="approve" ?disabled=${this.isUnreadable}>저장하고 승인</button>`
          : html`<button class="main" value="submit" ?disabled=${this.isUnreadable}>
              저장하고 검토 요청
            </button>`
      }
      <button value="keep">초안으로 저장</button>
      ${this.#action.isBusy ? html`<p role="status">저장하는 중…</p>` : nothing}
    </div>`;
  }

  #renderOwner(draft: SlideDraft) {
    const own = this.me.grants.find(({ shopId }) => shopId !== null);
    const mine = (this.desk.organizations.value ?? []).filter(({ id }) =>
      mayDo(this.me, 'slide.write', { organizationId: id, shopId: own?.shopId ?? null }),
    );
    const shops = (this.desk.shops.value ?? []).filter(
      ({ id, organizationId }) =>
        mayDo(this.me, 'slide.write', { organizationId: draft.organizationId, shopId: id }) &&
        organizationId === draft.organizationId,
    );
    return html`<div class="fields">
      ${selectField({
        id: 'organization',
        label: '운영 주체',
        value: draft.organizationId,
        choices: mine.map(({ id, name }) => ({ value: id, label: name.ko })),
        problem: this.#action.problemAt('organizationId'),
        onInput: (organizationId) => this.#change({ organizationId, shopId: null }),
      })}
      ${
        shops.length === 0
          ? nothing
          : selectField({
              id: 'shop',
              label: '가게',
              value: draft.shopId ?? '',
              choices: [
                ...(own
                  ? []
                  : [
                      {
                        value: '',
                        label:
                          draft.content.template === 'shop' ? '가게를 고르십시오' : '가게 없이',
                      },
                    ]),
                ...shops.map(({ id, name }) => ({ value: id, label: name.ko })),
              ],
              problem: this.#action.problemAt('shopId'),
              onInput: (shopId) => this.#change({ shopId: shopId === '' ? null : shopId }),
            })
      }
    </div>`;
  }

  #renderOutdated(view: SlideView) {
    return html`<div class="note warn row between" role="alert">
      <p>그사이 다른 사람이 이 슬라이드를 고쳤습니다.</p>
      <button type="button" @click=${() => this.#open(view)}>고친 내용 불러오기</button>
    </div>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    const wish = (event.submitter as HTMLButtonElement | null)?.value ?? 'keep';
    if (!draft) return;
    const after: After = wish === 'show' ? 'approve' : (wish as After);
    await this.#action.run(async () => {
      const isNew = !this.#base;
      const saved = await saveDraft(this.desk, draft, { view: this.#base, after });
      this.#open(saved);
      this.view = saved;
      markSaved(this);
      if (wish === 'show') await this.showNow.send(saved.slide.id, 'all');
      else say(this, { text: savedWords[after] });
      if (isNew && wish !== 'show') goTo(`slides/${saved.slide.id}`);
    });
    await this.updateComplete;
    const form = this.renderRoot.querySelector('console-content-form');
    await form?.updateComplete;
    const wrong = '[aria-invalid="true"]';
    const field =
      this.renderRoot.querySelector<HTMLElement>(wrong) ??
      form?.renderRoot.querySelector<HTMLElement>(wrong);
    field?.focus();
  }

  #open(view: SlideView): void {
    this.#base = view;
    this.draft = draftOf(view);
    this.isDirty = false;
  }

  #change(part: Partial<SlideDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...part };
    this.isDirty = true;
    markUnsaved(this);
  }
}

const savedWords: Readonly<Record<After, string>> = {
  keep: '초안으로 저장했습니다.',
  submit: '저장하고 검토를 요청했습니다.',
  approve: '저장하고 승인했습니다. 편성된 화면에 바로 반영됩니다.',
};

declare global {
  interface HTMLElementTagNameMap {
    'console-slide-editor': ConsoleSlideEditor;
  }
}
