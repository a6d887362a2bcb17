import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import {
  breakGlassOnRequest,
  takeBackRelease,
  type ReleaseView,
} from '../../../shared/protocol/http/alarms.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import './console-break-glass.ts';
import type { GlassBroken } from './console-break-glass.ts';
import { refusalNote } from './held-view.ts';
import { releaseLook } from './release-look.ts';
import { boardsWords, minutesLeft } from './release-words.ts';

/** One's own emergency that waits for another person: `<console-own-release .desk .view>`. */
@customElement('console-own-release')
export class ConsoleOwnRelease extends LitElement {
  static override styles = [look, releaseLook];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: ReleaseView;
  @query('console-break-glass') private glass!: HTMLElementTagNameMap['console-break-glass'];
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.screens]);

  protected override render() {
    const { request } = this.view;
    const { title } = request.proposal;
    return html`<section class="card release" aria-labelledby="title">
        <header>
          <h2 id="title">승인을 기다리는 중</h2>
          <strong class="figures">${minutesLeft(request, this.desk.now())}</strong>
        </header>
        <div class="pad stack">
          <p class="title">${title}</p>
          <p>
            ${boardsWords(request, this.desk.screens.value ?? [])}. 아직 화면에 나가지 않았습니다.
            다른 담당자 한 분이 승인하면 바로 나갑니다.
          </p>
          ${refusalNote(this.#action.refusal)}
          <div class="row between">
            <button ?disabled=${this.#action.isBusy} @click=${this.#onTakeBack}>요청 거두기</button>
            <button
              class="alarm-line"
              ?disabled=${this.#action.isBusy}
              @click=${() => this.glass.open()}
            >
              비상 단독 송출…
            </button>
          </div>
        </div>
      </section>
      <console-break-glass
        .words=${title}
        @glass-broken=${(event: GlassBroken) => this.#onBreak(event.reason)}
      ></console-break-glass>`;
  }

  readonly #onTakeBack = async () => {
    const params = { requestId: this.view.request.id };
    await this.#action.run(async () => {
      await this.desk.api.call(takeBackRelease, { params });
      say(this, { text: '요청을 거두었습니다. 화면에는 나가지 않습니다.' });
    });
    await this.desk.alarms.reload();
  };

  async #onBreak(reason: string): Promise<void> {
    const { id, proposal } = this.view.request;
    await this.#action.run(async () => {
      const params = { requestId: id };
      await this.desk.api.call(breakGlassOnRequest, { params, body: { reason } });
      say(this, { text: `「${proposal.title}」을(를) 혼자 내보냈습니다.` });
    });
    await Promise.all([this.desk.alarms.reload(), this.desk.announcements.reload()]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-own-release': ConsoleOwnRelease;
  }
}
