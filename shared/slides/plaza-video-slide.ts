import { css, html, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { Film } from './film.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading } from './slide-parts.ts';

/**
 * A film over the whole board, with a title on a scrim: `<plaza-video-slide .slide .content .scene>`. Its poster stands
 * until `play` was called and a frame is there, and for good on a board that faces a road or has no film at hand.
 */
@customElement('plaza-video-slide')
export class PlazaVideoSlide extends SlideElement<'video'> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .board .picture {
        inset: 0;
        --fade: none;
      }

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
        position: absolute;
        z-index: 1;
        inset: auto 0 0;
        height: var(--scrim);
        background: linear-gradient(
          to top,
          rgb(11 14 20 / var(--shade, 0.88)) 0,
          rgb(11 14 20 / var(--shade, 0.88)) 77%,
          rgb(11 14 20 / calc(var(--shade, 0.88) * 0.5)) 90%,
          rgb(11 14 20 / 0) 100%
        );
      }

      .title {
        font-size: calc(max(var(--title) * 0.82, var(--body)));
      }

      .board.pictured .words {
        top: 34%;
        right: var(--margin);
        justify-content: safe end;
      }

      .board.pictured .main {
        flex: none;
      }

      .byline {
        margin-right: 0;
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

  protected override renderWords(page: Page<'video'>) {
    const { title } = page.content;
    return html`${byline(page, null)}
      <div class="main">${title ? heading(page, title) : nothing}</div>`;
  }

  /** The scrim reaches just above the words, so that a short title leaves the picture free. */
  protected override fit(): void {
    super.fit();
    const header = this.words?.querySelector<HTMLElement>('.byline');
    if (!this.words || !header || !this.scene) return;
    const top = this.words.offsetTop + header.offsetTop;
    const heightPx = (this.scene.geometry.heightPx - top) * 1.3;
    this.style.setProperty('--scrim', `${heightPx}px`);
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
