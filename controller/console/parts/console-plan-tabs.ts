import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { look } from '../app/look.ts';

const tabs = [
  { page: 'bookings', label: '목록' },
  { page: 'calendar', label: '달력' },
  { page: 'plan', label: '편성표' },
  { page: 'moment', label: '그 순간' },
  { page: 'promises', label: '약속' },
  { page: 'holidays', label: '공휴일·장날' },
  { page: 'feeds', label: '달력 구독' },
] as const;
type PlanPage = (typeof tabs)[number]['page'];

/** The pages about the plan, side by side below 편성: `<console-plan-tabs current="calendar">`. */
@customElement('console-plan-tabs')
export class ConsolePlanTabs extends LitElement {
  static override styles = [
    look,
    css`
      nav {
        border-bottom: 1px solid var(--line);
        display: flex;
        gap: 4px;
        overflow-x: auto;
        scrollbar-width: none;
      }

      a {
        border-bottom: 3px solid transparent;
        color: var(--soft);
        flex: none;
        font-weight: 700;
        padding: 12px 14px;
        text-decoration: none;
      }

      a[aria-current] {
        border-color: var(--accent-bar);
        color: var(--ink);
      }
    `,
  ];
  @property() current: PlanPage = 'bookings';

  protected override render() {
    return html`<nav aria-label="편성 화면">
      ${tabs.map(
        ({ page, label }) =>
          html`<a
            href="#/${page}"
            aria-current=${ifDefined(page === this.current ? 'page' : undefined)}
            >${label}</a
          >`,
      )}
    </nav>`;
  }

  protected override firstUpdated() {
    this.#showCurrent();
    // The console's own font, once it is there, makes the row wider.
    void document.fonts.ready.then(() => this.#showCurrent());
  }

  /** On a phone the row is wider than the page; the current one must be in sight. */
  #showCurrent(): void {
    this.renderRoot
      .querySelector('[aria-current]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-plan-tabs': ConsolePlanTabs;
  }
}
