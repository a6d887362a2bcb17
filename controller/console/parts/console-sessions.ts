import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SessionView } from '../../../shared/content/session-view.ts';
import {
  endOtherSessions,
  endSession,
  listSessions,
} from '../../../shared/protocol/http/accounts.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import { heldView, refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';
import { deviceName, sessionRows } from './session-rows.ts';

/** Where one is signed in, and how to end it there: `<console-sessions .desk>`. */
@customElement('console-sessions')
export class ConsoleSessions extends LitElement {
  static override styles = [
    look,
    css`
      li {
        padding: 12px 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  readonly #sessions = new Resource(() => this.desk.api.call(listSessions, {}));
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.#sessions]);

  protected override render() {
    return html`<section class="card pad stack" aria-labelledby="sessions">
      <h2 id="sessions">로그인한 기기</h2>
      ${heldView(this.#sessions, (sessions) => this.#renderList(sessions))}
      ${refusalNote(this.#action.refusal)}
    </section>`;
  }

  #renderList(sessions: readonly SessionView[]) {
    const end = (session: SessionView) =>
      html`<button
        aria-label="${deviceName(session)} 끝내기"
        ?disabled=${this.#action.isBusy}
        @click=${() => this.#onEnd(session)}
      >
        끝내기
      </button>`;
    return html`${sessionRows(sessions, offsetsOf(this.desk), end)}
    ${
      sessions.some(({ isThis }) => !isThis)
        ? html`<div>
            <button class="alarm-line" ?disabled=${this.#action.isBusy} @click=${this.#onEndOthers}>
              다른 기기 모두 로그아웃
            </button>
          </div>`
        : nothing
    }`;
  }

  async #onEnd(session: SessionView): Promise<void> {
    await this.#action.run(async () => {
      await this.desk.api.call(endSession, { params: { sessionId: session.id } });
      this.#sessions.put((this.#sessions.value ?? []).filter(({ id }) => id !== session.id));
      say(this, { text: `${deviceName(session)}에서 로그아웃했습니다.` });
    });
  }

  readonly #onEndOthers = async () => {
    await this.#action.run(async () => {
      await this.desk.api.call(endOtherSessions, {});
      this.#sessions.put((this.#sessions.value ?? []).filter(({ isThis }) => isThis));
      say(this, { text: '다른 기기에서 모두 로그아웃했습니다.' });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sessions': ConsoleSessions;
  }
}
