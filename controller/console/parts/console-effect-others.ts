import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Change } from '../../../shared/schedule/effect.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { span } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { changedMost, changesSummary } from './effect-words.ts';

const SHOWN = 3;

/** What every other advertiser gains or loses a day: `<console-effect-others .desk .others .date .bookingId>`. */
@customElement('console-effect-others')
export class ConsoleEffectOthers extends LitElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        gap: 8px;
      }

      li {
        border-top: 1px solid var(--line);
        display: flex;
        gap: 12px;
        justify-content: space-between;
        padding: 6px 0;
      }

      li span:last-child {
        white-space: nowrap;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) others: readonly Change[] = [];
  /** The day that is told of. */
  @property() date: CivilDate = '';
  /** The booking that is being changed; null for a new one. */
  @property({ attribute: false }) bookingId: string | null = null;
  @state() private isOpen = false;
  protected readonly watch = new Watch(this, () => [this.desk.bookings, this.desk.shops]);

  protected override render() {
    const changed = changedMost(this.others);
    const shown = this.isOpen ? changed : changed.slice(0, SHOWN);
    const house = this.others.find(({ kind }) => kind === 'house');
    return html`<section aria-labelledby="others">
      <h3 id="others">다른 가게와 편성</h3>
      <p>${changesSummary(changed)}</p>
      ${changed.map((change) => this.#renderBelow(change))}
      ${
        shown.length === 0 && !house
          ? nothing
          : html`<ul class="figures small">
              ${shown.map((change) => this.#renderChange(change))}
              ${house ? this.#renderHouse(house) : nothing}
            </ul>`
      }
      ${
        changed.length > SHOWN
          ? html`<button
              type="button"
              class="plain"
              aria-expanded=${this.isOpen ? 'true' : 'false'}
              @click=${() => (this.isOpen = !this.isOpen)}
            >
              ${this.isOpen ? '줄여 보기' : `${changed.length - SHOWN}곳 더 보기`}
            </button>`
          : nothing
      }
    </section>`;
  }

  #renderChange(change: Change) {
    const { playsBefore, playsAfter } = change;
    const by = playsAfter - playsBefore;
    return html`<li>
      <span>${this.#nameOf(change)}</span>
      <span>
        ${playsBefore} → ${playsAfter}번
        <strong class=${by < 0 ? 'warn' : 'good'}>${by < 0 ? '−' : '+'}${Math.abs(by)}</strong>
      </span>
    </li>`;
  }

  #renderHouse({ msBefore, msAfter }: Change) {
    return html`<li>
      <span>기본 화면(시계·안내)</span>
      <span>${span(msBefore)} → ${span(msAfter)}</span>
    </li>`;
  }

  /** Where the promises to an advertiser were kept and would be no more. */
  #renderBelow(change: Change) {
    const promised = this.#promisedTo(change);
    if (change.playsAfter >= promised || change.playsBefore < promised) return nothing;
    return html`<p class="note bad">
      ${this.#nameOf(change)}: 약속한 하루 ${promised}번보다 적어집니다 (${change.playsBefore} →
      ${change.playsAfter}번).
    </p>`;
  }

  #promisedTo({ kind, id, organizationId }: Change): number {
    return (this.desk.bookings.value ?? [])
      .filter(
        (one) =>
          one.state === 'live' &&
          one.id !== this.bookingId &&
          one.organizationId === organizationId &&
          (kind === 'shop' ? one.shopId === id : one.id === id) &&
          one.fromDate <= this.date &&
          (one.toDate === null || this.date <= one.toDate),
      )
      .reduce((sum, one) => sum + (one.promisedPlaysPerDay ?? 0), 0);
  }

  #nameOf({ kind, id }: Change): string {
    if (kind === 'shop')
      return this.desk.shops.value?.find((shop) => shop.id === id)?.name.ko ?? '지워진 가게';
    return this.desk.bookings.value?.find((one) => one.id === id)?.name ?? '지워진 편성';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-effect-others': ConsoleEffectOthers;
  }
}
