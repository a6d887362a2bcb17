import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Announcement } from '../../../shared/content/announcement.ts';
import type { Screen } from '../../../shared/content/screen.ts';
import type { Glass } from '../../../shared/protocol/events.ts';
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { formAt } from '../../../shared/slides/form-at.ts';
import '../../../shared/slides/plaza-preview.ts';
import { look } from '../app/look.ts';
import type { PictureShelf } from '../link/pictures.ts';
import { boardPictureLook } from './board-picture-look.ts';

/**
 * What a board last said it shows, drawn by the board's own elements:
 * `<console-board-picture .screen .manifest .glass .announcements .at .pictures>`.
 */
@customElement('console-board-picture')
export class ConsoleBoardPicture extends LitElement {
  static override styles = [
    look,
    boardPictureLook,
    css`
      figure.stale plaza-preview {
        opacity: 0.35;
      }

      .void {
        aspect-ratio: var(--shape, 16 / 9);
        width: 100%;
      }
    `,
  ];
  @property({ attribute: false }) screen!: Screen;
  @property({ attribute: false }) manifest: Manifest | undefined;
  @property({ attribute: false }) glass: Glass | null = null;
  @property({ attribute: false }) announcements: readonly Announcement[] = [];
  @property({ attribute: false }) pictures!: PictureShelf;
  @property({ type: Number }) at: EpochMs = 0;
  /** Not heard for long: the picture is dimmed and says so. */
  @property({ type: Boolean }) stale = false;

  protected override render() {
    const { glass, manifest, screen } = this;
    const shape = screen.heightPx > screen.widthPx ? 'tall' : 'wide';
    if (!glass || !manifest)
      return html`<figure class=${shape}>
        <div class="void"></div>
        <p>아직 이 화면이 보내 온 모습이 없습니다</p>
      </figure>`;
    return html`<figure
      class="${shape} ${this.stale ? 'stale' : ''}"
      role="img"
      aria-label=${this.#label()}
    >
      <plaza-preview
        .inert=${true}
        aria-hidden="true"
        .scene=${this.#scene(manifest, glass)}
        .slide=${manifest.slides.find(({ id }) => id === glass.slideId) ?? null}
        .announcement=${this.announcements.find(({ id }) => id === glass.announcementId) ?? null}
        .layer=${glass.layer}
        .slotStartMs=${glass.slotStartMs}
        .slotEndMs=${glass.slotEndMs}
      ></plaza-preview>
      ${this.#renderWords(glass)}
    </figure>`;
  }

  #renderWords(glass: Glass) {
    if (this.stale) return html`<p>마지막으로 알려 온 모습</p>`;
    if (glass.layer === 'blank') return html`<p>꺼 둔 화면</p>`;
    if (glass.layer === 'off') return html`<p>운영 시간 밖 · 화면 꺼짐</p>`;
    return '';
  }

  #scene(manifest: Manifest, { language = 'ko' }: Glass) {
    return {
      geometry: this.screen,
      place: this.screen.place,
      organizations: manifest.organizations,
      shops: manifest.shops,
      calendar: manifest.calendar,
      at: this.at,
      language,
      form: formAt(manifest.calendar.offsets, this.at, this.screen),
      loadPicture: this.pictures.load,
    };
  }

  #label(): string {
    return `${this.screen.name}에 지금 보이는 모습`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-board-picture': ConsoleBoardPicture;
  }
}
