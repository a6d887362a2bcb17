import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import type { HourShare } from './hour-shares.ts';

/** This hour's shares as a bar and in words: `<console-hour .hour=${15} .shares=${shares}>`. */
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

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 22px;
      }

      li {
        align-items: center;
        display: flex;
        gap: 8px;
      }

      i {
        background: var(--organization);
        border-radius: 3px;
        height: 12px;
        width: 12px;
      }
    `,
  ];
  @property({ type: Number }) hour = 0;
  @property({ attribute: false }) shares: readonly HourShare[] = [];

  protected override render() {
    const short = this.shares.filter(({ isShort }) => isShort);
    return html`<section class="card pad" aria-labelledby="title">
      <div class="row between">
        <h2 id="title">이번 시간(${this.hour}시) 나눔</h2>
        ${
          this.shares.length === 0
            ? nothing
            : html`<p class=${short.length === 0 ? 'soft' : 'bad'}>
                ${
                  short.length === 0
                    ? '약속한 만큼 모두 지키는 중'
                    : `${short.map(({ organization }) => organization.name.ko).join(', ')} 몫이 모자랍니다`
                }
              </p>`
        }
      </div>
      ${
        this.shares.length === 0
          ? html`<p class="soft">이 시간에는 송출이 없습니다.</p>`
          : this.#renderBar()
      }
    </section>`;
  }

  #renderBar() {
    return html`<div class="shares" aria-hidden="true">
        ${this.shares.map(
          ({ organization, ms }) =>
            html`<div
              ${setStyles({ 'flex-grow': `${ms}`, '--organization': organization.accent })}
            ></div>`,
        )}
      </div>
      <ul class="soft small figures">
        ${this.shares.map(
          ({ organization, percent }) =>
            html`<li ${setStyles({ '--organization': organization.accent })}>
              <i></i>${organization.name.ko} ${percent}% (약속 ${organization.sharePercent}%)
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-hour': ConsoleHour;
  }
}
