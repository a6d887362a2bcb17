import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { titleOf } from '../../../shared/content/slide.ts';
import type { WithdrawalReport } from '../../../shared/protocol/http/approvals.ts';
import { clockTime, longDate, longDateTime } from '../../../shared/korean-date.ts';
import { minuteAt, type EpochMs } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { heldView } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { withArrived, withdrawnWords, type WithdrawnScreen } from '../parts/withdrawal-words.ts';

/** [V30] What was taken off the boards, and how it had been shown, to be printed: `<console-withdrawal .desk .slideId>`. */
@customElement('console-withdrawal')
export class ConsoleWithdrawal extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        margin-inline: auto;
        max-width: 860px;
      }

      .scroll {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        width: 100%;
      }

      caption {
        font-weight: 700;
        padding-bottom: 6px;
        text-align: start;
      }

      th,
      td {
        border-bottom: 1px solid var(--line);
        padding: 8px 12px 8px 0;
        text-align: start;
        vertical-align: top;
        word-break: keep-all;
        overflow-wrap: break-word;
      }

      .number {
        text-align: end;
      }

      .number:last-child {
        padding-inline-end: 0;
      }

      th .soft {
        display: block;
        font-weight: 400;
      }

      @media print {
        button,
        a.button {
          display: none;
        }

        .card {
          border: 0;
          padding: 0;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() slideId = '';
  protected readonly watch = new Watch(this, () => [
    this.desk.withdrawals(this.slideId),
    ...[this.desk.slides, this.desk.screens, this.desk.receipts],
  ]);

  protected override render() {
    return heldView(this.desk.withdrawals(this.slideId), (reports) =>
      reports.length === 0 ? this.#renderEmpty() : this.#renderReports(reports),
    );
  }

  #renderEmpty() {
    return html`<div class="card empty">
      <h1>게시를 중단한 적이 없습니다</h1>
      <a class="button" href="#/slides/${this.slideId}">슬라이드로 가기</a>
    </div>`;
  }

  #renderReports(reports: readonly WithdrawalReport[]) {
    const view = this.desk.slides.value?.find(({ slide }) => slide.id === this.slideId);
    const title = view ? titleOf(view.latest.content) : '';
    return html`<div class="stack">
      <div class="row between">
        <h1>게시 중단 보고서</h1>
        <button @click=${() => print()}>인쇄</button>
      </div>
      <p>
        ‘${title}’ ·
        <a href="#/slides/${this.slideId}">슬라이드로 가기</a>
      </p>
      ${reports.map((report, index) => this.#renderReport(report, index === 0))}
    </div>`;
  }

  #renderReport(report: WithdrawalReport, isNewest: boolean) {
    const { withdrawal, shown } = report;
    const screens = isNewest ? withArrived(report, this.desk.receipts.value) : report.screens;
    const when = longDateTime(offsetsOf(this.desk), withdrawal.at);
    return html`<section class="card pad stack" aria-label="${when} 게시 중단">
      <h2>${when}</h2>
      <p>${withdrawal.actor} 님이 게시를 중단했습니다.</p>
      <p><strong class="figures">${withdrawnWords(screens)}</strong></p>
      ${screens.length > 0 ? this.#renderScreens(screens) : nothing} ${this.#renderShown(shown)}
    </section>`;
  }

  #renderScreens(screens: readonly WithdrawnScreen[]) {
    return html`<div class="scroll">
      <table>
        <caption>
          내린 화면
        </caption>
        <thead>
          <tr>
            <th scope="col">화면</th>
            <th scope="col">사라진 때</th>
            <th scope="col" class="number">걸린 시간</th>
          </tr>
        </thead>
        <tbody>
          ${screens.map(
            ({ screenId, confirmedAt, latencyMs }) =>
              html`<tr>
                <th scope="row">${this.#nameOf(screenId)}</th>
                <td>
                  ${confirmedAt === null ? '아직 확인하지 못함' : longDateTime(offsetsOf(this.desk), confirmedAt)}
                </td>
                <td class="number figures">
                  ${latencyMs === null ? '–' : `${(latencyMs / 1000).toFixed(1)}초`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderShown(shown: WithdrawalReport['shown']) {
    if (shown.length === 0)
      return html`<p class="soft">그때까지 화면이 알려 온 송출 기록이 없습니다.</p>`;
    const plays = shown.reduce((sum, day) => sum + day.plays, 0);
    return html`<div class="scroll">
        <table>
          <caption>
            그때까지 나간 횟수: 모두 ${plays}번
          </caption>
          <thead>
            <tr>
              <th scope="col">날과 화면</th>
              <th scope="col" class="number">횟수</th>
              <th scope="col" class="number">시간</th>
              <th scope="col" class="number">처음</th>
              <th scope="col" class="number">마지막</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (day) =>
                html`<tr>
                  <th scope="row">
                    ${longDate(day.date)} <span class="soft">${this.#nameOf(day.screenId)}</span>
                  </th>
                  <td class="number figures">${day.plays}</td>
                  <td class="number figures">${span(day.shownMs)}</td>
                  <td class="number figures">${this.#clock(day.firstAt)}</td>
                  <td class="number figures">${this.#clock(day.lastAt)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="soft small">
        화면이 나중에 보내오는 기록이 있으면 횟수가 늘 수 있습니다.
        ${
          shown.some(({ firstAt }) => firstAt === null)
            ? '시각이 –인 날은 화면이 오래 끊겨 있어 횟수만 세어 둔 날입니다.'
            : nothing
        }
      </p>`;
  }

  #clock(at: EpochMs | null): string {
    return at === null ? '–' : clockTime(minuteAt(offsetsOf(this.desk), at));
  }

  #nameOf(screenId: string): string {
    const views = this.desk.screens.value ?? [];
    return views.find(({ screen }) => screen.id === screenId)?.screen.name ?? '없어진 화면';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-withdrawal': ConsoleWithdrawal;
  }
}
