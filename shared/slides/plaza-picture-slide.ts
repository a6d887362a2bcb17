import { customElement } from 'lit/decorators.js';
import { FullBleedSlide } from './full-bleed-slide.ts';

/** One picture over the whole board, with a title on a scrim: `<plaza-picture-slide .slide .content .scene>`. */
@customElement('plaza-picture-slide')
export class PlazaPictureSlide extends FullBleedSlide<'picture'> {}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-picture-slide': PlazaPictureSlide;
  }
}
