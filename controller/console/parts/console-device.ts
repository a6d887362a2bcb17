import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import {
  confirmPairing,
  PAIRING_CODE_LENGTH,
  revokeDevice,
  type ScreenView,
} from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { textField } from './field.ts';
import { refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';

/** The PC of a board: pairing, replacement, revocation: `<console-device .desk .me .view>`. */
@customElement('console-device')
export class ConsoleDevice extends LitElement {
  static override styles = [
    look,
    css`
      .code input {
        font-size: 1.5rem;
        font-variant-numeric: tabular-nums;
        font-weight: 700;
        letter-spacing: 0.2em;
        max-width: 300px;
        text-transform: uppercase;
      }

      form {
        display: grid;
        gap: 12px;
      }

      dialog[open] {
        display: grid;
        gap: 14px;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: ScreenView;
  @state() private code = '';
  @state() private isReplacing = false;
  @query('dialog') private revoking!: HTMLDialogElement;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.manifest(this.view.screen.id)]);

  protected override render() {
    const { device } = this.view;
    const isPaired = device !== null && device.revokedAt === null;
    const mayWrite = mayDoSomewhere(this.me, 'screen.write');
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">연결된 PC</h2>
      ${
        isPaired
          ? html`<p class="soft small">
              ${longDateTime(offsetsOf(this.desk, this.view.screen.id), device.pairedAt)}에 연결한
              PC
            </p>`
          : nothing
      }
      ${mayWrite && isPaired ? this.#renderHands() : nothing}
      ${mayWrite && (!isPaired || this.isReplacing) ? this.#renderPairing(isPaired) : nothing}
      ${refusalNote(this.#action.refusal)} ${this.#renderRevoke()}
    </section>`;
  }

  #renderHands() {
    return html`<div class="row">
      <button @click=${() => (this.isReplacing = !this.isReplacing)}>PC 바꾸기…</button>
      <button class="alarm-line" @click=${() => this.revoking.showModal()}>연결 끊기…</button>
    </div>`;
  }

  #renderPairing(isPaired: boolean) {
    return html`<form class="code" novalidate @submit=${this.#onPair}>
      <p>
        게시대 PC에서 <strong>${location.host}/board</strong>를 열면 코드
        ${PAIRING_CODE_LENGTH}자리가 나옵니다.
        ${isPaired ? '새 PC를 연결하면 앞의 PC는 끊기고, 편성과 기록은 그대로 남습니다.' : ''}
      </p>
      ${textField({
        id: 'code',
        label: '연결 코드',
        hint: '대소문자와 빈칸은 가리지 않습니다. 코드는 10분 동안 쓸 수 있습니다.',
        max: PAIRING_CODE_LENGTH + 3,
        isRequired: true,
        value: this.code,
        problem: this.#action.problemAt('code'),
        onInput: (code) => (this.code = code),
      })}
      <div><button class="main" ?disabled=${this.#action.isBusy}>화면 연결하기</button></div>
    </form>`;
  }

  #renderRevoke() {
    return html`<dialog aria-labelledby="revoke-title">
      <h2 id="revoke-title">${this.view.screen.name}의 연결을 끊을까요?</h2>
      <p>이 PC는 더 이상 편성을 받지 못합니다. 다시 쓰려면 코드로 새로 연결해야 합니다.</p>
      <div class="row">
        <button class="alarm" @click=${this.#onRevoke}>연결 끊기</button>
        <button @click=${() => this.revoking.close()}>그대로 두기</button>
      </div>
    </dialog>`;
  }

  async #onPair(event: Event): Promise<void> {
    event.preventDefault();
    await this.#action.run(async () => {
      const code = readCode(this.code);
      await this.desk.api.call(confirmPairing, { params: this.#params(), body: { code } });
      this.code = '';
      this.isReplacing = false;
      this.desk.screens.invalidate();
      say(this, { text: '화면을 연결했습니다.' });
    });
  }

  async #onRevoke(): Promise<void> {
    this.revoking.close();
    await this.#action.run(async () => {
      await this.desk.api.call(revokeDevice, { params: this.#params() });
      this.desk.screens.invalidate();
      say(this, { text: '연결을 끊었습니다.' });
    });
  }

  #params() {
    return { screenId: this.view.screen.id };
  }
}

/** What people type for what the board shows: spaces and dashes go; I and L are 1, O is 0. */
function readCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
}

declare global {
  interface HTMLElementTagNameMap {
    'console-device': ConsoleDevice;
  }
}
