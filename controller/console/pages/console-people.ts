import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { roleNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { heldView } from '../parts/held-view.ts';

/** Everybody who may come in: `<console-people .desk>`. */
@customElement('console-people')
export class ConsolePeople extends LitElement {
  static override styles = [
    look,
    css`
      a.person {
        color: inherit;
        display: grid;
        font-weight: 400;
        gap: 2px;
        min-height: 64px;
        padding: 12px 18px;
        text-decoration: none;
      }

      a.person:hover {
        background: var(--raised);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  protected readonly watch = new Watch(this, () => [
    this.desk.people,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override render() {
    return html`<div class="stack">
      <div class="row between">
        <h1>사람</h1>
        <div class="row">
          <a class="button" href="#/audit">감사 기록</a>
          <a class="button main" href="#/people/new">초대하기</a>
        </div>
      </div>
      ${heldView(
        this.desk.people,
        (people) =>
          html`<div class="card list">${people.map((person) => this.#renderPerson(person))}</div>`,
      )}
    </div>`;
  }

  #renderPerson(person: Person) {
    const grants = person.grants.map(({ role, organizationId, shopId }) => {
      const shop = this.desk.shops.value?.find(({ id }) => id === shopId);
      const organization = this.desk.organizations.value?.find(({ id }) => id === organizationId);
      return `${roleNames[role]} (${shop?.name.ko ?? organization?.name.ko ?? '모든 주체'})`;
    });
    return html`<a class="person" href="#/people/${person.id}">
      <span
        ><strong>${person.displayName}</strong>
        ${person.disabled ? html`<span class="badge bad">사용 중지</span>` : nothing}</span
      >
      <span class="soft small">${person.loginName} · ${grants.join(', ')}</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-people': ConsolePeople;
  }
}
