import { css, html, nothing } from 'lit';
import type { SlideContent } from '../content/slide.ts';
import { SlideElement, type Page } from './slide-element.ts';
import { byline, heading } from './slide-parts.ts';

/** A slide whose picture or film fills the board, with at most a title, on a scrim just as high as that. */
export abstract class FullBleedSlide<T extends 'picture' | 'video'> extends SlideElement<T> {
  static override styles = [
    ...SlideElement.styles,
    css`
      .board .picture {
        inset: 0;
        --fade: none;
      }

      .board .scrim {
        position: absolute;
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

  protected override renderWords(page: Page<T>) {
    const { title }: SlideContent = page.content;
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
