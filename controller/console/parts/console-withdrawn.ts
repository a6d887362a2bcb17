import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import type { WithdrawalReport } from '../../../shared/protocol/http/approvals.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { offsetsOf } from './place-time.ts';
import { withArrived, withdrawnWords } from './withdrawal-words.ts';

/**
 * [V30] How far a withdrawal came, as boards say it, and the earlier ones: `<console-withdrawn .desk .view>`. Nothing
 * for a slide that was never withdrawn.
 */
@customElement('console-withdrawn')
export class ConsoleWithdrawn extends LitElement {
  static override styles = [
    look,
    css`
      .words {
        font-size: 1.125rem;
        font-weight: 700;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: SlideView;
  protected readonly watch = new Watch(this, () => [
    this.desk.withdrawals(this.view.slide.id),
    ...[this.desk.receipts, this.desk.screens, this.desk.states],
  ]);

  protected override render() {
    const [newest, ...older] = this.desk.withdrawals(this.view.slide.id).value ?? [];
    if (!newest) return nothing;
    const isDown = this.view.slide.state === 'withdrawn';
    return html`<section class="card pad stack" aria-label="게시 중단">
      ${isDown ? this.#renderNow(newest) : nothing}
      <p>
        <a href="#/withdrawal/${this.view.slide.id}"
          >게시 중단 보고서${isDown && older.length === 0 ? '' : ` (${1 + older.length}번)`}</a
        >
      </p>
    </section>`;
  }

  #renderNow(report: WithdrawalReport) {
    const screens = withArrived(report, this.desk.receipts.value);
    const missing = screens.filter(({ confirmedAt }) => confirmedAt === null);
    const { at, actor } = report.withdrawal;
    return html`<div role="status" class="note ${missing.length === 0 ? 'good' : 'warn'}">
        <p class="words figures">${withdrawnWords(screens)}</p>
        ${missing.map(({ screenId }) => html`<p>${this.#missingWords(screenId)}</p>`)}
      </div>
      <p class="soft small">
        ${longDateTime(offsetsOf(this.desk), at)}에 ${actor} 님이 게시를 중단했습니다.
      </p>`;
  }

  #missingWords(screenId: string): string {
    const name =
      this.desk.screens.value?.find(({ screen }) => screen.id === screenId)?.screen.name ??
      '없어진 화면';
    return this.desk.states.value.get(screenId)?.connected
      ? `‘${name}’의 확인을 기다립니다.`
      : `‘${name}’은(는) 연결되어 있지 않습니다. 다시 연결되면 바로 내립니다. 급하면 게시대의 전원을 확인해 주십시오.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-withdrawn': ConsoleWithdrawn;
  }
}
