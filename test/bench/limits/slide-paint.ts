/** In the browser: a slide from its making to its painted frame, and the same words by Lit alone. */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pictureOf } from '../../../shared/content/slide.ts';
import type { ManifestSlide } from '../../../shared/protocol/manifest.ts';
import '../../../shared/slides/plaza-slide.ts';
import { samplePhoto } from '../../support/sample-photo.ts';
import type { SlideCase } from '../../support/slide-cases.ts';

/** Words in one size each, without fitting, beside the picture as it comes. */
@customElement('bare-slide')
export class BareSlide extends LitElement {
  static override styles = css`
    :host {
      display: block;
      width: 100%;
      height: 100%;
      background: #0b0e14;
      color: #f6f3ec;
      font: 500 60px 'Pretendard Board';
    }

    canvas {
      position: absolute;
      inset: 0 0 0 50%;
      width: 50%;
      height: 100%;
      object-fit: cover;
    }

    h1 {
      font-size: 140px;
    }
  `;
  @property({ attribute: false }) words: readonly string[] = [];
  @property({ attribute: false }) bitmap: ImageBitmap | null = null;

  protected override render() {
    const [title, ...lines] = this.words;
    return html`<h1>${title}</h1>
      ${lines.map((line) => html`<p>${line}</p>`)}
      ${this.bitmap ? html`<canvas></canvas>` : nothing}`;
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas || !this.bitmap) return;
    canvas.width = this.bitmap.width;
    canvas.height = this.bitmap.height;
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(this.bitmap);
  }
}

/** Milliseconds for the slide and for its words alone, one after the other, on the board's full size. */
export async function paintOnce({
  scene,
  slide,
}: SlideCase): Promise<{ readonly ours: number; readonly bare: number }> {
  if (!slide) throw new Error('an announcement is no slide');
  const room = document.createElement('div');
  const { widthPx, heightPx } = scene.geometry;
  Object.assign(room.style, {
    position: 'relative',
    width: `${widthPx}px`,
    height: `${heightPx}px`,
  });
  document.body.style.margin = '0';
  document.body.replaceChildren(room);
  const element = document.createElement('plaza-slide');
  const from = performance.now();
  Object.assign(element, { slide, scene: { ...scene, loadPicture: samplePhoto } });
  room.append(element);
  await element.ready;
  const ours = (await paintedAt()) - from;
  const words = wordsOf(element);
  room.replaceChildren();
  await paintedAt();
  return { ours, bare: await paintBare(room, slide, words) };
}

async function paintBare(
  room: HTMLElement,
  slide: ManifestSlide,
  words: readonly string[],
): Promise<number> {
  const picture = pictureOf(slide.content);
  const from = performance.now();
  const bare = document.createElement('bare-slide');
  bare.words = words;
  if (picture) bare.bitmap = await samplePhoto(picture.sha256);
  room.append(bare);
  await bare.updateComplete;
  return (await paintedAt()) - from;
}

/** What the slide says, in its order. */
function wordsOf(element: Element): readonly string[] {
  const board = element.shadowRoot?.firstElementChild?.shadowRoot?.querySelector('.words');
  return (board?.textContent ?? '')
    .split(/\s{2,}|\n/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** After the next frame is produced. */
function paintedAt(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
    });
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'bare-slide': BareSlide;
  }
}
