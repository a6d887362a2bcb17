import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Picture } from '../content/slide.ts';
import { coverCrop } from './cover-crop.ts';
import { lightestOf } from './scrim.ts';

/**
 * In the processor's memory: painted with what lies around it. A canvas with a layer of its own splits its slide into
 * several, which a fade has to put together for every frame.
 */
const CANVAS: CanvasRenderingContext2DSettings = { willReadFrequently: true };

/**
 * A picture that fills its box, cropped around its focus: `<plaza-picture .picture .load>`.
 * Drawn from an ImageBitmap into a canvas and closed at once: `<img>` keeps decoded pictures for hours.
 */
@customElement('plaza-picture')
export class PlazaPicture extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;

  @property({ attribute: false }) picture: Picture | null = null;
  @property({ attribute: false }) load: ((sha256: string) => Promise<ImageBitmap>) | null = null;
  /** Relative luminance of its light parts, 0 to 1; known once `ready` has resolved. */
  lightest = 1;
  @query('canvas') private canvas!: HTMLCanvasElement;
  #drawn: Promise<void> = Promise.resolve();

  /** Resolves when the current picture is in the canvas; rejects when it cannot be loaded. */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.#drawn);
  }

  protected override render() {
    return html`<canvas role="img" aria-label=${this.picture?.alt.ko ?? ''}></canvas>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('picture');
    const isSame = before !== undefined && isSamePicture(before, this.picture);
    if (isSame && !changed.has('load')) return;
    this.#drawn = this.#draw();
    // The slide awaits `ready`; without a listener a failure must not become an unhandled one.
    this.#drawn.catch(() => undefined);
  }

  async #draw(): Promise<void> {
    const { picture, load } = this;
    if (!picture || !load) return;
    const bitmap = await load(picture.sha256);
    try {
      const { clientWidth: widthPx, clientHeight: heightPx } = this.canvas;
      if (widthPx === 0 || heightPx === 0 || !isSamePicture(picture, this.picture)) return;
      const crop = coverCrop(bitmap, { width: widthPx, height: heightPx }, picture);
      const cut = await createImageBitmap(bitmap, crop.x, crop.y, crop.width, crop.height, {
        resizeWidth: widthPx,
        resizeHeight: heightPx,
        resizeQuality: 'high',
      });
      this.lightest = lightestOf(cut);
      this.#show(cut);
    } finally {
      bitmap.close();
    }
  }

  #show(cut: ImageBitmap): void {
    this.canvas.width = cut.width;
    this.canvas.height = cut.height;
    this.canvas.getContext('2d', CANVAS)?.drawImage(cut, 0, 0);
    cut.close();
  }
}

function isSamePicture(a: Picture | null, b: Picture | null): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const isSameView = a.focusX === b.focusX && a.focusY === b.focusY && a.zoom === b.zoom;
  return a.sha256 === b.sha256 && isSameView;
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-picture': PlazaPicture;
  }
}
