import { html, nothing, type TemplateResult } from 'lit';

/** A list of which the first `most` are open, and the rest behind one line. `items` come newest first. */
export function longList<Item>(
  items: readonly Item[],
  most: number,
  renderOne: (item: Item) => TemplateResult,
): TemplateResult {
  const [shown, rest] = [items.slice(0, most), items.slice(most)];
  return html`<ul class="list">
      ${shown.map(renderOne)}
    </ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details>
            <summary>이전 것 ${rest.length}개 더 보기</summary>
            <ul class="list">
              ${rest.map(renderOne)}
            </ul>
          </details>`
    }`;
}
