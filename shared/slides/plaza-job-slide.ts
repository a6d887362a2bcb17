import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keepTogether } from './keep-together.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading } from './slide-parts.ts';

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
    return html`${byline(page, '일자리')}
      <div class="main">
        ${heading(page, content.title)}
        ${
          content.figure === null
            ? nothing
            : html`<p class="figure" data-last="3">${keepTogether(content.figure.ko)}</p>`
        }
        <dl>
          ${this.#renderRow(page, ['대상', content.target.ko, 0])}
          ${this.#renderRow(page, ['신청', content.apply.ko, 4])}
          ${this.#renderRow(page, ['기관', content.centre.ko, 5])}
          ${content.contact ? this.#renderRow(page, ['문의', content.contact.ko, 3]) : nothing}
        </dl>
      </div>`;
  }

  #renderRow({ tiny }: Page<'job'>, [name, value, rank]: readonly [string, string, number]) {
    const cells = html`<dt>${name}</dt>
      <dd>${keepTogether(value)}</dd>`;
    return tiny
      ? html`<div data-spare=${rank + 1}>${cells}</div>`
      : html`<div data-last=${rank}>${cells}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-job-slide': PlazaJobSlide;
  }
}
