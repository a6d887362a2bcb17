import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Announcement } from '../../shared/content/announcement.ts';
import type { ManifestSlide } from '../../shared/protocol/manifest.ts';
import type { Scene } from '../../shared/slides/scene.ts';
import type { Prepared, Stage, StageSwap } from '../player/stage.ts';
import type { Cover, Showing } from '../player/view.ts';
import { afterPaint } from './after-paint.ts';
import { describeGlass } from './describe-glass.ts';
import type { Shades } from './frame-luminance.ts';
import { LayerSwap } from './layer-swap.ts';
import { placeIn, type BoardBox, type Viewport } from './place-in.ts';
import './plaza-cover.ts';
import type { PlazaCover } from './plaza-cover.ts';
import './plaza-identify.ts';
import './plaza-layer.ts';
import { PlazaLayer } from './plaza-layer.ts';
import './plaza-pairing.ts';
import './plaza-ticker.ts';

/**
 * The whole glass: `<plaza-board .box .manifestRevision .dimFor>`. Owns the layers; beyond its box all
 * is black. Its `data-` attributes say what is painted: layer, slide, revision, announcement, slot start.
 */
@customElement('plaza-board')
export class PlazaBoard extends LitElement implements Stage {
  static override styles = css`
    :host {
      display: block;
      position: fixed;
      inset: 0;
      overflow: hidden;
      background: #000;
      cursor: none;
      user-select: none;
    }

    .glass {
      position: absolute;
      top: var(--top);
      left: var(--left);
      width: var(--width);
      height: var(--height);
      zoom: var(--zoom);
      transform: var(--fit);
      transform-origin: 0 0;
      overflow: hidden;
      contain: strict;
      background: #000;
    }

    .layers,
    .dark,
    plaza-cover,
    plaza-pairing,
    plaza-identify {
      position: absolute;
      inset: 0;
    }

    .layers {
      isolation: isolate;
    }

    .layers > * {
      position: absolute;
      top: 0;
      left: 0;
      contain: strict;
      will-change: opacity;
    }

    .dark {
      visibility: hidden;
      background: #000;
    }

    :host([data-dark]) .dark {
      visibility: visible;
    }

    plaza-ticker {
      position: absolute;
      inset: auto 0 0;
    }
  `;

  @property({ attribute: false }) box: BoardBox = {
    widthPx: 0,
    heightPx: 0,
    offsetX: 0,
    offsetY: 0,
  };
  /** The window, in pixels of the display. One that is too small for the box shows all of it, made smaller. */
  @property({ attribute: false }) viewport: Viewport = { widthPx: Infinity, heightPx: Infinity };
  /** Of the display: one pixel of the board is one pixel of the signal, whatever the browser's zoom. */
  @property({ type: Number }) devicePixelRatio = 1;
  @property({ type: Number }) manifestRevision = 0;
  /** How much black lies over what gives so much light at an instant, 0 to 1. */
  @property({ attribute: false }) dimFor: (shades: Shades, atMs: number) => number = () => 0;
  /** Called when a slide is laid out, with the texts that have no room. */
  @property({ attribute: false }) onLaidOut: (
    slide: ManifestSlide,
    omitted: readonly string[],
  ) => void = () => undefined;
  /** Called when a film fails on the glass, or on its way there, though its poster stands. */
  @property({ attribute: false }) onFilmFailed: (showing: Showing, error: Error) => void = () =>
    undefined;
  /** The code to show while the board is not paired; null once it is. */
  @property({ attribute: false }) pairing: { readonly code: string | null } | null = null;
  /** Shown in large type over everything while a person looks for this board. */
  @property({ attribute: false }) boardName: string | null = null;
  @state() private tickerText: Announcement | null = null;
  @state() private scene: Scene | null = null;
  @query('.layers') private layers!: HTMLElement;
  @query('plaza-cover') private coverElement!: PlazaCover;
  readonly #swap = new LayerSwap();
  #cover: Cover | null = null;
  #dark: 'blank' | 'off' | null = null;
  #stopCoverWait: () => void = () => undefined;

  /** How much black lies over the slide on the glass, 0 to 1. */
  get dim(): number {
    return this.#swap.shown?.dim ?? 0;
  }

  prepare(showing: Showing, scene: Scene): Prepared {
    const layer = document.createElement('plaza-layer');
    layer.showing = showing;
    layer.scene = { ...scene, language: showing.language };
    layer.style.width = `${scene.geometry.widthPx}px`;
    layer.style.height = `${scene.geometry.heightPx}px`;
    const prepared = this.#swap.prepare(this.layers, layer);
    void prepared.ready.then(
      () => {
        layer.measureShades();
        layer.dim = this.dimFor(layer.shades, scene.at);
        this.onLaidOut(showing.slide, layer.omitted);
      },
      () => undefined, // Whoever shows it is told.
    );
    return prepared;
  }

  show(prepared: Prepared, swap: StageSwap): void {
    const { scene, fadeMs, onPainted } = swap;
    this.#swap.show(prepared, { scene, fadeMs, onFull: () => this.#describe(), onPainted });
  }

  cover(cover: Cover | null, scene: Scene, onPainted: () => void): void {
    this.#cover = cover;
    this.coverElement.show(cover, scene);
    this.#describe();
    this.#stopCoverWait();
    this.#stopCoverWait = afterPaint(onPainted);
  }

  darken(reason: 'blank' | 'off' | null, onPainted: () => void): void {
    this.#dark = reason;
    this.toggleAttribute('data-dark', reason !== null);
    this.#describe();
    afterPaint(onPainted);
  }

  tick(announcement: Announcement | null, scene: Scene): void {
    this.tickerText = announcement;
    this.scene = scene;
  }

  refresh(scene: Scene): void {
    const layer = this.#swap.shown;
    if (!layer?.showing) return;
    layer.refresh(scene);
    layer.dim = this.dimFor(layer.shades, scene.at);
    this.#describe();
  }

  /** By properties: a style attribute would be refused by the page's policy. */
  protected override willUpdate(): void {
    const { box } = this;
    const place = placeIn(this.viewport, box);
    const lengths = {
      '--top': `${place.topPx}px`,
      '--left': `${place.leftPx}px`,
      '--width': `${box.widthPx}px`,
      '--height': `${box.heightPx}px`,
      '--zoom': String(1 / this.devicePixelRatio),
      '--fit': place.scale === 1 ? 'none' : `scale(${place.scale})`,
    };
    for (const [name, value] of Object.entries(lengths)) this.style.setProperty(name, value);
  }

  protected override render() {
    const { scene } = this;
    return html`<div class="glass">
      <div class="layers" @film-failed=${this.#onFilmFailed}></div>
      ${
        this.tickerText && scene
          ? html`<plaza-ticker .announcement=${this.tickerText} .scene=${scene}></plaza-ticker>`
          : nothing
      }
      <div class="dark"></div>
      <plaza-cover></plaza-cover>
      ${this.pairing ? html`<plaza-pairing .code=${this.pairing.code}></plaza-pairing>` : nothing}
      ${
        this.boardName
          ? html`<plaza-identify .boardName=${this.boardName}></plaza-identify>`
          : nothing
      }
    </div>`;
  }

  protected override updated(): void {
    this.setAttribute('data-manifest-revision', String(this.manifestRevision));
  }

  #onFilmFailed(event: CustomEvent<Error>): void {
    const layer = event.composedPath().find((one) => one instanceof PlazaLayer);
    if (layer?.showing) this.onFilmFailed(layer.showing, event.detail);
  }

  #describe(): void {
    describeGlass(this, {
      showing: this.#swap.shown?.showing ?? null,
      cover: this.#cover,
      dark: this.#dark,
      dim: this.dim,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-board': PlazaBoard;
  }
}
