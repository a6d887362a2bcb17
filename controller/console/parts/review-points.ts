/** What the law forbids on a public board (the act on outdoor advertisements, article 5, paragraph 2). */
import { html, type TemplateResult } from 'lit';

export const reviewPoints = [
  '범죄를 정당한 것처럼 그리거나 잔인하지 않습니까?',
  '음란하거나 퇴폐적이지 않습니까?',
  '청소년의 보호와 선도에 해가 되지 않습니까?',
  '사행심을 부추기지 않습니까?',
  '인종이나 성별을 차별하지 않습니까?',
  '그 밖에 법령이 금지한 내용이 없습니까?',
] as const;

export function reviewList(): TemplateResult {
  return html`<ol class="points small" aria-label="심의 여섯 가지">
    ${reviewPoints.map((point) => html`<li>${point}</li>`)}
  </ol>`;
}
