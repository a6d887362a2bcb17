import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayDo, type Person, type Right } from '../../../shared/content/person.ts';
import {
  approveSlide,
  rejectSlide,
  withdrawSlide,
  type SlideView,
} from '../../../shared/protocol/http/content.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-review.ts';
import './console-show-now.ts';
import { textArea } from './field.ts';
import { refusalNote } from './held-view.ts';
import { putSlide, submitMeasured } from './slide-draft.ts';

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

      dialog[open] {
        display: grid;
        gap: 16px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: SlideView;
  @state() private reason = '';
  @query('dialog') private rejecting!: HTMLDialogElement;
  @query('console-show-now') private showNow!: HTMLElementTagNameMap['console-show-now'];
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.states, this.desk.screens]);

  protected override render() {
    const { slide } = this.view;
    const may = (right: Right) => mayDo(this.me, right, slide);
    const isNewer = slide.approvedRevisionId !== slide.latestRevisionId;
    const mayApprove = may('slide.approve') && (slide.state !== 'approved' || isNewer);
    return html`${
        mayApprove
          ? html`<console-review .desk=${this.desk} .view=${this.view}></console-review>`
          : nothing
      }
      <div class="row">
        ${
          mayApprove
            ? this.#renderButton(
                slide.state === 'withdrawn' ? '다시 게시' : '승인',
                this.#onApprove,
                'main',
              )
            : nothing
        }
        ${
          may('slide.approve') && slide.state === 'submitted'
            ? html`<button @click=${() => this.rejecting.showModal()}>반려…</button>`
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
        }
      </div>
      ${this.#renderMisfits()} ${refusalNote(this.#action.refusal)} ${this.#renderReject()}
      <console-show-now .desk=${this.desk} .me=${this.me}></console-show-now>`;
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

  #renderButton(label: string, onClick: () => Promise<void>, kind: 'main' | '' = '') {
    return html`<button class=${kind} ?disabled=${this.#action.isBusy} @click=${onClick}>
      ${label}
    </button>`;
  }

  #renderReject() {
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
      <div class="row">
        <button class="main" ?disabled=${this.reason.trim() === ''} @click=${this.#onReject}>
          반려하기
        </button>
        <button class="plain" @click=${() => this.rejecting.close()}>그만두기</button>
      </div>
    </dialog>`;
  }

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
      putSlide(this.desk, await this.desk.api.call(withdrawSlide, this.#versioned()));
      say(this, { text: '게시를 중단했습니다.', undo: () => this.#approve() });
    });

  readonly #onReject = () =>
    this.#act(async () => {
      const { params, body } = this.#versioned();
      const ask = { params, body: { ...body, reason: this.reason } };
      putSlide(this.desk, await this.desk.api.call(rejectSlide, ask));
      this.rejecting.close();
      say(this, { text: '이유를 적어 반려했습니다.' });
    });

  /** What was submitted was measured then; what was on air comes back as it was. */
  async #approve(): Promise<void> {
    const newest = this.#newest();
    const isKnown = newest.judgement !== undefined || newest.slide.state === 'withdrawn';
    if (isKnown) putSlide(this.desk, await this.desk.api.call(approveSlide, this.#versioned()));
    else await submitMeasured(this.desk, newest, 'approve');
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
