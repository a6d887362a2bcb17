import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Person } from '../../../shared/content/person.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-own-release.ts';
import './console-release.ts';
import { failedLately, failureWords, waitingAt } from './release-words.ts';

/** Emergencies that wait for a second person, and one's own that came to nothing: `<console-releases .desk .me>`. */
@customElement('console-releases')
export class ConsoleReleases extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [this.desk.alarms, this.desk.screens]);

  protected override render() {
    const { alarms } = this.desk;
    const now = this.desk.now();
    const failed = failedLately(alarms.value, this.me, now);
    return html`<div class="stack">
      ${repeat(
        waitingAt(alarms.value, now),
        ({ request }) => request.id,
        (view) =>
          view.request.requestedBy === this.me.id
            ? html`<console-own-release .desk=${this.desk} .view=${view}></console-own-release>`
            : html`<console-release .desk=${this.desk} .view=${view}></console-release>`,
      )}
      <div role="status" class="stack">
        ${
          failed.length === 0
            ? nothing
            : failed.map(
                ({ request, decidedBy }) =>
                  html`<p class="note warn">
                    <strong>${request.proposal.title}</strong> ·
                    ${failureWords(request, decidedBy, now)}
                  </p>`,
              )
        }
      </div>
    </div>`;
  }

  /** Where there is nothing, no gap is left on the page. */
  protected override updated() {
    const now = this.desk.now();
    const { value } = this.desk.alarms;
    this.hidden =
      waitingAt(value, now).length === 0 && failedLately(value, this.me, now).length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-releases': ConsoleReleases;
  }
}
