import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { peopleSaid } from '../../../shared/content/people-said.ts';
import { pictureOf, videoOf } from '../../../shared/content/slide.ts';
import type { Judgement } from '../../../shared/legibility/judgement.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { fieldLabel } from './content-fields.ts';
import type { People } from './people-field.ts';
import { reviewList } from './review-points.ts';
import { secondReasonsOf, secondWords } from './second-person.ts';

/** [V15] What stands after 사진에 or 동영상에. */
const saidWords: Readonly<Record<People, string>> = {
  none: '알아볼 수 있는 사람이 없다고 했습니다.',
  agreed: '나온 사람의 동의를 받았다고 했습니다.',
  'not-agreed': '나온 사람이 아직 동의하지 않았습니다. 승인할 수 없습니다.',
};
const unsaidWords =
  '알아볼 수 있는 사람이 있는지 말하지 않았습니다. 있다면 동의를 받았는지 물어봐 주십시오.';

/** The approver confirmed the six points, or took that back. */
export class ReviewChecked extends Event {
  static readonly type = 'review-checked';
  readonly isChecked: boolean;

  constructor(isChecked: boolean) {
    super(ReviewChecked.type);
    this.isChecked = isChecked;
  }
}

/**
 * What was judged of a slide when it was submitted, and what its approver looks at and confirms:
 * `<console-review .desk .view @review-checked>`. Another revision is to be confirmed anew.
 */
@customElement('console-review')
export class ConsoleReview extends LitElement {
  static override styles = [
    look,
    css`
      li {
        padding: 4px 0;
      }

      .tick {
        align-items: center;
        display: flex;
        font-weight: 700;
        gap: 12px;
        min-height: 48px;
      }

      .tick input {
        flex: none;
        height: 24px;
        width: 24px;
      }

      ol {
        list-style: decimal;
        margin: 0;
        padding-inline-start: 1.4em;
      }

      summary {
        cursor: pointer;
        min-height: 44px;
        padding: 10px 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: SlideView;
  @state() private isChecked = false;
  protected readonly watch = new Watch(this, () => [
    this.desk.screens,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('view');
    if (before && before.contentHash !== this.view.contentHash) this.#check(false);
  }

  protected override render() {
    const { judgement } = this.view;
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">승인하기 전에</h2>
      ${judgement ? this.#renderJudgement(judgement) : nothing} ${this.#renderPeople()}
      ${this.#renderSecond()}
      <details open>
        <summary>심의 여섯 가지</summary>
        ${reviewList()}
      </details>
      <label class="tick"
        ><input type="checkbox" .checked=${this.isChecked} @change=${this.#onCheck} />여섯 가지를
        모두 확인했습니다</label
      >
    </section>`;
  }

  #renderPeople() {
    const { content } = this.view.latest;
    if (!pictureOf(content)) return nothing;
    const what = videoOf(content) ? '동영상' : '사진';
    const people = peopleSaid(content);
    return html`<p class=${people === undefined ? 'note warn' : ''}>
      ${`${what}에 ${people === undefined ? unsaidWords : saidWords[people]}`}
    </p>`;
  }

  #renderSecond() {
    const { slide, latest } = this.view;
    const reasons = secondReasonsOf(this.desk, { ...slide, content: latest.content });
    return reasons.map((reason) => html`<p class="note warn">${secondWords[reason]}</p>`);
  }

  readonly #onCheck = (event: Event) => {
    this.#check((event.target as HTMLInputElement).checked);
  };

  #check(isChecked: boolean): void {
    this.isChecked = isChecked;
    this.dispatchEvent(new ReviewChecked(isChecked));
  }

  #renderJudgement(judgement: Judgement) {
    const { warnings, pages } = judgement;
    return html`<p>${this.#measuredWords(judgement)}</p>
      ${pages > 1 ? html`<p>글이 길어 ${pages}쪽으로 나누어 나갑니다.</p>` : nothing}
      ${
        warnings.length === 0
          ? html`<p><span class="badge good">좋음</span> 살필 것이 없습니다.</p>`
          : html`<ul aria-label="살필 것">
              ${warnings.map((warning) => this.#renderWarning(warning))}
            </ul>`
      }`;
  }

  #measuredWords({ screenIds, unmeasured }: Judgement): string {
    if (screenIds.length === 0) return '화면에서 재지 않고 보낸 것이라 글만 살폈습니다.';
    const measured = `검토를 요청할 때 ${this.#names(screenIds)}에서 재었습니다.`;
    if (unmeasured.length === 0) return measured;
    return `${measured} ${this.#names(unmeasured)}에서는 재지 않았습니다.`;
  }

  #renderWarning({ field, words, screenIds }: Judgement['warnings'][number]) {
    const label = fieldLabel(this.view.latest.content.template, field);
    const isEverywhere =
      screenIds.length === 0 || screenIds.length === this.view.judgement?.screenIds.length;
    return html`<li>
      <span class="badge warn">살필 것</span>
      ${label === '' ? nothing : html`<strong>${label}</strong> · `}${words}
      ${isEverywhere ? nothing : html`<span class="soft">(${this.#names(screenIds)})</span>`}
    </li>`;
  }

  /** A screen that is gone meanwhile has no name. */
  #names(screenIds: readonly string[]): string {
    const names = screenIds.map(
      (id) =>
        this.desk.screens.value?.find(({ screen }) => screen.id === id)?.screen.name ??
        '없어진 화면',
    );
    return [...new Set(names)].map((name) => `‘${name}’`).join(', ');
  }
}

declare global {
  interface HTMLElementEventMap {
    'review-checked': ReviewChecked;
  }
  interface HTMLElementTagNameMap {
    'console-review': ConsoleReview;
  }
}
