/** The least page that shows a picture and a title: Lit alone. `?src=` names the picture. */
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';

@customElement('bare-picture')
export class BarePicture extends LitElement {
  static override styles = css`
    canvas {
      width: 100vw;
      height: 90vh;
      object-fit: cover;
    }
  `;
  @state() private title0 = '';

  protected override firstUpdated(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const source = new URLSearchParams(location.search).get('src') ?? '';
    const bitmap = await createImageBitmap(await (await fetch(source)).blob());
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas === null) return;
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    this.title0 = '도레미분식';
    this.dataset.slideId = 'bare';
  }

  protected override render() {
    return html`<canvas></canvas>
      <h1>${this.title0}</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bare-picture': BarePicture;
  }
}
