import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Person } from '../../../shared/content/person.ts';
import type { TwoStepState } from '../../../shared/content/two-step.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import {
  readTwoStep,
  renewRecoveryCodes,
  stopTwoStep,
} from '../../../shared/protocol/http/accounts.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import { Watch } from '../app/watch.ts';
import { Resource } from '../link/cell.ts';
import type { Desk } from '../link/desk.ts';
import './console-recovery-codes.ts';
import './console-two-step-setup.ts';
import type { TwoStepDone } from './console-two-step-setup.ts';
import { heldView, refusalNote } from './held-view.ts';
import { offsetsOf } from './place-time.ts';

/** From so few on new ones are suggested. */
const FEW_CODES = 3;

/** The own second step, on or off: `<console-two-step .desk .me>`. */
@customElement('console-two-step')
export class ConsoleTwoStep extends LitElement {
  static override styles = [look];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @state() private isSettingUp = false;
  @state() private codes: readonly string[] = [];
  readonly #twoStep = new Resource(() => this.desk.api.call(readTwoStep, {}));
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.#twoStep]);

  protected override render() {
    return html`<section class="card pad stack" aria-labelledby="two-step">
      <h2 id="two-step">두 단계 로그인</h2>
      ${
        this.codes.length > 0
          ? html`<console-recovery-codes
              .codes=${this.codes}
              .loginName=${this.me.loginName}
            ></console-recovery-codes>`
          : nothing
      }
      ${heldView(this.#twoStep, (state) =>
        state.onSince === null ? this.#renderOff() : this.#renderOn(state),
      )}
      ${refusalNote(this.#action.refusal)}
    </section>`;
  }

  #renderOff() {
    if (this.isSettingUp)
      return html`<console-two-step-setup
        .desk=${this.desk}
        @two-step-done=${this.#onDone}
      ></console-two-step-setup>`;
    return html`<p>
        비밀번호에 더해 휴대전화의 인증 코드를 확인합니다. 비밀번호가 새어 나가도 남이 들어올 수
        없습니다.
      </p>
      <div>
        <button class="main" @click=${() => (this.isSettingUp = true)}>두 단계 로그인 켜기</button>
      </div>`;
  }

  #renderOn({ onSince, codesLeft, isDemanded }: TwoStepState) {
    const isBusy = this.#action.isBusy;
    return html`<p>
        <span class="badge good">켜짐</span> ${longDateTime(offsetsOf(this.desk), onSince ?? 0)}부터
      </p>
      <p class=${codesLeft < FEW_CODES ? 'warn' : 'soft'}>
        남은 복구 코드
        ${codesLeft}개.${codesLeft < FEW_CODES ? ' 새로 만들어 보관해 주십시오.' : ''}
      </p>
      <div class="row">
        <button ?disabled=${isBusy} @click=${this.#onRenew}>복구 코드 새로 만들기</button>
        <button class="alarm-line" ?disabled=${isBusy} @click=${this.#onStop}>
          ${isDemanded ? '다른 휴대전화로 바꾸기' : '두 단계 로그인 끄기'}
        </button>
      </div>`;
  }

  readonly #onDone = ({ codes }: TwoStepDone) => {
    this.isSettingUp = false;
    this.codes = codes;
    this.#twoStep.invalidate();
    say(this, { text: '두 단계 로그인을 켰습니다.' });
  };

  readonly #onRenew = async () => {
    await this.#action.run(async () => {
      const { codes } = await this.desk.api.call(renewRecoveryCodes, {});
      this.codes = codes;
      this.#twoStep.invalidate();
      say(this, { text: '복구 코드를 새로 만들었습니다. 이전 코드는 쓸 수 없습니다.' });
    });
  };

  readonly #onStop = async () => {
    const isDemanded = this.#twoStep.value?.isDemanded ?? false;
    await this.#action.run(async () => {
      await this.desk.api.call(stopTwoStep, {});
      this.codes = [];
      if (isDemanded) this.desk.mustSetTwoStepUp.value = true;
      else this.#twoStep.invalidate();
      say(this, { text: '두 단계 로그인을 껐습니다.' });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-two-step': ConsoleTwoStep;
  }
}
