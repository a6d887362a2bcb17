import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titleOf } from '../../../shared/content/slide.ts';
import type { SlideView } from '../../../shared/protocol/http/content.ts';
import { look } from '../app/look.ts';
import { stateNames, stateTones } from '../app/words.ts';
import { textField } from './field.ts';

/** The chosen slides, in the order in which they take turns. */
export class SlidesPicked extends Event {
  static readonly type = 'slides-picked';
  readonly slideIds: readonly string[];

  constructor(slideIds: readonly string[]) {
    super(SlidesPicked.type, { bubbles: true, composed: true });
    this.slideIds = slideIds;
  }
}

/** Slides in order: `<console-slide-picker .slides .chosen .problem @slides-picked>`. */
@customElement('console-slide-picker')
export class ConsoleSlidePicker extends LitElement {
  static override styles = [
    look,
    css`
      .picked {
        border: 1px solid var(--line);
        border-radius: 10px;
      }

      li {
        align-items: center;
        display: grid;
        gap: 6px;
        grid-template-columns: 28px minmax(0, 1fr) auto auto auto;
        padding: 6px 10px 6px 14px;
      }

      .found {
        border: 1px solid var(--line);
        border-radius: 10px;
        max-height: 264px;
        overflow: auto;
      }

      .found label {
        padding: 4px 14px;
      }
    `,
  ];
  /** To choose from. */
  @property({ attribute: false }) slides: readonly SlideView[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) problem: string | undefined;
  @state() private words = '';

  protected override render() {
    return html`<fieldset class="stack">
      <legend>내보낼 슬라이드</legend>
      ${
        this.chosen.length === 0
          ? html`<p class="soft">아래에서 하나 이상 골라 주십시오. 고른 순서대로 나갑니다.</p>`
          : html`<ol class="picked list">
              ${this.chosen.map((id, index) => this.#renderPicked(id, index))}
            </ol>`
      }
      ${this.problem ? html`<p class="bad"><strong>${this.problem}</strong></p>` : nothing}
      ${
        this.slides.length === 0
          ? html`<p class="note">
              이 주체의 슬라이드가 없습니다. <a href="#/slides/new">슬라이드 만들기</a>
            </p>`
          : this.#renderFound()
      }
    </fieldset>`;
  }

  #renderPicked(slideId: string, index: number) {
    const title = this.#title(slideId);
    return html`<li>
      <span class="figures soft">${index + 1}</span>
      <strong>${title}</strong>
      <button
        type="button"
        class="plain"
        aria-label="${title} 앞으로"
        ?disabled=${index === 0}
        @click=${() => this.#move(index, -1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="plain"
        aria-label="${title} 뒤로"
        ?disabled=${index === this.chosen.length - 1}
        @click=${() => this.#move(index, 1)}
      >
        ↓
      </button>
      <button
        type="button"
        class="plain"
        aria-label="${title} 빼기"
        @click=${() => this.#toggle(slideId, false)}
      >
        ✕
      </button>
    </li>`;
  }

  #renderFound() {
    const found = this.slides.filter(
      ({ slide, latest }) =>
        slide.state !== 'withdrawn' && titleOf(latest.content).includes(this.words.trim()),
    );
    return html`${textField({
        id: 'find-slide',
        label: '슬라이드 찾기',
        type: 'search',
        value: this.words,
        onInput: (words) => (this.words = words),
      })}
      <div class="found list" role="group" aria-label="고를 수 있는 슬라이드" tabindex="-1">
        ${found.map(
          ({ slide, latest }) =>
            html`<label class="tick"
              ><input
                type="checkbox"
                .checked=${this.chosen.includes(slide.id)}
                @change=${(event: Event) =>
                  this.#toggle(slide.id, (event.target as HTMLInputElement).checked)}
              /><span
                >${titleOf(latest.content)}
                ${
                  slide.state === 'approved'
                    ? nothing
                    : html`<span class="badge ${stateTones[slide.state]}"
                        >${stateNames[slide.state]}</span
                      >`
                }</span
              ></label
            >`,
        )}
      </div>`;
  }

  #title(slideId: string): string {
    const view = this.slides.find(({ slide }) => slide.id === slideId);
    return view ? titleOf(view.latest.content) : '볼 수 없는 슬라이드';
  }

  #toggle(slideId: string, isOn: boolean): void {
    const others = this.chosen.filter((id) => id !== slideId);
    this.dispatchEvent(new SlidesPicked(isOn ? [...others, slideId] : others));
  }

  #move(index: number, by: number): void {
    const ids = [...this.chosen];
    const [moved] = ids.splice(index, 1);
    if (moved !== undefined) ids.splice(index + by, 0, moved);
    this.dispatchEvent(new SlidesPicked(ids));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-slide-picker': ConsoleSlidePicker;
  }
}
