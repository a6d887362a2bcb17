import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SlideContent } from '../../../shared/content/slide.ts';
import { BoxWidth } from '../../../shared/slides/box-width.ts';
import type { Language } from '../../../shared/content/fields.ts';
import type { Form } from '../../../shared/slides/scene.ts';
import { setStyles } from '../../../shared/slides/set-styles.ts';
import { look } from '../app/look.ts';
import type { Desk } from '../link/desk.ts';
import './console-preview-board.ts';
import type { PreviewBoard } from './preview-boards.ts';
import { boardWidthM, eyeWords, nearestM, seenWidthPx, type Held } from './seen-size.ts';

const LEAST_M = 3;
const MOST_M = 40;

/**
 * A board as large as it is to an eye at some distance: `<console-far-view .desk .board .content
 * .organizationId .shopId .slideId .form .language>`. Starts at 20 m.
 */
@customElement('console-far-view')
export class ConsoleFarView extends LitElement {
  static override styles = [
    look,
    css`
      .plaza {
        align-items: center;
        background: light-dark(#cfd6de, #05070a);
        border-radius: 10px;
        display: grid;
        justify-items: center;
        min-height: 150px;
        overflow: hidden;
        padding: 12px 0;
      }

      label {
        display: block;
        margin-top: 8px;
      }

      .distance {
        font-size: 1.25rem;
        font-weight: 800;
      }

      input {
        accent-color: var(--accent-bar);
        height: 44px;
        margin: 0;
        width: 100%;
      }
    `,
  ];
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) board!: PreviewBoard;
  @property({ attribute: false }) content!: SlideContent;
  @property() organizationId = '';
  @property({ attribute: false }) shopId: string | null = null;
  /** Undefined for a new one. */
  @property({ attribute: false }) slideId: string | undefined;
  @property() form: Form = 'day';
  @property() language: Language = 'ko';
  @state() private wantedM = 20;
  readonly #box = new BoxWidth(this);
  readonly #held: Held = matchMedia('(pointer: coarse) and (width < 700px)').matches
    ? 'hand'
    : 'desk';

  protected override render() {
    const { geometry } = this.board;
    const least = nearestM(geometry, {
      roomPx: this.#box.widthPx,
      held: this.#held,
      least: LEAST_M,
    });
    const distanceM = Math.max(least, this.wantedM);
    const widthPx = seenWidthPx(geometry, distanceM, this.#held);
    return html`<div class="plaza">
        <console-preview-board
          ${setStyles({ width: `${widthPx}px` })}
          .desk=${this.desk}
          .board=${this.board}
          .content=${this.content}
          .organizationId=${this.organizationId}
          .shopId=${this.shopId}
          .slideId=${this.slideId}
          .form=${this.form}
          .language=${this.language}
        ></console-preview-board>
      </div>
      <label
        ><span class="distance figures">${distanceM}m에서 본 크기</span>
        <input
          type="range"
          min=${least}
          max=${Math.max(MOST_M, least)}
          aria-valuetext="${distanceM}미터"
          .value=${`${distanceM}`}
          @input=${this.#onDistance}
      /></label>
      <p class="soft small">
        너비 ${boardWidthM(geometry).toFixed(1)}m인 화면입니다. 눈에서 ${eyeWords(this.#held)}
        떨어진 화면에 1인치가 96픽셀일 때의 크기이니, 그만큼 떼고 보십시오.
      </p>`;
  }

  readonly #onDistance = (event: Event) => {
    this.wantedM = Number((event.target as HTMLInputElement).value);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'console-far-view': ConsoleFarView;
  }
}
