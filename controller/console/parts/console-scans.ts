import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SlideScans } from '../../../shared/protocol/http/scans.ts';
import { dottedDate } from '../../../shared/korean-date.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { addDays, MINUTE_MS } from '../../../shared/time.ts';
import { copyFrom } from '../app/copy-from.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { heldView } from './held-view.ts';
import { readableAddress, scansOf } from './short-address.ts';

const DAYS = 14;

/**
 * The short address of a slide and how often its code was scanned on the last 14 days; nothing for a slide without a
 * short link: `<console-scans .desk .slideId>`.
 */
@customElement('console-scans')
export class ConsoleScans extends LitElement {
  static override styles = [
    look,
    css`
      .card {
        display: grid;
        gap: 16px 32px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
      }

      h2 {
        grid-column: 1 / -1;
      }

      .address {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        margin: 4px 0 10px;
      }

      .address input {
        flex: 1 1 290px;
      }

      li {
        align-items: center;
        display: grid;
        gap: 12px;
        grid-template-columns: 76px minmax(0, 1fr) 52px;
        line-height: 26px;
      }

      .track {
        background: var(--raised);
        border-radius: 4px;
        height: 10px;
        overflow: hidden;
      }

      .track span {
        background: var(--accent-bar);
        border-radius: 4px;
        display: block;
        height: 100%;
      }

      .count {
        text-align: end;
      }

      .none {
        color: var(--soft);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() slideId = '';
  @query('input') private address!: HTMLInputElement;
  #readAt = 0;
  protected readonly tick = new Tick(this, MINUTE_MS);
  protected readonly watch = new Watch(this, () => {
    const scans = scansOf(this.desk, this.slideId);
    return [this.desk.slides, ...(scans ? [scans] : [])];
  });

  /** Scans come in without a word. */
  protected override willUpdate() {
    const scans = scansOf(this.desk, this.slideId);
    const now = this.desk.now();
    if (!scans || now - this.#readAt < MINUTE_MS) return;
    this.#readAt = now;
    if (scans.value) scans.invalidate();
  }

  protected override render() {
    const scans = scansOf(this.desk, this.slideId);
    if (!scans) return nothing;
    return html`<section class="card pad" aria-labelledby="title">
      <h2 id="title">QR 코드를 찍은 횟수</h2>
      ${heldView(scans, (value) =>
        value.shortUrl === null
          ? html`<p class="soft">
              바깥에서 열리는 주소가 없어 코드가 링크로 바로 이어집니다. 그래서 찍은 횟수를 셀 수
              없습니다.
            </p>`
          : html`${this.#renderAddress(value.shortUrl)}${this.#renderDays(value)}`,
      )}
    </section>`;
  }

  #renderAddress(shortUrl: string) {
    return html`<div>
      <label for="address"><strong>짧은 주소</strong></label>
      <div class="address">
        <input id="address" readonly .value=${readableAddress(shortUrl)} />
        <button type="button" @click=${() => void copyFrom(this.address)}>링크 복사</button>
      </div>
      <p class="soft small">
        화면의 QR 코드와 같은 곳으로 이어집니다. 전단이나 문자에도 쓸 수 있습니다.
      </p>
      <p class="soft small">날마다 횟수만 셉니다. 누가 찍었는지는 남기지 않습니다.</p>
    </div>`;
  }

  #renderDays({ days, today }: SlideScans) {
    if (days.length === 0) return html`<p class="soft">아직 찍은 사람이 없습니다.</p>`;
    const scansOn = new Map(days.map(({ date, scans }) => [date, scans]));
    const shown = Array.from({ length: DAYS }, (_, index) => {
      const date = addDays(today, -index);
      return { date, scans: scansOn.get(date) ?? 0 };
    });
    const most = Math.max(1, ...shown.map(({ scans }) => scans));
    const total = shown.reduce((sum, { scans }) => sum + scans, 0);
    return html`<div>
      <h3>지난 ${DAYS}일 동안 ${counted(total)}</h3>
      <ol class="figures">
        ${shown.map(
          ({ date, scans }) =>
            html`<li class=${scans === 0 ? 'none' : ''}>
              <span class="small">${date === today ? '오늘' : dottedDate(date)}</span>
              <span class="track"
                ><span ${setStyles({ width: `${(100 * scans) / most}%` })}></span
              ></span>
              <span class="count">${counted(scans)}</span>
            </li>`,
        )}
      </ol>
    </div>`;
  }
}

function counted(scans: number): string {
  return `${scans.toLocaleString('ko-KR')}번`;
}

declare global {
  interface HTMLElementTagNameMap {
    'console-scans': ConsoleScans;
  }
}
