import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { boardFacts } from './board-facts.ts';
import { healthOf } from './board-health.ts';

/** Whether a board is well, what to do first, and what it says of itself: `<console-board-health .desk .view>`. */
@customElement('console-board-health')
export class ConsoleBoardHealth extends LitElement {
  static override styles = [
    look,
    css`
      .word {
        align-items: center;
        display: flex;
        font-size: 1.25rem;
        font-weight: 800;
        gap: 8px;
      }

      .word::before {
        background: currentcolor;
        border-radius: 50%;
        content: '';
        height: 14px;
        width: 14px;
      }

      .problem strong {
        display: block;
      }

      dl {
        display: grid;
        gap: 0 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
      }

      dl > div {
        border-top: 1px solid var(--line);
        display: flex;
        gap: 12px;
        justify-content: space-between;
        padding: 9px 0;
      }

      dt {
        color: var(--soft);
        flex: none;
      }

      dd {
        overflow-wrap: anywhere;
        text-align: end;
      }

      dd.soft {
        color: var(--ink);
      }

      dd.warn {
        font-weight: 700;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: ScreenView;
  protected readonly tick = new Tick(this, 1000);
  protected readonly watch = new Watch(this, () => [
    this.desk.states,
    this.desk.troubles,
    this.desk.manifest(this.view.screen.id),
  ]);

  protected override render() {
    const { id } = this.view.screen;
    const at = this.desk.now();
    const state = this.desk.states.value.get(id);
    const troubles = this.desk.troubles.value ?? [];
    const { tone, word, problems } = healthOf({ view: this.view, state, troubles, at });
    const facts = boardFacts(state, this.desk.manifest(id).value?.revision, at);
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 class="hidden" id="title">상태</h2>
      <p class="word ${tone}">${word}</p>
      ${problems.map(
        ({ what, todo }) =>
          html`<p class="problem note ${tone === 'bad' ? 'bad' : 'warn'}">
            <strong>${what}</strong>${todo}
          </p>`,
      )}
      ${
        facts.length === 0
          ? nothing
          : html`<dl class="figures">
              ${facts.map(
                (fact) =>
                  html`<div>
                    <dt>${fact.name}</dt>
                    <dd class=${fact.tone}>${fact.words}</dd>
                  </div>`,
              )}
            </dl>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-board-health': ConsoleBoardHealth;
  }
}
