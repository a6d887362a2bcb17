import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import { span } from '../app/words.ts';
import type { HourShare } from './hour-shares.ts';

/** An hour's shares as a bar and in words: `<console-hour heading="15시 나눔" .shares .houseMs>`. */
@customElement('console-hour')
export class ConsoleHour extends LitElement {
  static override styles = [
    look,
    css`
      .shares {
        background: var(--line);
        border-radius: 6px;
        display: flex;
        gap: 2px;
        height: 18px;
        margin: 12px 0 10px;
        overflow: hidden;
      }

      .shares div {
        background: var(--organization);
        min-width: 0;
      }

      .shares .house,
      i.house {
        background: repeating-linear-gradient(135deg, var(--edge) 0 2px, transparent 2px 6px);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 22px;
      }

      li {
        align-items: baseline;
        display: flex;
        gap: 8px;
      }

      li strong {
        color: var(--ink);
      }

      i {
        background: var(--organization);
        border-radius: 3px;
        flex: none;
        height: 12px;
        width: 12px;
      }
    `,
  ];
  @property() heading = '';
  @property({ attribute: false }) shares: readonly HourShare[] = [];
  /** What of the hour nobody booked, milliseconds. */
  @property({ type: Number }) houseMs = 0;
  /** Also the minutes that each gets and was promised. */
  @property({ type: Boolean }) detailed = false;

  protected override render() {
    return html`<section class="card pad" aria-labelledby="title">
      <div class="row between">
        <h2 id="title">${this.heading}</h2>
        ${this.#renderStanding()}
      </div>
      ${
        this.shares.length === 0
          ? html`<p class="soft">이 시간에는 송출이 없습니다.</p>`
          : this.#renderBar()
      }
      <slot></slot>
    </section>`;
  }

  #renderStanding() {
    const judged = this.shares.filter(({ isKept }) => isKept !== null);
    const short = judged.filter(({ isKept }) => isKept === false);
    if (judged.length === 0) return nothing;
    if (short.length === 0) return html`<p class="soft">약속한 만큼 모두 지키는 중</p>`;
    const names = short.map(({ organization }) => organization.name.ko).join(', ');
    return html`<p class="bad">${names} 몫이 모자랍니다</p>`;
  }

  #renderBar() {
    return html`<div class="shares" aria-hidden="true">
        ${this.shares.map(
          ({ organization, ms }) =>
            html`<div
              ${setStyles({ 'flex-grow': `${ms}`, '--organization': organization.accent })}
            ></div>`,
        )}
        <div class="house" ${setStyles({ 'flex-grow': `${this.houseMs}` })}></div>
      </div>
      <ul class="soft small figures">
        ${this.shares.map((share) => this.#renderShare(share))}
        ${
          this.detailed && this.houseMs > 0
            ? html`<li><i class="house"></i><span>비는 시간 ${span(this.houseMs)}</span></li>`
            : nothing
        }
      </ul>`;
  }

  #renderShare(share: HourShare) {
    const { organization, percent, ms, dueMs } = share;
    const promised = `약속 ${organization.sharePercent}%`;
    const words = this.detailed
      ? html`<strong>${span(ms)}</strong> · ${percent}%
          (${promised}${dueMs === null || dueMs === 0 ? nothing : `, ${span(dueMs)}`})`
      : `${percent}% (${promised})`;
    return html`<li ${setStyles({ '--organization': organization.accent })}>
      <i></i><span>${organization.name.ko} ${words}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-hour': ConsoleHour;
  }
}
