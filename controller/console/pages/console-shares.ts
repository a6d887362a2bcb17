import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Organization } from '../../../shared/content/organization.ts';
import { saveShares } from '../../../shared/protocol/http/content.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-approval-rules.ts';
import { textField } from '../parts/field.ts';
import { heldView, refusalNote } from '../parts/held-view.ts';

/** Each organization's part of every hour: `<console-shares .desk>`. */
@customElement('console-shares')
export class ConsoleShares extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        max-width: 620px;
      }

      .one {
        align-items: start;
        display: grid;
        gap: 14px;
        grid-template-columns: 6px minmax(0, 1fr);
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @state() private typed: Readonly<Record<string, number>> = {};
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.organizations]);

  protected override render() {
    return html`<div class="stack">
      <h1>시간 배분</h1>
      <p class="soft">
        낼 것이 있는 동안, 매시간 적어도 이만큼은 그 주체의 것이 나갑니다. 남는 시간은 나누어
        씁니다.
      </p>
      ${heldView(this.desk.organizations, (organizations) => this.#renderForm(organizations))}
    </div>`;
  }

  #renderForm(organizations: readonly Organization[]) {
    const sum = organizations.reduce((total, one) => total + this.#percentOf(one), 0);
    return html`<form class="card pad stack" novalidate @submit=${this.#onSubmit}>
        ${organizations.map(
          (organization) =>
            html`<div class="one" ${setStyles({ '--organization': organization.accent })}>
              <span class="bar"></span>
              ${textField({
                id: organization.id,
                label: `${organization.name.ko} (%)`,
                type: 'number',
                min: 0,
                max: 100,
                value: `${this.#percentOf(organization)}`,
                onInput: (text) =>
                  (this.typed = { ...this.typed, [organization.id]: Number(text) }),
              })}
            </div>`,
        )}
        <p class=${sum > 100 ? 'bad' : 'soft'} role="status">
          <strong>모두 ${sum}%</strong
          >${sum > 100 ? ' · 100%를 넘을 수 없습니다. 줄여 주십시오.' : ''}
        </p>
        ${refusalNote(this.#action.refusal)}
        <button class="main tall" ?disabled=${sum > 100 || this.#action.isBusy}>
          시간 배분 저장
        </button>
      </form>
      <h2>승인 규칙</h2>
      ${organizations.map(
        (organization) =>
          html`<console-approval-rules
            .desk=${this.desk}
            .organization=${organization}
          ></console-approval-rules>`,
      )}`;
  }

  #percentOf({ id, sharePercent }: Organization): number {
    return this.typed[id] ?? sharePercent;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const organizations = this.desk.organizations.value ?? [];
    await this.#action.run(async () => {
      const shares = organizations.map((organization) => ({
        organizationId: organization.id,
        sharePercent: this.#percentOf(organization),
        version: organization.version,
      }));
      this.desk.organizations.put(await this.desk.api.call(saveShares, { body: { shares } }));
      this.typed = {};
      say(this, { text: '시간 배분을 저장했습니다.' });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-shares': ConsoleShares;
  }
}
