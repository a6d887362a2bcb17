import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Organization } from '../../../shared/content/organization.ts';
import { saveApprovalRules } from '../../../shared/protocol/http/approvals.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import { textField, tick } from './field.ts';
import { refusalNote } from './held-view.ts';

interface Rules {
  readonly isTwo: boolean;
  readonly from: string;
  readonly until: string;
}

/** [V10] [V11] When an organization's slides need a second person: `<console-approval-rules .desk .organization>`. */
@customElement('console-approval-rules')
export class ConsoleApprovalRules extends LitElement {
  static override styles = look;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) organization!: Organization;
  @state() private typed: Partial<Rules> = {};
  readonly #action = new Action(this);

  protected override render() {
    const { name, kind } = this.organization;
    const { isTwo } = this.#rules();
    return html`<form class="card pad stack" novalidate @submit=${this.#onSubmit}>
      <h3>${name.ko}</h3>
      ${tick('모든 슬라이드를 두 사람이 확인합니다', isTwo, (isOn) => this.#type({ isTwo: isOn }))}
      ${kind === 'district' ? this.#renderElection() : nothing} ${refusalNote(this.#action.refusal)}
      <button ?disabled=${this.#action.isBusy}>${name.ko} 승인 규칙 저장</button>
    </form>`;
  }

  #renderElection() {
    const { from, until } = this.#rules();
    return html`${textField({
      id: 'from',
      label: '선거 기간 시작',
      type: 'date',
      hint: '이 기간에는 구청장을 알리는 내용을 다른 담당자가 한 번 더 확인합니다. 비워 두면 쓰지 않습니다.',
      value: from,
      problem: this.#action.problemAt('election.from'),
      onInput: (value) => this.#type({ from: value }),
    })}
    ${textField({
      id: 'until',
      label: '선거 기간 끝 (이날까지)',
      type: 'date',
      value: until,
      problem: this.#action.problemAt('election.until'),
      onInput: (value) => this.#type({ until: value }),
    })}`;
  }

  #rules(): Rules {
    const { twoPersonApproval, election } = this.organization;
    const stored = { isTwo: twoPersonApproval, from: '', until: '', ...election };
    return { ...stored, ...this.typed };
  }

  #type(part: Partial<Rules>): void {
    this.typed = { ...this.typed, ...part };
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.organization;
    const { isTwo, from, until } = this.#rules();
    await this.#action.run(async () => {
      const election = from === '' && until === '' ? null : { from, until };
      const saved = await this.desk.api.call(saveApprovalRules, {
        params: { organizationId: id },
        body: { twoPersonApproval: isTwo, election, version },
      });
      const all = this.desk.organizations.value ?? [];
      this.desk.organizations.put(all.map((one) => (one.id === id ? saved : one)));
      this.typed = {};
      say(this, { text: '승인 규칙을 저장했습니다.' });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-approval-rules': ConsoleApprovalRules;
  }
}
