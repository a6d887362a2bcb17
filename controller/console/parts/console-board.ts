import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { minuteAt, type EpochMs } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { ago } from '../app/words.ts';
import type { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { isOffline, planDateOf, planOf, standingOf } from './board-view.ts';
import { hourAt, hourShares, overviewOf } from './hour-shares.ts';
import './console-board-actions.ts';
import './console-board-picture.ts';
import './console-hour.ts';
import './console-next.ts';

/** One board now, its next slots and its hour: `<console-board .desk .me .view>`; `aside` goes below the next slots. */
@customElement('console-board')
export class ConsoleBoard extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }

      .side,
      .center {
        align-content: start;
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }

      .standing {
        align-items: baseline;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
      }

      .standing strong::before {
        background: currentcolor;
        border-radius: 50%;
        content: '';
        display: inline-block;
        height: 12px;
        margin-right: 6px;
        width: 12px;
      }

      .detail {
        flex-basis: 100%;
      }

      .then {
        align-items: center;
        display: inline-flex;
        min-height: 44px;
      }

      .shares {
        order: 1;
      }

      @media (width < 900px) {
        .center {
          display: contents;
        }

        .actions {
          order: 1;
        }

        .shares {
          order: 2;
        }
      }

      @media (width >= 900px) {
        :host {
          gap: 24px;
          grid-template-columns: minmax(0, 13fr) minmax(0, 7fr);
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: ScreenView;
  protected readonly tick = new Tick(this, 1000);
  protected readonly watch = new Watch(this, () => [
    this.desk.states,
    this.desk.announcements,
    this.#manifest(),
    ...this.#planOfRecord(),
  ]);

  protected override render() {
    const at = this.desk.now();
    const manifest = this.#manifest().value;
    return html`<div class="center">
        ${this.#renderNow(manifest, at)}
        <console-board-actions
          class="actions"
          .desk=${this.desk}
          .me=${this.me}
          .view=${this.view}
        ></console-board-actions>
        ${manifest ? this.#renderHour(manifest, at) : nothing}
      </div>
      <div class="side">
        ${
          manifest
            ? html`<console-next
                .manifest=${manifest}
                .slots=${this.#slots(manifest, at)}
                .at=${at}
                .screenId=${this.view.screen.id}
              ></console-next>`
            : nothing
        }
        <slot name="aside"></slot>
      </div>`;
  }

  #renderNow(manifest: Manifest | undefined, at: EpochMs) {
    const state = this.desk.states.value.get(this.view.screen.id);
    const views = this.desk.announcements.value ?? [];
    const announcements = views.map(({ announcement }) => announcement);
    const input = { view: this.view, state, manifest, announcements, at };
    const { tone, words, detail } = standingOf(input);
    return html`<section class="stack" aria-labelledby="title">
      <div class="standing">
        <h1 id="title">${this.view.screen.name}</h1>
        <strong class=${tone}>${words}</strong>
        ${
          state?.heardAt == null
            ? nothing
            : html`<span class="soft figures">${ago(at - state.heardAt)} 확인</span>`
        }
        ${detail ? html`<p class="detail ${tone}">${detail}</p>` : nothing}
      </div>
      <console-board-picture
        .screen=${this.view.screen}
        .manifest=${manifest}
        .glass=${state?.beat?.glass ?? null}
        .announcements=${announcements}
        .pictures=${this.desk.pictures}
        .at=${at}
        .stale=${state !== undefined && isOffline(state, at)}
      ></console-board-picture>
      <p><a class="then" href="#/moment/${this.view.screen.id}">그 순간 보기 →</a></p>
    </section>`;
  }

  #renderHour(manifest: Manifest, at: EpochMs) {
    const { calendar, organizations } = manifest;
    const date = planDateOf(calendar, at);
    const hour = hourAt(overviewOf(manifest, this.#slots(manifest, at), { date, now: at }), at);
    return html`<console-hour
      class="shares"
      heading="이번 시간(${Math.floor(minuteAt(calendar.offsets, at) / 60)}시) 나눔"
      .shares=${hourShares(hour, organizations)}
      .houseMs=${hour?.houseMs ?? 0}
    ></console-hour>`;
  }

  /** The whole day as it was planned; until that was read, what the manifest still plans. */
  #slots(manifest: Manifest, at: EpochMs): readonly Slot[] {
    const [record] = this.#planOfRecord();
    return record?.value ?? planOf(manifest, planDateOf(manifest.calendar, at));
  }

  #manifest(): Resource<Manifest> {
    return this.desk.manifest(this.view.screen.id);
  }

  #planOfRecord(): Resource<readonly Slot[]>[] {
    const manifest = this.#manifest().value;
    if (!manifest) return [];
    const date = planDateOf(manifest.calendar, this.desk.now());
    return [this.desk.plan(this.view.screen.id, date)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-board': ConsoleBoard;
  }
}
