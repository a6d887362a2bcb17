import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import { blankScreen } from '../../../shared/protocol/http/screens.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { say } from '../app/toast.ts';
import type { Desk } from '../link/desk.ts';
import './console-show-now.ts';
import { refusalNote } from './held-view.ts';

const MINUTES = [10, 30, 60] as const;

/** The four things that a person comes to do: `<console-board-actions .desk .me .view>`. */
@customElement('console-board-actions')
export class ConsoleBoardActions extends LitElement {
  static override styles = [
    look,
    css`
      .actions {
        display: grid;
        gap: 10px;
        grid-template-columns: 1fr 1fr;
      }

      .make,
      .blank {
        grid-column: 1 / -1;
      }

      .blank {
        order: 1;
      }

      .actions > * {
        min-height: 52px;
      }

      @media (width >= 600px) {
        .actions {
          display: flex;
        }

        .blank {
          margin-left: auto;
          order: 0;
        }
      }

      dialog .choices {
        display: grid;
        gap: 10px;
        margin: 16px 0;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property({ attribute: false }) view!: ScreenView;
  @query('dialog') private blanking!: HTMLDialogElement;
  @query('console-show-now') private showNow!: HTMLElementTagNameMap['console-show-now'];
  readonly #action = new Action(this);

  protected override render() {
    const may = (right: Parameters<typeof mayDoSomewhere>[1]) => mayDoSomewhere(this.me, right);
    return html`<div class="actions">
        ${
          may('slide.write')
            ? html`<a class="button main make" href="#/slides/new">슬라이드 만들기</a>`
            : nothing
        }
        ${
          may('slide.show-now')
            ? html`<button @click=${() => this.showNow.open(null)}>지금 송출…</button>`
            : nothing
        }
        ${may('screen.blank') ? this.#renderBlank() : nothing}
        ${
          may('announcement.send')
            ? html`<a class="button alarm-line" href="#/announcements/emergency">긴급 송출…</a>`
            : nothing
        }
      </div>
      ${refusalNote(this.#action.refusal)}
      <console-show-now .desk=${this.desk} .me=${this.me}></console-show-now>
      ${this.#renderDialog()}`;
  }

  #renderBlank() {
    const { blankUntil } = this.view.screen;
    const isBlank = blankUntil !== null && blankUntil > this.desk.now();
    return isBlank
      ? html`<button
          class="blank"
          ?disabled=${this.#action.isBusy}
          @click=${() => this.#onBlank(0)}
        >
          화면 다시 켜기
        </button>`
      : html`<button class="blank" @click=${() => this.blanking.showModal()}>화면 끄기…</button>`;
  }

  #renderDialog() {
    return html`<dialog aria-labelledby="blank-title">
      <h2 id="blank-title">${this.view.screen.name} 끄기</h2>
      <p class="soft">
        얼마 동안 끌까요? 시간이 지나면 저절로 다시 켜집니다. 긴급 송출은 나갑니다.
      </p>
      <div class="choices">
        ${MINUTES.map(
          (minutes) =>
            html`<button @click=${() => this.#onBlank(minutes)}>${minutes}분 동안 끄기</button>`,
        )}
      </div>
      <button class="plain" @click=${() => this.blanking.close()}>끄지 않기</button>
    </dialog>`;
  }

  async #onBlank(minutes: number): Promise<void> {
    this.blanking.close();
    await this.#action.run(async () => {
      await this.#blank(minutes);
      if (minutes === 0) say(this, { text: '화면을 다시 켰습니다.' });
      else say(this, { text: `${minutes}분 동안 화면을 끕니다.`, undo: () => this.#blank(0) });
    });
  }

  async #blank(minutes: number): Promise<void> {
    const params = { screenId: this.view.screen.id };
    await this.desk.api.call(blankScreen, { params, body: { minutes } });
    this.desk.screens.invalidate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-board-actions': ConsoleBoardActions;
  }
}
