import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { ago } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { healthOf } from '../parts/board-health.ts';
import '../parts/console-alerts.ts';
import '../parts/console-troubles.ts';
import { heldView } from '../parts/held-view.ts';

/** All boards and how they are: `<console-screens .desk .me>`. */
@customElement('console-screens')
export class ConsoleScreens extends LitElement {
  static override styles = [
    look,
    css`
      a.screen {
        color: inherit;
        display: grid;
        font-weight: 400;
        gap: 4px 16px;
        grid-template-columns: 1fr auto;
        min-height: 72px;
        padding: 14px 18px;
        text-decoration: none;
      }

      a.screen > :not(strong) {
        grid-column: 1 / -1;
      }

      .word {
        align-items: center;
        display: inline-flex;
        gap: 6px;
      }

      .word::before {
        background: currentcolor;
        border-radius: 50%;
        content: '';
        height: 12px;
        width: 12px;
      }

      .what {
        display: grid;
      }

      a.screen:hover {
        background: var(--raised);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [
    ...[this.desk.screens, this.desk.states, this.desk.troubles],
  ]);

  protected override render() {
    const mayWrite = mayDoSomewhere(this.me, 'screen.write');
    return html`<div class="stack">
      <div class="row between">
        <h1>화면</h1>
        <div class="row">
          ${
            mayDoSomewhere(this.me, 'organization.write')
              ? html`<a class="button" href="#/shares">시간 배분</a>`
              : nothing
          }
          ${
            mayDoSomewhere(this.me, 'audit.read')
              ? html`<a class="button" href="#/audit">감사 기록</a>`
              : nothing
          }
          ${
            mayWrite ? html`<a class="button main" href="#/screens/new">화면 등록하기</a>` : nothing
          }
        </div>
      </div>
      ${heldView(this.desk.screens, (views) =>
        views.length === 0
          ? html`<div class="card empty">
              <h2>아직 등록된 화면이 없습니다</h2>
              <p class="soft">
                화면을 등록한 뒤, 게시대 PC에서 /board 주소를 열고 나온 코드를 여기에 적으면
                연결됩니다.
              </p>
              ${
                mayWrite
                  ? html`<a class="button main" href="#/screens/new">첫 화면 등록하기</a>`
                  : nothing
              }
            </div>`
          : html`<div class="card list">${views.map((view) => this.#renderScreen(view))}</div>
              <console-troubles .desk=${this.desk}></console-troubles>
              ${mayWrite ? html`<console-alerts .desk=${this.desk}></console-alerts>` : nothing}`,
      )}
    </div>`;
  }

  #renderScreen(view: ScreenView) {
    const { screen } = view;
    const state = this.desk.states.value.get(screen.id);
    const troubles = this.desk.troubles.value ?? [];
    const { tone, word, problems } = healthOf({ view, state, troubles, at: this.desk.now() });
    const [first] = problems;
    return html`<a class="screen" href="#/screens/${screen.id}">
      <strong>${screen.name}</strong>
      <strong class="word ${tone}">${word}</strong>
      ${
        first
          ? html`<span class="what"
              ><strong>${first.what}</strong> <span class="soft">${first.todo}</span></span
            >`
          : nothing
      }
      <span class="soft small figures"
        >${screen.place.ko} · ${screen.widthPx}×${screen.heightPx} ·
        ${screen.pitchMm}mm${
          state?.heardAt == null ? '' : ` · ${ago(this.desk.now() - state.heardAt)} 확인`
        }</span
      >
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-screens': ConsoleScreens;
  }
}
