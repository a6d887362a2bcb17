import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardReport, ReportKind } from '../../../shared/content/board-report.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { readReportPicture } from '../../../shared/protocol/http/watch.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { addressOf } from '../link/api.ts';
import type { Desk } from '../link/desk.ts';
import { heldView } from './held-view.ts';
import { offsetsOf } from './place-time.ts';

const kindWords: Readonly<Record<ReportKind, string>> = {
  screenshot: '시켜서 찍은 사진',
  crash: '브라우저가 꺼졌습니다',
  hang: '멈춰서 대답하지 않았습니다',
  black: '검은 화면이었습니다',
  white: '흰 화면이었습니다',
  frozen: '그림이 멈춰 있었습니다',
  build: '새 프로그램이 시작하지 못했습니다',
};
const SHOWN = 6;

/** Pictures of the glass that a board sent, and its faults: `<console-reports .desk .view>`. */
@customElement('console-reports')
export class ConsoleReports extends LitElement {
  static override styles = [
    look,
    css`
      ul {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
      }

      li {
        align-content: start;
        display: grid;
        gap: 4px;
      }

      img,
      .none {
        aspect-ratio: var(--shape);
        background: #0b0e14;
        border-radius: 8px;
        display: block;
        object-fit: contain;
        width: 100%;
      }

      .none {
        color: #b9bfca;
        display: grid;
        place-content: center;
      }

      summary {
        cursor: pointer;
        font-weight: 600;
        min-height: 44px;
        padding-top: 10px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: ScreenView;
  protected readonly watch = new Watch(this, () => [this.#reports()]);

  protected override willUpdate() {
    const { widthPx, heightPx } = this.view.screen;
    this.style.setProperty('--shape', `${widthPx} / ${heightPx}`);
  }

  protected override render() {
    return heldView(this.#reports(), (reports) => {
      const shots = reports.filter(({ kind }) => kind === 'screenshot');
      const faults = reports.filter(({ kind }) => kind !== 'screenshot');
      return html`<section class="card pad stack" aria-labelledby="title">
        <h2 id="title">게시대가 보낸 사진</h2>
        ${
          shots.length === 0
            ? html`<p class="soft">
                아직 없습니다. ‘지금 사진 찍기’를 누르면 정말로 보이는 것이 여기에 옵니다.
              </p>`
            : this.#renderList(shots)
        }
        <h2>고장</h2>
        ${
          faults.length === 0
            ? html`<p class="soft">최근 60일 동안 없습니다.</p>`
            : this.#renderList(faults)
        }
      </section>`;
    });
  }

  #renderList(reports: readonly BoardReport[]) {
    const [newest, ...others] = [reports.slice(0, SHOWN), reports.slice(SHOWN)];
    const rest = others.flat();
    return html`<ul>
        ${newest.map((report) => this.#renderOne(report))}
      </ul>
      ${
        rest.length === 0
          ? nothing
          : html`<details>
              <summary>이전 것 ${rest.length}개 더 보기</summary>
              <ul>
                ${rest.map((report) => this.#renderOne(report))}
              </ul>
            </details>`
      }`;
  }

  #renderOne(report: BoardReport) {
    const { id, screenId, kind, at, message, picture } = report;
    const when = longDateTime(offsetsOf(this.desk, screenId), at);
    const path = addressOf(readReportPicture.path, { screenId, reportId: id }, undefined);
    return html`<li>
      ${
        picture
          ? html`<a href=${path} target="_blank" rel="noreferrer"
              ><img src=${path} alt="${when}에 찍은 ${this.view.screen.name}" loading="lazy"
            /></a>`
          : html`<p class="none">사진 없음</p>`
      }
      ${kind === 'screenshot' ? nothing : html`<strong>${kindWords[kind]}</strong>`}
      <span class="soft small figures">${when}</span>
      ${message ? html`<span class="soft small" lang="en">${message}</span>` : nothing}
    </li>`;
  }

  #reports() {
    return this.desk.reports(this.view.screen.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-reports': ConsoleReports;
  }
}
