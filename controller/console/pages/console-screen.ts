import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mayDoSomewhere, type Person } from '../../../shared/content/person.ts';
import type { ScreenFields } from '../../../shared/content/screen.ts';
import {
  createScreen,
  saveScreen,
  type ScreenView,
} from '../../../shared/protocol/http/screens.ts';
import { Action } from '../app/action.ts';
import { look } from '../app/look.ts';
import { goTo } from '../app/routes.ts';
import { say } from '../app/toast.ts';
import { markSaved, markUnsaved } from '../app/unsaved.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import '../parts/console-board-health.ts';
import '../parts/console-commands.ts';
import '../parts/console-device.ts';
import '../parts/console-glass.ts';
import '../parts/console-problems.ts';
import '../parts/console-reports.ts';
import '../parts/console-screen-form.ts';
import '../parts/console-troubles.ts';
import { refusalNote, skeleton } from '../parts/held-view.ts';
import type { ScreenChange } from '../parts/screen-change.ts';
import { newScreen, screenFieldsOf } from '../parts/screen-draft.ts';

/** Registers a board (`new`), or its PC, geometry and hours: `<console-screen .desk .me .screenId>`. */
@customElement('console-screen')
export class ConsoleScreen extends LitElement {
  static override styles = [
    look,
    css`
      :host,
      .board {
        max-width: 1240px;
      }

      form,
      console-device {
        max-width: 860px;
      }

      .board {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }

      @media (width >= 1000px) {
        .board {
          align-items: start;
          grid-template-columns: minmax(0, 13fr) minmax(0, 9fr);
        }

        .board console-glass {
          order: -1;
        }
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) me!: Person;
  @property() screenId = '';
  @state() private draft: ScreenFields | undefined;
  #openedId = '';
  #version = 1;
  readonly #action = new Action(this);
  protected readonly watch = new Watch(this, () => [this.desk.screens]);

  protected override willUpdate() {
    const view = this.#view();
    if (this.#openedId === this.screenId || (this.screenId !== 'new' && !view)) return;
    this.#openedId = this.screenId;
    this.#open(view);
  }

  protected override render() {
    const { draft } = this;
    const view = this.#view();
    return html`<div class="stack">
      <h1>${view?.screen.name ?? '화면 등록'}</h1>
      ${view ? this.#renderBoard(view) : nothing} ${draft ? this.#renderForm(draft) : skeleton()}
    </div>`;
  }

  #renderBoard(view: ScreenView) {
    const { desk, me } = this;
    return html`<div class="board">
        <console-board-health .desk=${desk} .view=${view}></console-board-health>
        <console-glass .desk=${desk} .view=${view}></console-glass>
      </div>
      <console-commands .desk=${desk} .me=${me} .view=${view}></console-commands>
      <console-reports .desk=${desk} .view=${view}></console-reports>
      <console-problems .desk=${desk} .view=${view}></console-problems>
      <console-troubles .desk=${desk} .screenId=${view.screen.id}></console-troubles>
      <console-device .desk=${desk} .me=${me} .view=${view}></console-device>`;
  }

  #renderForm(draft: ScreenFields) {
    const mayWrite = mayDoSomewhere(this.me, 'screen.write');
    return html`<form class="stack" novalidate @submit=${this.#onSubmit}>
      <console-screen-form
        .inert=${!mayWrite}
        .draft=${draft}
        .problemAt=${(path: string) => this.#action.problemAt(path)}
        @screen-change=${(event: ScreenChange) => this.#onChange(event)}
      ></console-screen-form>
      ${refusalNote(this.#action.refusal)}
      <div class="row">
        ${
          mayWrite
            ? html`<button class="main tall" ?disabled=${this.#action.isBusy}>화면 저장</button>`
            : nothing
        }
        <a class="button" href="#/screens">화면 목록으로</a>
      </div>
    </form>`;
  }

  #view(): ScreenView | undefined {
    return this.desk.screens.value?.find(({ screen }) => screen.id === this.screenId);
  }

  #open(view: ScreenView | undefined): void {
    this.#version = view?.screen.version ?? 1;
    this.draft = view ? screenFieldsOf(view.screen) : newScreen();
  }

  #onChange({ change }: ScreenChange): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    markUnsaved(this);
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    await this.#action.run(async () => {
      const saved =
        this.screenId === 'new'
          ? await this.desk.api.call(createScreen, { body: draft })
          : await this.desk.api.call(saveScreen, {
              params: { screenId: this.screenId },
              body: { ...draft, version: this.#version },
            });
      this.desk.screens.invalidate();
      this.#open(saved);
      say(this, { text: '화면을 저장했습니다.' });
      markSaved(this);
      goTo(`screens/${saved.screen.id}`);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-screen': ConsoleScreen;
  }
}
