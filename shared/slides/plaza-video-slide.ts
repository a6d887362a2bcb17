import { css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { Film } from './film.ts';
import { FullBleedSlide } from './full-bleed-slide.ts';

/**
 * A film over the whole board, with a title on a scrim: `<plaza-video-slide .slide .content .scene>`. Its poster stands
 * until `play` was called and a frame is there, and for good on a board that faces a road or has no film at hand.
 */
@customElement('plaza-video-slide')
export class PlazaVideoSlide extends FullBleedSlide<'video'> {
  static override styles = [
    ...FullBleedSlide.styles,
    css`
      /* What is stacked in here stays beneath the frame. */
      :host {
        isolation: isolate;
      }

      .film,
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }

      video {
        object-fit: cover;
        visibility: hidden;
      }

      video.playing {
        visibility: visible;
      }

      /* Over the film what lies over a picture by night. */
      .film::after {
        position: absolute;
        inset: 0;
        background-color: var(--veil, transparent);
        content: '';
      }

      .night .film:has(.playing) {
        --veil: rgb(7 9 13 / 0.28);
      }

      .board .words {
        z-index: 2;
      }

      .board .scrim {
        /* As for the lightest picture: nobody knows what a film will show. */
        --shade: 0.88;
        z-index: 1;
      }
    `,
  ];

  @query('video') private video!: HTMLVideoElement | null;
  readonly #film = new Film(
    this,
    () => this.video,
    (detail) =>
      this.dispatchEvent(new CustomEvent('film-failed', { detail, bubbles: true, composed: true })),
  );

  /** Why the film cannot be shown, though its poster is; null while nothing is wrong with it. */
  get fault(): Error | null {
    return this.#film.fault;
  }

  override get ready(): Promise<void> {
    return super.ready.then(() => this.#film.ready);
  }

  /** Call when the slide comes on. */
  play(): void {
    this.#film.play();
  }

  protected override renderGround() {
    return html`<div class="film">
      <video .muted=${true} playsinline loop preload="auto" aria-hidden="true"></video>
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const { content, scene } = this;
    const load = scene?.geometry.facesRoad ? undefined : scene?.loadVideo;
    this.#film.hold(content && load ? { sha256: content.video.sha256, load } : null);
  }
}

declare global {
  interface HTMLElementEventMap {
    'film-failed': CustomEvent<Error>;
  }
  interface HTMLElementTagNameMap {
    'plaza-video-slide': PlazaVideoSlide;
  }
}
