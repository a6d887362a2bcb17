import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { roles, type Grant } from '../../../shared/content/person.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import { roleNames } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { selectField } from './field.ts';

export class GrantsChange extends Event {
  static readonly type = 'grants-change';
  readonly grants: readonly Grant[];

  constructor(grants: readonly Grant[]) {
    super(GrantsChange.type, { bubbles: true, composed: true });
    this.grants = grants;
  }
}

/** What a person may do, and where: `<console-grants .desk .grants .problem @grants-change>`. */
@customElement('console-grants')
export class ConsoleGrants extends LitElement {
  static override styles = [
    look,
    css`
      .grant {
        border: 1px solid var(--line);
        border-radius: 10px;
        display: grid;
        gap: 12px;
        padding: 14px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) grants: readonly Grant[] = [];
  @property({ attribute: false }) problem: string | undefined;
  protected readonly watch = new Watch(this, () => [this.desk.organizations, this.desk.shops]);

  protected override render() {
    return html`<fieldset class="stack">
      <legend>역할</legend>
      ${this.grants.map((grant, index) => this.#renderGrant(grant, index))}
      ${this.problem ? html`<p class="bad"><strong>${this.problem}</strong></p>` : nothing}
      <div>
        <button type="button" @click=${this.#onAdd}>역할 더하기</button>
      </div>
    </fieldset>`;
  }

  #renderGrant(grant: Grant, index: number) {
    const organizations = this.desk.organizations.value ?? [];
    return html`<div class="grant">
      <div class="fields">
        ${selectField({
          id: `role-${index}`,
          label: '역할',
          value: grant.role,
          choices: roles.map((value) => ({ value, label: roleNames[value] })),
          onInput: (role) => this.#put(index, { ...grant, role, shopId: null }),
        })}
        ${selectField({
          id: `organization-${index}`,
          label: '운영 주체',
          value: grant.organizationId ?? '',
          choices: [
            { value: '', label: '모든 주체' },
            ...organizations.map(({ id, name }) => ({ value: id, label: name.ko })),
          ],
          onInput: (id) =>
            this.#put(index, { ...grant, organizationId: id === '' ? null : id, shopId: null }),
        })}
        ${grant.role === 'merchant' ? this.#renderShop(grant, index) : nothing}
      </div>
      ${
        this.grants.length > 1
          ? html`<div>
              <button
                type="button"
                class="plain"
                @click=${() => this.#emit(this.grants.filter((_, i) => i !== index))}
              >
                이 역할 빼기
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderShop(grant: Grant, index: number) {
    const shops = (this.desk.shops.value ?? []).filter(
      ({ organizationId }) => organizationId === grant.organizationId,
    );
    return selectField({
      id: `shop-${index}`,
      label: '가게',
      hint: '상인은 자기 가게의 슬라이드만 다룹니다.',
      value: grant.shopId ?? '',
      choices: [
        { value: '', label: '고르십시오' },
        ...shops.map(({ id, name }) => ({ value: id, label: name.ko })),
      ],
      onInput: (id) => this.#put(index, { ...grant, shopId: id === '' ? null : id }),
    });
  }

  readonly #onAdd = () => {
    this.#emit([...this.grants, { role: 'viewer', organizationId: null, shopId: null }]);
  };

  #put(index: number, grant: Grant): void {
    this.#emit(this.grants.map((one, i) => (i === index ? grant : one)));
  }

  #emit(grants: readonly Grant[]): void {
    this.dispatchEvent(new GrantsChange(grants));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-grants': ConsoleGrants;
  }
}
