import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { waitingFor } from './review-queue.ts';

/** Slides that wait for this person's approval: `<console-waiting .desk .me>`. Nothing when none do. */
@customElement('console-waiting')
export class ConsoleWaiting extends LitElement {
  static override styles = [
    look,
    css`
      .head {
        padding: 14px 18px;
      }

      .list > a {
        color: inherit;
        display: grid;
        min-height: 56px;
        padding: 10px 18px;
        text-decoration: none;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  protected readonly watch = new Watch(this, () => [
    this.desk.slides,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override render() {
    const waiting = this.#waiting();
    if (waiting.length === 0) return nothing;
    return html`<section class="card list" aria-labelledby="title">
      <div class="head row between">
        <h2 id="title">확인할 것 ${waiting.length}</h2>
        <a class="button main" href="#/review">차례로 확인하기</a>
      </div>
      ${waiting.map(
        ({ slide, latest }) =>
          html`<a href="#/slides/${slide.id}"
            ><strong>${titleOf(latest.content)}</strong>
            <span class="soft small">슬라이드가 승인을 기다립니다</span></a
          >`,
      )}
    </section>`;
  }

  protected override updated() {
    this.hidden = this.#waiting().length === 0;
  }

  #waiting(): readonly SlideView[] {
    return waitingFor(this.desk, this.me, this.desk.slides.value ?? []);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-waiting': ConsoleWaiting;
  }
}
