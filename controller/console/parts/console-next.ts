import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { titleOf } from '../../../shared/content/slide.ts';
import { clockSeconds } from '../../../shared/korean-date.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import { span } from '../app/words.ts';

const SHOWN = 5;

/** The next slots of a board: `<console-next .manifest .slots .at>`; `slots` is the whole day's plan. */
@customElement('console-next')
export class ConsoleNext extends LitElement {
  static override styles = [
    look,
    css`
      h2,
      .foot {
        padding: 14px 18px;
      }

      li {
        align-items: center;
        display: grid;
        gap: 14px;
        grid-template-columns: 72px 6px minmax(0, 1fr) auto;
        min-height: 62px;
        padding: 8px 18px;
      }

      .foot a {
        align-items: center;
        display: inline-flex;
        min-height: 44px;
      }

      @media (width < 900px) {
        h2,
        .foot,
        li:nth-child(n + 3) {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) manifest!: Manifest;
  @property({ attribute: false }) slots: readonly Slot[] = [];
  @property({ type: Number }) at: EpochMs = 0;
  @property() screenId = '';

  protected override render() {
    const next = this.slots.filter(({ startMs }) => startMs > this.at).slice(0, SHOWN);
    return html`<section class="card list" aria-label="다음 차례">
      <h2>다음 차례</h2>
      ${
        next.length === 0
          ? html`<p class="pad soft">오늘은 더 이상 차례가 없습니다.</p>`
          : html`<ol class="list">
              ${next.map((slot) => this.#renderSlot(slot))}
            </ol>`
      }
      <p class="foot"><a href="#/plan/${this.screenId}">오늘 편성표 보기 →</a></p>
    </section>`;
  }

  #renderSlot(slot: Slot) {
    const slide = this.manifest.slides.find(({ id }) => id === slot.slideId);
    const organization = this.manifest.organizations.find(({ id }) => id === slot.organizationId);
    const nth = this.slots.filter(
      ({ slideId, startMs }) => slideId === slot.slideId && startMs <= slot.startMs,
    ).length;
    return html`<li>
      <time class="figures">${clockSeconds(this.manifest.calendar.offsets, slot.startMs)}</time>
      <span class="bar" ${setStyles({ '--organization': organization?.accent })}></span>
      <span>
        <strong>${slide ? titleOf(slide.content) : '지워진 슬라이드'}</strong><br />
        <span class="soft small">${organization?.name.ko ?? '기본 화면'} · 오늘 ${nth}번째</span>
      </span>
      <span class="soft figures">${span(slot.endMs - slot.startMs)}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-next': ConsoleNext;
  }
}
