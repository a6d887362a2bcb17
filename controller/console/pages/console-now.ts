import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { standingOf } from '../parts/board-view.ts';
import { heldView } from '../parts/held-view.ts';
import '../parts/console-board.ts';
import '../parts/console-ending.ts';
import '../parts/console-live-announcements.ts';
import '../parts/console-open-troubles.ts';
import '../parts/console-review-notes.ts';
import '../parts/console-releases.ts';
import '../parts/console-shortfall.ts';
import '../parts/console-unapproved.ts';
import '../parts/console-waiting.ts';

/** What is on the boards now, what comes next, is anything wrong: `<console-now .desk .me>`. */
@customElement('console-now')
export class ConsoleNow extends LitElement {
  static override styles = [
    look,
    css`
      .boards {
        display: flex;
        gap: 8px;
        overflow-x: auto;
        padding: 3px;
        /* What is hidden in its buttons scrolls with them, and does not widen the page. */
        position: relative;
      }

      .boards button {
        flex: none;
      }

      .boards [aria-pressed='true'] {
        background: var(--main);
        border-color: var(--main);
        color: var(--on-main);
      }

      .dot {
        background: currentcolor;
        border-radius: 50%;
        height: 10px;
        width: 10px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private chosenId = '';
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [this.desk.screens, this.desk.states]);

  protected override render() {
    return heldView(this.desk.screens, (views) => this.#renderScreens(views));
  }

  #renderScreens(views: readonly ScreenView[]) {
    const chosen = views.find(({ screen }) => screen.id === this.chosenId) ?? views[0];
    if (!chosen)
      return html`<div class="card empty">
        <h1>아직 화면이 없습니다</h1>
        <p class="soft">전자게시대를 먼저 등록하면 여기서 지금 모습을 보실 수 있습니다.</p>
        <a class="button main" href="#/screens/new">화면 등록하기</a>
      </div>`;
    return html`<div class="stack">
      <console-review-notes .desk=${this.desk}></console-review-notes>
      <console-unapproved .desk=${this.desk} .me=${this.me}></console-unapproved>
      <console-releases .desk=${this.desk} .me=${this.me}></console-releases>
      <console-live-announcements
        which="emergency"
        .desk=${this.desk}
        .me=${this.me}
        .at=${this.desk.now()}
      ></console-live-announcements>
      <console-open-troubles
        .desk=${this.desk}
        .shownId=${chosen.screen.id}
      ></console-open-troubles>
      <console-shortfall .desk=${this.desk}></console-shortfall>
      ${views.length > 1 ? this.#renderChoice(views, chosen) : nothing}
      <console-board .desk=${this.desk} .me=${this.me} .view=${chosen}>
        <console-live-announcements
          slot="aside"
          .desk=${this.desk}
          .me=${this.me}
          .at=${this.desk.now()}
        ></console-live-announcements>
        <console-ending slot="aside" short .desk=${this.desk} .me=${this.me}></console-ending>
        <console-waiting slot="aside" .desk=${this.desk} .me=${this.me}></console-waiting>
      </console-board>
    </div>`;
  }

  #renderChoice(views: readonly ScreenView[], chosen: ScreenView) {
    return html`<div class="boards" role="group" aria-label="화면 고르기">
      ${views.map((view) => {
        const { tone, words } = this.#standing(view);
        return html`<button
          aria-pressed=${view === chosen ? 'true' : 'false'}
          @click=${() => (this.chosenId = view.screen.id)}
        >
          <span class="dot ${view === chosen ? '' : tone}"></span>${view.screen.name}<span
            class="hidden"
            >, ${words}</span
          >
        </button>`;
      })}
    </div>`;
  }

  /** Without its manifest: whether the board is there at all. */
  #standing(view: ScreenView) {
    return standingOf({
      view,
      state: this.desk.states.value.get(view.screen.id),
      manifest: undefined,
      announcements: [],
      at: this.desk.now(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-now': ConsoleNow;
  }
}
