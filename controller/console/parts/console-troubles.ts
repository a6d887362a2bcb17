import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { troubleWords, type Trouble } from '../../../shared/content/trouble.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { heldView } from './held-view.ts';
import { longList } from './long-list.ts';
import { offsetsOf } from './place-time.ts';

const SHOWN = 8;

/** What was wrong, from when to when: `<console-troubles .desk>`, of one board with `.screenId`. */
@customElement('console-troubles')
export class ConsoleTroubles extends LitElement {
  static override styles = [
    look,
    css`
      li {
        display: grid;
        gap: 2px 12px;
        padding: 12px 0;
      }

      summary {
        cursor: pointer;
        font-weight: 600;
        min-height: 44px;
        padding-top: 10px;
      }

      @media (width >= 600px) {
        li {
          grid-template-columns: 1fr auto;
        }

        .when {
          grid-column: 1;
        }

        .long {
          grid-row: 1 / span 2;
          grid-column: 2;
          align-self: center;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  /** All boards when empty. */
  @property() screenId = '';
  protected readonly tick = new Tick(this, 5000);
  protected readonly watch = new Watch(this, () => [this.desk.troubles, this.desk.screens]);

  protected override render() {
    return heldView(this.desk.troubles, (troubles) => {
      const own = troubles.filter((one) => this.screenId === '' || one.screenId === this.screenId);
      return html`<section class="card pad stack" aria-labelledby="title">
        <h2 id="title">끊김과 문제의 기록</h2>
        ${
          own.length === 0
            ? html`<p class="soft">지난 1년 동안 없습니다.</p>`
            : longList(own, SHOWN, (trouble) => this.#renderOne(trouble))
        }
      </section>`;
    });
  }

  #renderOne({ kind, screenId, startedAt, endedAt, toldAt }: Trouble) {
    const offsets = offsetsOf(this.desk, screenId);
    const from = longDateTime(offsets, startedAt);
    const to = endedAt === null ? '아직' : longDateTime(offsets, endedAt);
    const length = span((endedAt ?? this.desk.now()) - startedAt);
    return html`<li>
      <strong class=${endedAt === null ? (kind === 'silent' ? 'bad' : 'warn') : ''}
        >${this.screenId === '' ? `${this.#nameOf(screenId)}: ` : ''}${troubleWords[kind].what}</strong
      >
      <span class="when soft small figures"
        >${from} ~ ${to}${toldAt === null ? ' · 알리기 전에 끝남' : ''}</span
      >
      <span class="long figures">${length}${endedAt === null ? '째' : ''}</span>
    </li>`;
  }

  #nameOf(screenId: string): string {
    const view = this.desk.screens.value?.find(({ screen }) => screen.id === screenId);
    return view?.screen.name ?? screenId;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-troubles': ConsoleTroubles;
  }
}
