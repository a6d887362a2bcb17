import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayDo, type Person, type Right } from '../../../shared/content/person.ts';
import {
  approveSlide,
  withdrawSlide,
  type SlideView,
} from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-compare.ts';
import './console-reject.ts';
import './console-review.ts';
import type { ReviewChecked } from './console-review.ts';
import './console-show-now.ts';
import { refusalNote } from './held-view.ts';
import { secondReasonsOf } from './second-person.ts';
import { putSlide, submitMeasured } from './slide-draft.ts';

const otherNote = html`<p class="note warn">
  직접 쓰신 것이고 두 사람이 확인해야 하는 내용입니다. 다른 담당자가 승인하면 나갑니다.
</p>`;

/** What may be done to a slide as it stands: `<console-slide-actions .desk .me .view>`. */
@customElement('console-slide-actions')
export class ConsoleSlideActions extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: SlideView;
  /** [V2] The six points of what is shown. */
  @state() private isChecked = false;
  @query('console-reject') private rejecting!: HTMLElementTagNameMap['console-reject'];
  @query('console-show-now') private showNow!: HTMLElementTagNameMap['console-show-now'];
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.states, this.desk.screens],
    ...[this.desk.organizations, this.desk.shops],
  ]);

  protected override render() {
    const { slide } = this.view;
    const isNewer = slide.approvedRevisionId !== slide.latestRevisionId;
    const isWaiting =
      mayDo(this.me, 'slide.approve', slide) && (slide.state !== 'approved' || isNewer);
    const mayApprove = isWaiting && !this.#needsOther();
    return html`${isWaiting && !mayApprove ? otherNote : nothing}
      ${mayApprove ? this.#renderReview() : nothing}
      <div class="row">${mayApprove ? this.#renderApprove() : nothing} ${this.#renderOthers()}</div>
      ${this.#renderMisfits()} ${refusalNote(this.#action.refusal)}
      <console-reject .desk=${this.desk} @slide-rejected=${this.#onRejected}></console-reject>
      <console-show-now .desk=${this.desk} .me=${this.me}></console-show-now>`;
  }

  #renderReview() {
    const { desk, view } = this;
    const compare = html`<div class="card pad">
      <console-compare .desk=${desk} .view=${view}></console-compare>
    </div>`;
    return html`${view.approved ? compare : nothing}<console-review
        .desk=${desk}
        .view=${view}
        @review-checked=${(event: ReviewChecked) => (this.isChecked = event.isChecked)}
      ></console-review>`;
  }

  #renderApprove() {
    return html`<button
      class="main"
      ?disabled=${this.#action.isBusy || !this.isChecked}
      @click=${this.#onApprove}
    >
      ${this.view.slide.state === 'withdrawn' ? '다시 게시' : '승인'}
    </button>`;
  }

  #renderOthers() {
    const { slide } = this.view;
    const may = (right: Right) => mayDo(this.me, right, slide);
    return html`${
      may('slide.approve') && slide.state === 'submitted'
        ? html`<button @click=${() => this.rejecting.open(this.#newest())}>반려…</button>`
        : nothing
    }
    ${
      may('slide.write') && (slide.state === 'draft' || slide.state === 'rejected')
        ? this.#renderButton('검토 요청', this.#onSubmit)
        : nothing
    }
    ${
      may('slide.show-now') && slide.state === 'approved'
        ? html`<button @click=${() => this.showNow.open(slide.id)}>지금 송출…</button>`
        : nothing
    }
    ${
      may('slide.approve') && slide.approvedRevisionId !== null && slide.state !== 'withdrawn'
        ? html`<button
            class="alarm-line"
            ?disabled=${this.#action.isBusy}
            @click=${this.#onWithdraw}
          >
            게시 중단
          </button>`
        : nothing
    }
    ${
      may('slide.write')
        ? html`<a class="button" href="#/slides/copy-${slide.id}">복제해서 새로 만들기</a>`
        : nothing
    }`;
  }

  /** [V10] The author is here, and one person is not enough. */
  #needsOther(): boolean {
    const { slide, latest } = this.view;
    if (latest.createdBy !== this.me.id) return false;
    return secondReasonsOf(this.desk, { ...slide, content: latest.content }).length > 0;
  }

  /** What boards say of the revision that they show. */
  #renderMisfits() {
    const { approvedRevisionId } = this.view.slide;
    return [...this.desk.states.value.values()].flatMap(({ screenId, misfits }) =>
      misfits
        .filter(({ revisionId }) => revisionId === approvedRevisionId)
        .map(
          ({ message }) =>
            html`<p class="note warn">
              ${this.#nameOf(screenId)} 화면에는 자리가 모자라 빠지는 글이 있습니다: ${message}
            </p>`,
        ),
    );
  }

  #nameOf(screenId: string): string {
    const views = this.desk.screens.value ?? [];
    return views.find(({ screen }) => screen.id === screenId)?.screen.name ?? '';
  }

  #renderButton(label: string, onClick: () => Promise<void>) {
    return html`<button ?disabled=${this.#action.isBusy} @click=${onClick}>${label}</button>`;
  }

  readonly #onRejected = () => {
    say(this, { text: '이유를 적어 반려했습니다.' });
  };

  readonly #onApprove = () =>
    this.#act(async () => {
      await this.#approve();
      say(this, { text: '승인했습니다. 편성된 화면에 바로 반영됩니다.' });
    });

  readonly #onSubmit = () =>
    this.#act(async () => {
      await submitMeasured(this.desk, this.#newest(), 'submit');
      say(this, { text: '검토를 요청했습니다.' });
    });

  readonly #onWithdraw = () =>
    this.#act(async () => {
      const { slide } = this.#newest();
      const wasLatest = slide.approvedRevisionId === slide.latestRevisionId;
      putSlide(this.desk, await this.desk.api.call(withdrawSlide, this.#versioned()));
      // What waits for its approval was not on air: it is not put there by taking a withdrawal back.
      const undo = wasLatest ? { undo: () => this.#putBack() } : {};
      say(this, { text: '게시를 중단했습니다.', ...undo });
    });

  /** What was submitted was measured then. [V1] What is approved is what is shown here. */
  async #approve(): Promise<void> {
    const { judgement, slide, contentHash } = this.view;
    if (judgement === undefined && slide.state !== 'withdrawn') {
      await submitMeasured(this.desk, this.view, 'approve');
      return;
    }
    const { params, body } = this.#versioned();
    const ask = { params, body: { ...body, contentHash, checklist: true as const } };
    putSlide(this.desk, await this.desk.api.call(approveSlide, ask));
  }

  /** [V2] As it was on the boards. */
  async #putBack(): Promise<void> {
    const { params, body } = this.#versioned();
    const { contentHash } = this.#newest();
    putSlide(
      this.desk,
      await this.desk.api.call(approveSlide, { params, body: { ...body, contentHash } }),
    );
  }

  /** By the newest version that is known, also when an undo comes later. */
  #versioned() {
    const { id, version } = this.#newest().slide;
    return { params: { slideId: id }, body: { version } };
  }

  #newest(): SlideView {
    const slideId = this.view.slide.id;
    return this.desk.slides.value?.find(({ slide }) => slide.id === slideId) ?? this.view;
  }

  async #act(work: () => Promise<void>): Promise<void> {
    await this.#action.run(work);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide-actions': ConsoleSlideActions;
  }
}
