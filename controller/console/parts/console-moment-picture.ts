import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Screen } from '../../../shared/content/screen.ts';
import type { Moment } from '../../../shared/protocol/http/planning.ts';
import { formAt } from '../../../shared/slides/form-at.ts';
import '../../../shared/slides/plaza-preview.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { look } from '../app/look.ts';
import type { PictureShelf } from '../link/pictures.ts';
import { boardPictureLook } from './board-picture-look.ts';

/** A board at an instant, drawn by its own elements: `<console-moment-picture .screen .moment .at .pictures>`. */
@customElement('console-moment-picture')
export class ConsoleMomentPicture extends LitElement {
  static override styles = [
    look,
    boardPictureLook,
    css`
      figure {
        border: 1px solid var(--line);
      }
    `,
  ];
  @property({ attribute: false }) screen!: Screen;
  @property({ attribute: false }) moment!: Moment;
  /** What the clock on the board shows. */
  @property({ type: Number }) at: EpochMs = 0;
  @property({ attribute: false }) pictures!: PictureShelf;

  protected override render() {
    const { moment, screen } = this;
    const shape = screen.heightPx > screen.widthPx ? 'tall' : 'wide';
    return html`<figure class=${shape} role="img" aria-label="${screen.name}의 그 순간">
      <plaza-preview
        .inert=${true}
        aria-hidden="true"
        .scene=${this.#scene()}
        .slide=${moment.slide}
        .announcement=${moment.announcement}
        .layer=${moment.layer}
        .slotStartMs=${moment.slot?.startMs ?? null}
        .slotEndMs=${moment.slot?.endMs ?? null}
      ></plaza-preview>
      ${this.#renderWords()}
    </figure>`;
  }

  #renderWords() {
    const { layer, slide } = this.moment;
    if (layer === 'blank') return html`<p>꺼 둔 화면</p>`;
    if (layer === 'off') return html`<p>운영 시간 밖 · 화면 꺼짐</p>`;
    if ((layer === 'slot' || layer === 'house') && !slide)
      return html`<p>그때 나간 슬라이드가 남아 있지 않습니다</p>`;
    return nothing;
  }

  #scene() {
    const { organizations, shops, calendar, language } = this.moment;
    return {
      ...{ geometry: this.screen, place: this.screen.place, organizations, shops, calendar },
      ...{ at: this.at, language, loadPicture: this.pictures.load },
      form: formAt(calendar.offsets, this.at, this.screen),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-moment-picture': ConsoleMomentPicture;
  }
}
