import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Judgement } from '../../../shared/legibility/judgement.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { fieldLabel } from './content-fields.ts';

/** What the law forbids on a public board (the act on outdoor advertisements, article 5, paragraph 2). */
const POINTS = [
  '범죄를 정당한 것처럼 그리거나 잔인하지 않습니까?',
  '음란하거나 퇴폐적이지 않습니까?',
  '청소년의 보호와 선도에 해가 되지 않습니까?',
  '사행심을 부추기지 않습니까?',
  '인종이나 성별을 차별하지 않습니까?',
  '그 밖에 법령이 금지한 내용이 없습니까?',
];

/** What was judged of a slide when it was submitted, and what its approver looks at: `<console-review .desk .view>`. */
@customElement('console-review')
export class ConsoleReview extends LitElement {
  static override styles = [
    look,
    css`
      li {
        padding: 4px 0;
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
  protected readonly watch = new Watch(this, () => [this.desk.screens]);

  protected override render() {
    const { judgement } = this.view;
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">승인하기 전에</h2>
      ${judgement ? this.#renderJudgement(judgement) : nothing}
      <details open>
        <summary>심의 여섯 가지</summary>
        <ol class="small">
          ${POINTS.map((point) => html`<li>${point}</li>`)}
        </ol>
      </details>
    </section>`;
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
  interface HTMLElementTagNameMap {
    'console-review': ConsoleReview;
  }
}
