import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PersonSessions } from '../../../shared/content/session-view.ts';
import {
  endSessionsOf,
  listSessionsOf,
  stopTwoStepOf,
} from '../../../shared/protocol/http/accounts.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { heldView, refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';
import { sessionRows } from './session-rows.ts';

/** Where a person is signed in and how, for who manages them: `<console-person-access .desk .personId>`. */
@customElement('console-person-access')
export class ConsolePersonAccess extends LitElement {
  static override styles = [
    look,
    css`
      li {
        padding: 12px 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property() personId = '';
  readonly #access = new Resource(() =>
    this.desk.api.call(listSessionsOf, { params: { personId: this.personId } }),
  );
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.#access]);

  protected override render() {
    return html`<section class="card pad stack" aria-labelledby="access">
      <h2 id="access">로그인</h2>
      ${heldView(this.#access, (access) => this.#renderAccess(access))}
      ${refusalNote(this.#action.refusal)}
    </section>`;
  }

  #renderAccess({ hasTwoStep, sessions }: PersonSessions) {
    const isBusy = this.#action.isBusy;
    return html`<p>
        두 단계 로그인
        <span class="badge ${hasTwoStep ? 'good' : ''}">${hasTwoStep ? '켜짐' : '꺼짐'}</span>
      </p>
      ${
        sessions.length === 0
          ? html`<p class="soft">로그인한 기기가 없습니다.</p>`
          : sessionRows(sessions, offsetsOf(this.desk))
      }
      <div class="row">
        ${
          sessions.length > 0
            ? html`<button class="alarm-line" ?disabled=${isBusy} @click=${this.#onEnd}>
                모든 기기에서 로그아웃시키기
              </button>`
            : nothing
        }
        ${
          hasTwoStep
            ? html`<button class="alarm-line" ?disabled=${isBusy} @click=${this.#onStop}>
                휴대전화를 잃어버림: 두 단계 로그인 끄기
              </button>`
            : nothing
        }
      </div>`;
  }

  readonly #onEnd = async () => {
    await this.#action.run(async () => {
      await this.desk.api.call(endSessionsOf, { params: { personId: this.personId } });
      await this.#access.reload();
      say(this, { text: '모든 기기에서 로그아웃시켰습니다.' });
    });
  };

  readonly #onStop = async () => {
    await this.#action.run(async () => {
      await this.desk.api.call(stopTwoStepOf, { params: { personId: this.personId } });
      await this.#access.reload();
      say(this, { text: '두 단계 로그인을 껐습니다.' });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-person-access': ConsolePersonAccess;
  }
}
