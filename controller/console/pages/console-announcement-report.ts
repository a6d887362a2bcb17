import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { otherLanguages } from '../../../shared/content/announcement.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { fontsReady } from '../../../shared/slides/fonts.ts';
import {
  readAnnouncementReport,
  type AnnouncementReport,
} from '../../../shared/protocol/http/announcement-report.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { csvOf } from '../parts/csv.ts';
import { heldView } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { paintedWords, reportLines, reportRows, shownWords } from '../parts/report-words.ts';

/** 송출 보고서, for the file and for paper: `<console-announcement-report .desk .announcementId>`. */
@customElement('console-announcement-report')
export class ConsoleAnnouncementReport extends LitElement {
  static override styles = [
    look,
    css`
      dl {
        display: grid;
        gap: 8px 20px;
        grid-template-columns: max-content minmax(0, 1fr);
      }

      dt {
        color: var(--soft);
      }

      blockquote {
        border-left: 4px solid var(--edge);
        margin: 0;
        padding: 4px 0 4px 14px;
      }

      .table {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        width: 100%;
      }

      th,
      td {
        border-bottom: 1px solid var(--line);
        padding: 8px 10px 8px 0;
        text-align: start;
        vertical-align: top;
      }

      th {
        font-weight: 700;
      }

      @media print {
        .buttons {
          display: none;
        }

        .card {
          border: 0;
          padding-inline: 0;
        }

        tr {
          break-inside: avoid;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() announcementId = '';
  #report: Resource<AnnouncementReport> | undefined;
  #reportOf = '';
  protected readonly watch = new Watch(this, () => [
    this.desk.screens,
    ...(this.#report ? [this.#report] : []),
  ]);

  protected override willUpdate() {
    if (this.#reportOf === this.announcementId) return;
    this.#reportOf = this.announcementId;
    const params = { announcementId: this.announcementId };
    this.#report = new Resource(() => this.desk.api.call(readAnnouncementReport, { params }));
    // Watched from the next update on.
    this.requestUpdate();
  }

  protected override render() {
    return html`<div class="stack">
      <h1>송출 보고서</h1>
      ${this.#report ? heldView(this.#report, (report) => this.#renderReport(report)) : nothing}
    </div>`;
  }

  #renderReport(report: AnnouncementReport) {
    const offsets = offsetsOf(this.desk);
    return html`<div class="row buttons">
        <button class="main" @click=${() => print()}>인쇄</button>
        <button @click=${() => this.#onDownload(report)}>표로 내려받기(CSV)</button>
        <a class="button" href="#/announcements">공지 목록으로</a>
      </div>
      <section class="card pad stack">
        ${this.#renderText(report)}
        <dl>
          ${reportLines(report, offsets).map(
            ({ label, words }) =>
              html`<dt>${label}</dt>
                <dd class="figures">${words}</dd>`,
          )}
        </dl>
      </section>
      <section class="card pad stack">
        <h2>화면마다</h2>
        ${this.#renderBoards(report)}
        <p class="small soft figures">
          ${longDateTime(offsets, report.at)}에 만든 보고서입니다. 표출은 화면이 그림을 그렸다고
          스스로 알린 때입니다.
        </p>
      </section>`;
  }

  /** Word for word. */
  #renderText({ announcement }: AnnouncementReport) {
    const { title, body, translations, corrects } = announcement;
    return html`<h2>${corrects === null ? '' : '정정 · '}${title}</h2>
      ${body === null ? nothing : html`<blockquote>${body}</blockquote>`}
      ${otherLanguages.map((language) => {
        const own = translations?.[language];
        if (!own) return nothing;
        void fontsReady(`${own.title}${own.body ?? ''}`, language);
        return html`<blockquote lang=${language}>
          ${own.title}${own.body === null ? nothing : html`<br />${own.body}`}
        </blockquote>`;
      })}`;
  }

  #renderBoards(report: AnnouncementReport) {
    return html`<div class="table" tabindex="0" role="group" aria-label="화면마다 표">
      <table>
        <thead>
          <tr>
            <th scope="col">화면</th>
            <th scope="col">처음 표출</th>
            <th scope="col">나가 있던 시간</th>
          </tr>
        </thead>
        <tbody class="figures">
          ${report.boards.map(
            (board) =>
              html`<tr>
                <td>${board.name}</td>
                <td class=${board.paintedAt === null ? 'bad' : ''}>
                  ${paintedWords(board, offsetsOf(this.desk))}
                </td>
                <td>${shownWords(board, report)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #onDownload(report: AnnouncementReport): void {
    const table = csvOf(reportRows(report, offsetsOf(this.desk)));
    const url = URL.createObjectURL(new Blob([table], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `송출-보고서-${report.announcement.id}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-announcement-report': ConsoleAnnouncementReport;
  }
}
