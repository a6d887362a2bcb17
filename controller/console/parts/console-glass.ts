import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { isOffline, standingOf } from './board-view.ts';
import './console-board-picture.ts';

/** What is on the board's glass, drawn by its own word: `<console-glass .desk .view>`. */
@customElement('console-glass')
export class ConsoleGlass extends LitElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        gap: 10px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: ScreenView;
  protected readonly tick = new Tick(this, 1000);
  protected readonly watch = new Watch(this, () => [
    this.desk.states,
    this.desk.announcements,
    this.desk.manifest(this.view.screen.id),
  ]);

  protected override render() {
    const { screen } = this.view;
    const at = this.desk.now();
    const state = this.desk.states.value.get(screen.id);
    const manifest = this.desk.manifest(screen.id).value;
    const announcements = (this.desk.announcements.value ?? []).map((view) => view.announcement);
    const { tone, words } = standingOf({ view: this.view, state, manifest, announcements, at });
    return html`<section aria-labelledby="title">
      <div class="row between">
        <h2 id="title">지금 모습</h2>
        <strong class=${tone}>${words}</strong>
      </div>
      <console-board-picture
        .screen=${screen}
        .manifest=${manifest}
        .glass=${state?.beat?.glass ?? null}
        .announcements=${announcements}
        .pictures=${this.desk.pictures}
        .at=${at}
        .stale=${isOffline(state, at)}
      ></console-board-picture>
      <p class="soft small">
        게시대가 알려 온 대로 그린 그림입니다. 정말로 보이는 것은 ‘지금 사진 찍기’로 봅니다.
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-glass': ConsoleGlass;
  }
}
