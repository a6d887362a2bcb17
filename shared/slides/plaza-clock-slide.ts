import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { clockTime, shortDate } from '../korean-date.ts';
import { dateAt, minuteAt } from '../time.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, second } from './slide-parts.ts';
import { viaduct } from './viaduct.ts';

/** The time in the plaza, where nothing is booked: `<plaza-clock-slide .slide .content .scene>`. */
@customElement('plaza-clock-slide')
export class PlazaClockSlide extends SlideElement<'clock'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .viaduct {
        position: absolute;
        inset: 0 0 0 38%;
        width: 62%;
        height: 100%;
        --fade: linear-gradient(to right, var(--ink) 0, rgb(11 14 20 / 0) 45%);
      }

      .viaduct::after {
        position: absolute;
        inset: 0;
        background: var(--fade);
        content: '';
      }

      svg {
        display: block;
        width: 100%;
        height: 100%;
      }

      .words {
        right: 44%;
      }

      @container (max-aspect-ratio: 1.2) {
        .viaduct {
          inset: 46% 0 0;
          width: 100%;
          height: 54%;
          --fade: linear-gradient(to bottom, var(--ink) 0, rgb(11 14 20 / 0) 40%);
        }

        .words {
          right: var(--margin);
          bottom: 52%;
        }
      }

      @container (max-width: 480px) and (max-height: 480px) {
        .viaduct {
          display: none;
        }

        .words {
          right: var(--margin);
        }
      }

      .half {
        color: var(--accent);
        font-size: calc(var(--body) * 1.1);
        font-weight: 700;
      }

      .title {
        font-size: calc(var(--title) * 1.7);
        line-height: 1.15;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.045em;
        white-space: nowrap;
      }

      .date {
        font-size: calc(var(--body) * 1.1);
        font-weight: 600;
      }

      .house {
        margin-top: 0.5em;
        color: var(--dim);
        font-size: calc(max(var(--body) * 0.8, var(--least)));
      }
    `,
  ];

  protected override renderGround() {
    return html`<div class="viaduct">${viaduct()}</div>`;
  }

  protected override renderWords(page: Page<'clock'>) {
    const { offsets } = page.scene.calendar;
    const [half = '', time = ''] = clockTime(minuteAt(offsets, page.scene.at)).split(' ');
    return html`${byline(page, null)}
      <div class="main">
        <p class="half">${half}</p>
        <h1 class="title"><time>${time}</time></h1>
        <p class="date">${shortDate(dateAt(offsets, page.scene.at))}</p>
        <p class="house" data-field="title" lang="ko" data-spare="3">${page.content.title.ko}</p>
        ${second(page, page.content.title)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-clock-slide': PlazaClockSlide;
  }
}
