import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { clockSeconds } from '../../../shared/korean-date.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import type { EpochMs, ZoneOffset } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import { span } from '../app/words.ts';
import { partOf } from './screen-instant.ts';

/**
 * Lines of a run sheet, each a link to its moment:
 * `<console-slots .slots .manifest .offsets .titleOf .now .screenId>`.
 */
@customElement('console-slots')
export class ConsoleSlots extends LitElement {
  static override styles = [
    look,
    css`
      a {
        align-items: center;
        color: inherit;
        display: grid;
        font-weight: 400;
        gap: 2px 14px;
        grid-template-columns: 72px 6px minmax(0, 1fr) auto;
        min-height: 54px;
        padding: 6px 16px;
        text-decoration: none;
      }

      a:hover strong {
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      a:focus-visible {
        outline-offset: -3px;
      }

      [aria-current] {
        background: var(--good-ground);
      }

      .past strong {
        font-weight: 500;
      }

      @media (width < 600px) {
        a {
          column-gap: 10px;
          grid-template-columns: 64px 6px minmax(0, 1fr) auto;
          padding-inline: 12px;
        }
      }
    `,
  ];
  @property({ attribute: false }) slots: readonly Slot[] = [];
  @property({ attribute: false }) manifest: Manifest | undefined;
  @property({ attribute: false }) offsets: readonly ZoneOffset[] = [];
  @property({ attribute: false }) titleOf: (slot: Slot) => string = () => '';
  @property({ type: Number }) now: EpochMs = 0;
  @property() screenId = '';

  protected override render() {
    return html`<ol class="card list" aria-label="차례">
      ${this.slots.map((slot) => this.#renderSlot(slot))}
    </ol>`;
  }

  /** Brings the slot on the board now to the middle of the view, if it is here. */
  showNow(): void {
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }

  #renderSlot(slot: Slot) {
    const isNow = slot.startMs <= this.now && this.now < slot.endMs;
    const organization = this.manifest?.organizations.find(({ id }) => id === slot.organizationId);
    return html`<li
      class=${slot.endMs <= this.now ? 'past' : ''}
      aria-current=${ifDefined(isNow ? 'time' : undefined)}
    >
      <a href="#/moment/${partOf(this.screenId, slot.startMs)}">
        <time class="figures">${clockSeconds(this.offsets, slot.startMs)}</time>
        <span class="bar" ${setStyles({ '--organization': organization?.accent })}></span>
        <span>
          <strong>${this.titleOf(slot)}</strong>
          ${isNow ? html`<span class="badge good">지금</span>` : nothing}
          ${slot.kind === 'now' ? html`<span class="badge">지금 송출</span>` : nothing}<br />
          <span class="soft small">${this.#speaker(slot)}</span>
        </span>
        <span class="soft figures">${span(slot.endMs - slot.startMs)}</span>
      </a>
    </li>`;
  }

  #speaker(slot: Slot): string {
    const { organizations = [], shops = [] } = this.manifest ?? {};
    const organization = organizations.find(({ id }) => id === slot.organizationId);
    const shop = shops.find(({ id }) => id === slot.shopId);
    if (!organization) return '기본 화면';
    return shop ? `${shop.name.ko} · ${organization.name.ko}` : organization.name.ko;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slots': ConsoleSlots;
  }
}
