import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading, written } from './slide-parts.ts';

type Row = 'target' | 'apply' | 'centre' | 'contact';

/** A job: for whom, how many, how to apply, whom to ask: `<plaza-job-slide .slide .content .scene>`. */
@customElement('plaza-job-slide')
export class PlazaJobSlide extends SlideElement<'job'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .figure {
        margin-top: 0.3em;
        color: var(--accent);
        font-size: calc(var(--body) * 1.25);
        font-weight: 800;
        letter-spacing: -0.03em;
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.18em 0.9em;
        margin-top: 0.5em;
        font-size: calc(max(var(--body) * 0.86, var(--least)));
        font-weight: 600;
      }

      dl > div {
        display: contents;
      }

      dl > div[hidden] {
        display: none;
      }

      dt {
        color: var(--dim);
        font-weight: 500;
      }

      dd {
        min-width: 0;
      }
    `,
  ];

  protected override renderWords(page: Page<'job'>) {
    const { content } = page;
    const words = phrases(page.scene.language);
    return html`${byline(page, words.job)}
      <div class="main">
        ${heading(page, content.title)}
        ${
          content.figure === null
            ? nothing
            : html`<p class="figure" data-last="3">${written(page, 'figure', content.figure)}</p>`
        }
        <dl>
          ${this.#renderRow(page, { name: words.forWhom, field: 'target', rank: 0 })}
          ${this.#renderRow(page, { name: words.apply, field: 'apply', rank: 1 })}
          ${this.#renderRow(page, { name: words.centre, field: 'centre', rank: 4 })}
          ${this.#renderRow(page, { name: words.ask, field: 'contact', rank: 3 })}
        </dl>
      </div>`;
  }

  #renderRow(
    page: Page<'job'>,
    { name, field, rank }: { readonly name: string; readonly field: Row; readonly rank: number },
  ) {
    const text = page.content[field];
    if (!text) return nothing;
    const cells = html`<dt lang=${page.scene.language}>${name}</dt>
      <dd>${written(page, field, text)}</dd>`;
    return page.tiny
      ? html`<div data-spare=${Math.min(rank + 1, 5)}>${cells}</div>`
      : html`<div data-last=${rank}>${cells}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-job-slide': PlazaJobSlide;
  }
}
