import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import type { CommandState } from '../../../shared/protocol/commands.ts';
import { blankScreen, commandScreen } from '../../../shared/protocol/http/screens.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { Tick } from '../app/tick.ts';
import { Watch } from '../app/watch.ts';
import { ago } from '../app/words.ts';
import type { Desk } from '../link/desk.ts';
import { commandNames, commandWords } from './command-words.ts';
import { refusalNote } from './held-view.ts';

const BLANK_MINUTES = 10;
const SHOWN = 3;

const buttons = [
  ['identify', '화면에 이름 띄우기', '어느 게시대인지 찾을 때. 10초 동안 이름이 보입니다.'],
  ['screenshot', '지금 사진 찍기', '게시대에 정말로 보이는 것을 찍어 보냅니다.'],
  ['reload', '화면 새로 고치기', '몇 초 뒤 같은 자리에서 이어집니다.'],
] as const;

/** What a board can be told to do, and what it answered: `<console-commands .desk .me .view>`. */
@customElement('console-commands')
export class ConsoleCommands extends LitElement {
  static override styles = [
    look,
    css`
      .buttons {
        display: grid;
        gap: 14px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
      }

      .buttons > div {
        align-content: start;
        display: grid;
        gap: 6px;
      }

      .buttons button {
        min-height: 52px;
      }

      li {
        display: grid;
        gap: 2px 12px;
        grid-template-columns: 1fr auto;
        padding: 8px 0;
      }

      li p {
        grid-column: 1 / -1;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: ScreenView;
  readonly #action = new Action(this);
  protected readonly tick = new Tick(this, 1000);
  protected readonly watch = new Watch(this, () => [this.desk.states]);

  protected override render() {
    const mayCommand = mayDoSomewhere(this.me, 'screen.write');
    const mayBlank = mayDoSomewhere(this.me, 'screen.blank');
    if (!mayCommand && !mayBlank) return nothing;
    return html`<section class="card pad stack" aria-labelledby="title">
      <h2 id="title">게시대에 시키기</h2>
      <div class="buttons">
        ${mayCommand ? buttons.map((button) => this.#renderButton(button)) : nothing}
        ${mayBlank ? this.#renderBlank() : nothing}
      </div>
      ${refusalNote(this.#action.refusal)}
      <div role="status">
        <ul class="list" aria-label="시킨 일">
          ${this.#commands().map((command) => this.#renderState(command))}
        </ul>
      </div>
    </section>`;
  }

  #renderButton([command, label, hint]: (typeof buttons)[number]) {
    return html`<div>
      <button
        aria-describedby="hint-${command}"
        ?disabled=${this.#action.isBusy || this.#isUnderWay(command)}
        @click=${() => this.#onCommand(command)}
      >
        ${label}
      </button>
      <p class="soft small" id="hint-${command}">${hint}</p>
    </div>`;
  }

  #renderBlank() {
    const { blankUntil } = this.view.screen;
    const isBlank = blankUntil !== null && blankUntil > this.desk.now();
    return html`<div>
      <button
        aria-describedby="hint-blank"
        ?disabled=${this.#action.isBusy}
        @click=${() => this.#onBlank(isBlank ? 0 : BLANK_MINUTES)}
      >
        ${isBlank ? '화면 다시 켜기' : `${BLANK_MINUTES}분 동안 끄기`}
      </button>
      <p class="soft small" id="hint-blank">
        ${isBlank ? '지금 꺼 두었습니다.' : '시간이 지나면 저절로 켜집니다. 긴급 송출은 나갑니다.'}
      </p>
    </div>`;
  }

  #renderState(command: CommandState) {
    const { tone, words } = commandWords(command, this.desk.now());
    return html`<li>
      <strong>${commandNames[command.command]}</strong>
      <span class="soft small figures">${ago(this.desk.now() - command.sentAt)}</span>
      <p class=${tone}>${words}</p>
    </li>`;
  }

  /** The newest first. */
  #commands(): readonly CommandState[] {
    const state = this.desk.states.value.get(this.view.screen.id);
    return (state?.commands ?? []).slice(-SHOWN).reverse();
  }

  #isUnderWay(command: CommandState['command']): boolean {
    const at = this.desk.now();
    return this.#commands().some(
      (one) => one.command === command && commandWords(one, at).isWaiting,
    );
  }

  async #onCommand(command: 'identify' | 'screenshot' | 'reload'): Promise<void> {
    await this.#action.run(async () => {
      await this.desk.api.call(commandScreen, { params: this.#params(), body: { command } });
    });
  }

  async #onBlank(minutes: number): Promise<void> {
    await this.#action.run(async () => {
      await this.desk.api.call(blankScreen, { params: this.#params(), body: { minutes } });
      this.desk.screens.invalidate();
    });
  }

  #params() {
    return { screenId: this.view.screen.id };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-commands': ConsoleCommands;
  }
}
