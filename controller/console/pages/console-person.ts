import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Grant, Person } from '../../../shared/content/person.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import { invitePerson, reinvitePerson, savePerson } from '../../../shared/protocol/http/people.ts';
import { Action } from '../app/action.ts';
import { copyFrom } from '../app/copy-from.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-grants.ts';
import '../parts/console-person-access.ts';
import type { GrantsChange } from '../parts/console-grants.ts';
import { textField } from '../parts/field.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import { offsetsOf } from '../parts/place-time.ts';

interface Invitation {
  readonly link: string;
  readonly expiresAt: number;
}

/** Invites someone (`new`) or changes what a person may do: `<console-person .desk .personId>`. */
@customElement('console-person')
export class ConsolePerson extends LitElement {
  static override styles = [
    look,
    css`
      :host {
        max-width: 720px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() personId = '';
  @state() private loginName = '';
  @state() private displayName = '';
  @state() private email = '';
  @state() private grants: readonly Grant[] = [];
  @state() private invitation: Invitation | undefined;
  #openedId = '';
  @query('#link') private link!: HTMLInputElement;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [
    this.desk.people,
    this.desk.organizations,
    this.desk.shops,
  ]);

  protected override willUpdate() {
    const person = this.#person();
    if (this.#openedId === this.personId || (this.personId !== 'new' && !person)) return;
    this.#openedId = this.personId;
    this.loginName = person?.loginName ?? '';
    this.displayName = person?.displayName ?? '';
    this.email = person?.email ?? '';
    this.grants = person?.grants ?? [{ role: 'manager', organizationId: null, shopId: null }];
  }

  protected override render() {
    const person = this.#person();
    if (this.personId !== 'new' && !person) return skeleton();
    return html`<div class="stack">
      <h1>${person?.displayName ?? '초대하기'}</h1>
      ${this.invitation ? this.#renderInvitation(this.invitation) : nothing}
      <form class="card pad stack" novalidate @submit=${this.#onSubmit}>
        ${this.#renderFields(person)}
        <console-grants
          .desk=${this.desk}
          .grants=${this.grants}
          .problem=${this.#action.problemAt('grants')}
          @grants-change=${(event: GrantsChange) => (this.grants = event.grants)}
        ></console-grants>
        ${refusalNote(this.#action.refusal)}
        <div class="row">
          <button class="main tall" ?disabled=${this.#action.isBusy}>
            ${person ? '저장' : '초대 링크 만들기'}
          </button>
          ${person ? this.#renderMore(person) : nothing}
        </div>
      </form>
      ${
        person
          ? keyed(
              person.id,
              html`<console-person-access
                .desk=${this.desk}
                .personId=${person.id}
              ></console-person-access>`,
            )
          : nothing
      }
    </div>`;
  }

  #renderFields(person: Person | undefined) {
    return html`${textField({
      id: 'display-name',
      label: '이름',
      max: 30,
      isRequired: true,
      value: this.displayName,
      problem: this.#action.problemAt('displayName'),
      onInput: (name) => (this.displayName = name),
    })}
    ${
      person
        ? html`<p class="soft">아이디 ${person.loginName}</p>`
        : textField({
            id: 'login-name',
            label: '아이디',
            hint: '영어 소문자와 숫자로 3자 이상. 나중에 바꿀 수 없습니다.',
            max: 64,
            isRequired: true,
            value: this.loginName,
            problem: this.#action.problemAt('loginName'),
            onInput: (name) => (this.loginName = name),
          })
    }
    ${textField({
      id: 'email',
      label: '메일 주소 (선택)',
      type: 'email',
      hint: '비밀번호를 잊었을 때 링크를 받을 주소입니다.',
      max: 200,
      value: this.email,
      problem: this.#action.problemAt('email'),
      onInput: (email) => (this.email = email),
    })}`;
  }

  #renderMore(person: Person) {
    return html`<button type="button" ?disabled=${this.#action.isBusy} @click=${this.#onReinvite}>
        초대 링크 다시 만들기
      </button>
      <button
        type="button"
        class="alarm-line"
        ?disabled=${this.#action.isBusy}
        @click=${() => this.#onDisable(!person.disabled)}
      >
        ${person.disabled ? '다시 쓰게 하기' : '사용 중지'}
      </button>`;
  }

  #renderInvitation({ link, expiresAt }: Invitation) {
    return html`<div class="note good stack" role="status">
      <p>
        <strong>이 링크를 본인에게 보내 주십시오.</strong> 한 번만 쓸 수 있고
        ${longDateTime(offsetsOf(this.desk), expiresAt)}까지입니다. 이 화면을 나가면 다시 볼 수
        없습니다.
      </p>
      <input id="link" readonly aria-label="초대 링크" .value=${link} />
      <div><button @click=${() => void copyFrom(this.link)}>링크 복사</button></div>
    </div>`;
  }

  #person(): Person | undefined {
    return this.desk.people.value?.find(({ id }) => id === this.personId);
  }

  #address(): string | null {
    return this.email.trim() === '' ? null : this.email.trim();
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const person = this.#person();
    await this.#action.run(async () => {
      if (person) await this.#save(person.disabled);
      else await this.#invite();
      this.desk.people.invalidate();
      if (person) say(this, { text: '저장했습니다.' });
    });
  }

  async #invite(): Promise<void> {
    const { displayName, grants } = this;
    const loginName = this.loginName.trim().toLowerCase();
    const body = { displayName, loginName, email: this.#address(), grants: [...grants] };
    const { inviteSecret, expiresAt } = await this.desk.api.call(invitePerson, { body });
    this.invitation = invitationOf(inviteSecret, expiresAt);
  }

  async #save(disabled: boolean): Promise<void> {
    const { displayName, grants } = this;
    const version = this.#person()?.version ?? 1;
    const saved = await this.desk.api.call(savePerson, {
      params: { personId: this.personId },
      body: { displayName, email: this.#address(), grants: [...grants], disabled, version },
    });
    this.desk.people.put(
      (this.desk.people.value ?? []).map((one) => (one.id === saved.id ? saved : one)),
    );
  }

  async #onReinvite(): Promise<void> {
    await this.#action.run(async () => {
      const params = { personId: this.personId };
      const { inviteSecret, expiresAt } = await this.desk.api.call(reinvitePerson, { params });
      this.invitation = invitationOf(inviteSecret, expiresAt);
    });
  }

  async #onDisable(disabled: boolean): Promise<void> {
    await this.#action.run(async () => {
      await this.#save(disabled);
      const undo = () => this.#save(!disabled);
      say(this, { text: disabled ? '사용을 중지했습니다.' : '다시 쓰게 했습니다.', undo });
    });
  }
}

function invitationOf(secret: string, expiresAt: number): Invitation {
  return { link: `${location.origin}/console#/invite/${secret}`, expiresAt };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-person': ConsolePerson;
  }
}
