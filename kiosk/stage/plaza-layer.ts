import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { isClockless } from '../../shared/slides/is-clockless.ts';
import '../../shared/slides/plaza-frame.ts';
import '../../shared/slides/plaza-slide.ts';
import type { PlazaSlide } from '../../shared/slides/plaza-slide.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import type { Showing } from '../player/view.ts';
import { whiteShades, type Shades } from './frame-luminance.ts';
import { PageTurner } from './page-turner.ts';
import { shadesOfSlide } from './slide-shades.ts';

/** One slide with its frame, as large as the board: `<plaza-layer .showing .scene .frameScene .dim>`. */
@customElement('plaza-layer')
export class PlazaLayer extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    .dim {
      position: absolute;
      inset: 0;
      background: #000;
      opacity: var(--dim);
      pointer-events: none;
    }
  `;

  @property({ attribute: false }) showing: Showing | null = null;
  /** What the slide is drawn in: the instant at which it comes on. */
  @property({ attribute: false }) scene: Scene | null = null;
  /** What the frame is drawn in: it runs on while the slide stands. */
  @property({ attribute: false }) frameScene: Scene | null = null;
  /** How much black lies over it at night, 0 to 1. */
  @property({ type: Number }) dim = 0;
  /** What it gives of light; white, the most, until it is laid out. */
  shades: Shades = whiteShades;
  @query('plaza-slide') private slideElement!: PlazaSlide | null;
  readonly #turner = new PageTurner(this);

  /** Resolves when it is laid out and its picture drawn; rejects when it cannot be drawn. */
  get ready(): Promise<void> {
    return this.#untilReady();
  }

  /** Texts for which this board has no room; known once `ready` has resolved. */
  get omitted(): readonly string[] {
    return this.slideElement?.omitted ?? [];
  }

  /** Looks at what is laid out; once `ready` has resolved. */
  measureShades(): void {
    if (this.slideElement) this.shades = shadesOfSlide(this.slideElement);
  }

  /** Starts a film, and turning the pages of a long slide; call when it comes on. */
  play(): void {
    this.slideElement?.play();
    const slot = this.showing?.slot;
    const pages = this.slideElement?.pages ?? 1;
    if (slot) this.#turner.start(pages, (slot.endMs - slot.startMs) / pages);
  }

  /** A new instant for the frame, and for a slide that tells the time. */
  refresh(scene: Scene): void {
    this.frameScene = scene;
    const { showing } = this;
    if (showing?.slide.content.template !== 'clock') return;
    this.scene = { ...scene, language: showing.language };
  }

  async #untilReady(): Promise<void> {
    await this.updateComplete;
    await this.slideElement?.ready;
    if (this.slideElement?.fault) throw this.slideElement.fault;
  }

  protected override willUpdate(): void {
    this.style.setProperty('--dim', String(this.dim));
  }

  protected override render() {
    const { showing, scene } = this;
    if (!showing || !scene) return nothing;
    return html`<plaza-slide
        .slide=${showing.slide}
        .scene=${scene}
        .page=${this.#turner.page}
      ></plaza-slide>
      <plaza-frame
        .scene=${this.frameScene ?? scene}
        .organizationId=${showing.slide.organizationId}
        .slotStartMs=${showing.slot?.startMs ?? null}
        .slotEndMs=${showing.slot?.endMs ?? null}
        ?clockless=${isClockless(showing.slide.content, scene.geometry)}
      ></plaza-frame>
      <div class="dim"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-layer': PlazaLayer;
  }
}
