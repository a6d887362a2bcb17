import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardProblem } from '../../../shared/content/board-problem.ts';
import { titleOf } from '../../../shared/content/slide.ts';
import { longDateTime } from '../../../shared/korean-date.ts';
import type { ScreenView } from '../../../shared/protocol/http/screens.ts';
import { look } from '../app/look.ts';
import { Watch } from '../app/watch.ts';
import type { Desk } from '../link/desk.ts';
import { heldView } from './held-view.ts';
import { longList } from './long-list.ts';
import { offsetsOf } from './place-time.ts';
import { problemWords } from './problem-words.ts';

const SHOWN = 6;

/** What a board noticed of itself, counted: `<console-problems .desk .view>`. */
@customElement('console-problems')
export class ConsoleProblems extends LitElement {
  static override styles = [
    look,
    css`
      li {
        display: grid;
        gap: 2px;
        padding: 12px 0;
      }

      summary {
        cursor: pointer;
        font-weight: 600;
        min-height: 44px;
        padding-top: 10px;
      }

      .message {
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) view!: ScreenView;
  protected readonly watch = new Watch(this, () => [this.#problems(), this.desk.slides]);

  protected override render() {
    return heldView(this.#problems(), (problems) => {
      return html`<section class="card pad stack" aria-labelledby="title">
        <h2 id="title">화면이 스스로 알린 문제</h2>
        ${
          problems.length === 0
            ? html`<p class="soft">최근 60일 동안 없습니다.</p>`
            : longList(problems, SHOWN, (problem) => this.#renderOne(problem))
        }
      </section>`;
    });
  }

  #renderOne({ kind, slideId, message, firstAt, lastAt, times }: BoardProblem) {
    const { what, todo } = problemWords[kind];
    const offsets = offsetsOf(this.desk, this.view.screen.id);
    const last = longDateTime(offsets, lastAt);
    const words =
      times === 1 ? last : `${times}번 · 마지막 ${last} · 처음 ${longDateTime(offsets, firstAt)}`;
    return html`<li>
      <strong>${what}${slideId === null ? nothing : this.#renderSlide(slideId)}</strong>
      <span class="soft">${todo}</span>
      <span class="soft small figures">${words}</span>
      <span class="message soft small" lang=${kind === 'slide-misfit' ? 'ko' : 'en'}
        >${message}</span
      >
    </li>`;
  }

  #renderSlide(slideId: string) {
    const slide = this.desk.slides.value?.find(({ slide: { id } }) => id === slideId);
    if (!slide) return nothing;
    return html`: <a href="#/slides/${slideId}">${titleOf(slide.latest.content)}</a>`;
  }

  #problems() {
    return this.desk.problems(this.view.screen.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-problems': ConsoleProblems;
  }
}
