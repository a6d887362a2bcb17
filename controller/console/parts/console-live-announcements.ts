import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isLiveAt } from '../../../shared/content/announcement.ts';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import type { AnnouncementView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { levelNames, span } from '../app/words.ts';
import { Watch } from '../app/watch.ts';
import './console-clear.ts';
import { receiptsOf } from './receipts.ts';
import type { Desk } from '../link/desk.ts';

/** Announcements that are on now, with their receipts and 해제: `<console-live-announcements .desk .me which="emergency">`. */
@customElement('console-live-announcements')
export class ConsoleLiveAnnouncements extends LitElement {
  static override styles = [
    look,
    css`
      h2 {
        padding: 14px 18px;
      }

      li {
        display: grid;
        gap: 8px;
        padding: 14px 18px;
      }

      .emergency {
        border-left: 6px solid var(--alarm);
      }

      .important {
        border-left: 6px solid var(--accent-bar);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ type: Number }) at = 0;
  /** Emergencies, or all the others. */
  @property() which: 'emergency' | 'other' = 'other';
  protected readonly watch = new Watch(this, () => [this.desk.announcements, this.desk.receipts]);

  protected override render() {
    const live = this.#live();
    if (live.length === 0) return nothing;
    return html`<section class="card list" aria-labelledby="title">
      <h2 id="title">지금 나가는 ${this.which === 'emergency' ? '긴급' : '공지'} ${live.length}</h2>
      <ul class="list">
        ${live.map((view) => this.#renderOne(view))}
      </ul>
    </section>`;
  }

  protected override updated() {
    this.hidden = this.#live().length === 0;
  }

  #live(): readonly AnnouncementView[] {
    return (this.desk.announcements.value ?? []).filter(
      ({ announcement }) =>
        isLiveAt(announcement, this.desk.now()) &&
        (announcement.level === 'emergency') === (this.which === 'emergency'),
    );
  }

  #renderOne(view: AnnouncementView) {
    const { announcement } = view;
    const left = span(announcement.expiresAt - this.desk.now());
    return html`<li class=${announcement.level}>
      <div class="row between">
        <div>
          <span class="badge ${announcement.level === 'emergency' ? 'bad' : 'warn'}"
            >${levelNames[announcement.level]}${announcement.drill ? ' · 훈련' : ''}</span
          >
          <strong>${announcement.title}</strong>
        </div>
        ${
          mayDoSomewhere(this.me, 'announcement.send')
            ? html`<console-clear .desk=${this.desk} .announcement=${announcement}></console-clear>`
            : nothing
        }
      </div>
      <p class="soft small figures">${receiptsOf(this.desk, view)} · ${left} 남음</p>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-live-announcements': ConsoleLiveAnnouncements;
  }
}
