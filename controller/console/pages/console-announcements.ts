import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isLiveAt } from '../../../shared/content/announcement.ts';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { AnnouncementView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { levelNames, span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-clear.ts';
import '../parts/console-releases.ts';
import { heldView } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';
import { receiptsOf } from '../parts/receipts.ts';

/** Announcements that are on and that were: `<console-announcements .desk .me>`. */
@customElement('console-announcements')
export class ConsoleAnnouncements extends LitElement {
  static override styles = [
    look,
    css`
      li {
        display: grid;
        gap: 8px;
        padding: 14px 18px;
      }

      h2 {
        margin-top: 8px;
      }

      .live.emergency {
        border-left: 6px solid var(--alarm);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [
    this.desk.announcements,
    this.desk.receipts,
    this.desk.screens,
  ]);

  protected override render() {
    const maySend = mayDoSomewhere(this.me, 'announcement.send');
    return html`<div class="stack">
      <div class="row between">
        <h1>공지</h1>
        ${
          maySend
            ? html`<div class="row">
                <a class="button main" href="#/announcements/new">공지 쓰기</a>
                <a class="button alarm-line" href="#/announcements/emergency">긴급 송출…</a>
              </div>`
            : nothing
        }
      </div>
      <console-releases .desk=${this.desk} .me=${this.me}></console-releases>
      ${heldView(this.desk.announcements, (views) => this.#renderLists(views, maySend))}
    </div>`;
  }

  #renderLists(views: readonly AnnouncementView[], maySend: boolean) {
    const sorted = [...views].sort((a, b) => b.announcement.sentAt - a.announcement.sentAt);
    const live = sorted.filter((view) => this.#isLive(view));
    const past = sorted.filter((view) => !this.#isLive(view));
    return html`${
      live.length === 0
        ? html`<div class="card empty">
            <h2>지금 나가는 공지가 없습니다</h2>
            ${
              maySend
                ? html`<p class="soft">
                    급하지 않은 소식은 ‘공지’로, 바로 보여야 하면 ‘중요’로 보내십시오.
                  </p>`
                : nothing
            }
          </div>`
        : html`<h2>지금 나가는 공지</h2>
            <ul class="card list">
              ${live.map((view) => this.#renderOne(view, maySend))}
            </ul>`
    }
    ${
      past.length === 0
        ? nothing
        : html`<h2>지난 공지</h2>
            <ul class="card list">
              ${past.map((view) => this.#renderOne(view, maySend))}
            </ul>`
    }`;
  }

  #renderOne(view: AnnouncementView, maySend: boolean) {
    const { announcement } = view;
    const isLive = this.#isLive(view);
    return html`<li class="${announcement.level} ${isLive ? 'live' : ''}">
      <div class="row">
        <span class="badge ${announcement.level === 'emergency' ? 'bad' : 'warn'}"
          >${levelNames[announcement.level]}${announcement.drill ? ' · 훈련' : ''}</span
        >
        ${announcement.corrects ? html`<span class="badge">정정</span>` : nothing}
        <strong>${announcement.title}</strong>
      </div>
      ${announcement.body ? html`<p>${announcement.body}</p>` : nothing}
      <p class="soft small figures">
        ${announcement.source} · ${longDateTime(offsetsOf(this.desk), announcement.sentAt)} 보냄 ·
        ${this.#endWords(view)}
      </p>
      ${
        announcement.level === 'notice' && announcement.slideId
          ? html`<p class="small">
              <a href="#/slides/${announcement.slideId}">슬라이드로 나가는 모습 보기</a>
            </p>`
          : nothing
      }
      <div class="row between">
        <p class="figures" role="status">${receiptsOf(this.desk, view)}</p>
        <div class="row">
          ${
            maySend
              ? html`<a
                  class="button"
                  href="#/announcements/${announcement.id}/report"
                  aria-label="${announcement.title} 송출 보고서"
                  >보고서</a
                >`
              : nothing
          }
          ${isLive && maySend ? this.#renderButtons(view) : nothing}
        </div>
      </div>
    </li>`;
  }

  #renderButtons(view: AnnouncementView) {
    const { title, id } = view.announcement;
    return html`<a class="button" href="#/announcements/${id}" aria-label="${title} 정정하기"
        >정정…</a
      >
      <console-clear .desk=${this.desk} .announcement=${view.announcement}></console-clear>`;
  }

  #isLive({ announcement }: AnnouncementView): boolean {
    return isLiveAt(announcement, this.desk.now());
  }

  #endWords({ announcement }: AnnouncementView): string {
    if (announcement.clearedAt !== null)
      return `${longDateTime(offsetsOf(this.desk), announcement.clearedAt)} 해제`;
    const leftMs = announcement.expiresAt - this.desk.now();
    return leftMs > 0 ? `${span(leftMs)} 남음` : '기한이 지나 끝남';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-announcements': ConsoleAnnouncements;
  }
}
