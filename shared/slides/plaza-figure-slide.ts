import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { groupDigits } from './group-digits.ts';
import { phrases } from './phrases.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, linesOf, named, second, written } from './slide-parts.ts';
import { keepTogether } from './keep-together.ts';
import { setStyles } from './set-styles.ts';

/** One large number and how far along it is: `<plaza-figure-slide .slide .content .scene>`. */
@customElement('plaza-figure-slide')
export class PlazaFigureSlide extends SlideElement<'figure'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .columns {
        display: flex;
        gap: calc(var(--margin) * 0.9);
        align-items: flex-end;
      }

      .measure {
        flex: 1.6;
        min-width: 0;
      }

      .what {
        color: var(--dim);
        font-size: var(--body);
        font-weight: 600;
      }

      .title {
        font-size: calc(var(--title) * 1.35);
        line-height: 1.2;
        letter-spacing: -0.045em;
      }

      /* Once is enough for the number where its lines take more pages. */
      .later .title,
      .later .second {
        display: none;
      }

      .value {
        margin-right: 0.06em;
        white-space: nowrap;
      }

      .unit {
        display: inline-block;
        margin-left: 0.08em;
        font-size: calc(max(0.42em, var(--least)));
        letter-spacing: -0.02em;
      }

      .track {
        height: max(0.4em, 6px);
        margin-top: 0.3em;
        overflow: hidden;
        border-radius: 1em;
        background: var(--line);
        font-size: var(--body);
      }

      .track span {
        display: block;
        width: 100%;
        height: 100%;
        border-radius: 1em;
        background: var(--accent);
      }

      .progress {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1em;
        justify-content: space-between;
        margin-top: 0.35em;
        color: var(--dim);
        font-size: calc(var(--label) * 1.1);
        font-weight: 600;
      }

      .columns > .lines {
        flex: 1;
        min-width: 0;
        margin: 0;
        padding-left: calc(var(--margin) * 0.7);
        border-left: max(2px, 0.04em) solid var(--line);
        font-size: calc(max(var(--body) * 0.94, var(--least)));
        line-height: 1.5;
      }

      .lines p:last-of-type:not(:only-of-type) {
        color: var(--accent);
        font-weight: 700;
      }

      @container (max-aspect-ratio: 1.2) {
        .columns {
          flex-direction: column;
          align-items: stretch;
        }

        .measure,
        .columns > .lines {
          flex: none;
        }

        .columns > .lines {
          padding: calc(var(--margin) * 0.5) 0 0;
          border-top: max(2px, 0.04em) solid var(--line);
          border-left: none;
        }
      }

      /* The number stays large: the rest goes to another page rather. */
      @container (max-height: 419px) or (max-width: 419px) {
        .columns {
          flex-direction: column;
          gap: 0.2em;
          align-items: stretch;
        }

        .columns > .lines {
          flex: none;
          padding: 0;
          border: none;
        }

        .title {
          font-size: max(calc(var(--title) * 1.35), var(--hero));
        }
      }
    `,
  ];

  protected override renderWords(page: Page<'figure'>) {
    const { content } = page;
    return html`${byline(page, phrases(page.scene.language).figure)}
      <div class="main">
        <div class="columns">
          <div class="measure" data-tight>
            <p class="what" data-field="title" lang="ko">${keepTogether(content.title.ko)}</p>
            ${second(page, content.title)}
            <h1 class="title" ${setStyles({ '--hero': `${heroPx(page)}px` })}>
              <span class="value">${groupDigits(content.value)}</span
              ><span class="unit">${written(page, 'unit', content.unit)}</span>
            </h1>
            ${this.#renderProgress(page)}
          </div>
          ${linesOf(page, content.lines, page.tiny ? 0 : 3)}
        </div>
      </div>`;
  }

  #renderProgress(page: Page<'figure'>) {
    const { content } = page;
    const { progress, value, unit } = content;
    if (progress === null || value === 0) return nothing;
    const percent = Math.round((100 * progress.value) / value);
    const width = `${Math.min(100, percent)}%`;
    return html`<div data-spare="5">
      <div class="track"><span ${setStyles({ width })}></span></div>
      <p class="progress">
        <span
          >${written(page, 'progress.label', progress.label)}
          ${groupDigits(progress.value)}${spaced(named(page, unit))}</span
        >
        <span>${percent}%</span>
      </p>
    </div>`;
  }
}

/** The least size of the number on a tiny board: a quarter of its height, where it is not too long for that. */
function heroPx({ content, scene: { geometry } }: Page<'figure'>): number {
  const { widthPx, heightPx } = geometry;
  const ems = groupDigits(content.value).length * 0.62 + content.unit.ko.length * 0.45;
  return Math.round(Math.min(0.24 * heightPx, (0.8 * widthPx) / ems));
}

/** Latin units stand apart from their number. */
function spaced(unit: string): string {
  return /^[A-Za-z]/.test(unit) ? `\u00a0${unit}` : unit;
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-figure-slide': PlazaFigureSlide;
  }
}
