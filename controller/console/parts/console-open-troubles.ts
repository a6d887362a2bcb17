import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { troubleWords, type Trouble } from '../../../shared/content/trouble.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';

/** What the picture below says of its board anyway. */
const SAID_BELOW: readonly Trouble['kind'][] = ['silent', 'safe-mode'];

/**
 * What is wrong with any board right now, a note each: `<console-open-troubles .desk>`; nothing otherwise.
 * `.shownId` is the board whose picture stands below.
 */
@customElement('console-open-troubles')
export class ConsoleOpenTroubles extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      :host([hidden]) {
        display: none;
      }

      a {
        align-items: center;
        color: inherit;
        display: inline-flex;
        min-height: 44px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() shownId = '';
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [this.desk.troubles, this.desk.screens]);

  protected override render() {
    return this.#open().map((trouble) => this.#renderOne(trouble));
  }

  protected override updated() {
    this.hidden = this.#open().length === 0;
  }

  #renderOne({ kind, screenId, startedAt }: Trouble) {
    const { what, todo } = troubleWords[kind];
    const name = this.desk.screens.value?.find(({ screen }) => screen.id === screenId)?.screen.name;
    if (name === undefined) return nothing;
    return html`<div class="note ${kind === 'silent' ? 'bad' : 'warn'} row between">
      <p>
        <strong role="alert">${name}: ${what}</strong>
        <span class="figures">(${span(this.desk.now() - startedAt)}째)</span><br />${todo}
      </p>
      <a href="#/screens/${screenId}">이 화면 살펴보기 →</a>
    </div>`;
  }

  #open(): readonly Trouble[] {
    return (this.desk.troubles.value ?? [])
      .filter(({ endedAt }) => endedAt === null)
      .filter(({ screenId, kind }) => screenId !== this.shownId || !SAID_BELOW.includes(kind));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-open-troubles': ConsoleOpenTroubles;
  }
}
