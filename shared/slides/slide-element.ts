/** What every template has in common: its box, its fitting, its picture, and when it is ready. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { pictureOf, type SlideContent, type Template } from '../content/slide.ts';
import type { ManifestSlide } from '../protocol/manifest.ts';
import { boardLayout } from './board-layout.ts';
import { fitPages } from './fit-pages.ts';
import { fontsReady, whenTypeComes } from './fonts.ts';
import './plaza-picture.ts';
import type { PlazaPicture } from './plaza-picture.ts';
import { qrAddress, qrCard, QrPart } from './qr-part.ts';
import { codedAs, cornerRoom, type QrRoom } from './qr-plan.ts';
import { qrStyles } from './qr-styles.ts';
import { speakerOf, type Geometry, type Scene } from './scene.ts';
import { scrimOpacity } from './scrim.ts';
import { slideStyles } from './slide-styles.ts';
import { HOUSE_ACCENT, tokens } from './tokens.ts';

export type ContentOf<T extends Template> = Extract<SlideContent, { template: T }>;

/** What surrounds the content of a slide. */
export interface Setting {
  readonly slide: ManifestSlide;
  readonly scene: Scene;
  /** The board is so small that it takes a title and one line. */
  readonly tiny: boolean;
}

/** One slide and all that its template reads. */
export interface Page<T extends Template> extends Setting {
  readonly content: ContentOf<T>;
}

/** What whoever shows a slide asks of its template. */
export interface SlideView {
  readonly ready: Promise<void>;
  readonly pages: number;
  readonly omitted: readonly string[];
}

export abstract class SlideElement<T extends Template> extends LitElement implements SlideView {
  static override styles = [tokens, slideStyles, qrStyles];

  @property({ attribute: false }) slide: ManifestSlide | null = null;
  /** The slide's content, narrowed to this template. */
  @property({ attribute: false }) content: ContentOf<T> | null = null;
  @property({ attribute: false }) scene: Scene | null = null;
  /** From 0; beyond the last it starts again. */
  @property({ type: Number }) page = 0;
  @query('.words') protected words!: HTMLElement | null;
  /** Texts that had no room on this board; complete once `ready` has resolved. */
  omitted: readonly string[] = [];
  /** Pages at this size; known once `ready` has resolved. */
  pages = 1;
  #laidOut: Promise<void> = Promise.resolve();
  readonly #qr = new QrPart();

  /**
   * Resolves when the current slide is laid out in the board's type and its picture is drawn; rejects
   * when the picture fails. The element must be connected and have its size, though it may be invisible.
   */
  get ready(): Promise<void> {
    return this.updateComplete.then(() => this.#laidOut);
  }

  protected override willUpdate(): void {
    if (!this.scene || !this.slide) return;
    const layout = boardLayout(this.scene.geometry);
    const accent = speakerOf(this.scene, this.slide.organizationId)?.accent ?? HOUSE_ACCENT;
    this.style.setProperty('--accent', accent);
    this.style.setProperty('--margin', `${layout.marginPx}px`);
    this.style.setProperty('--frame', `${layout.framePx}px`);
    this.style.setProperty('--least', `${layout.leastFontPx}px`);
    this.style.setProperty('--clock-room', layout.tiny ? `${layout.frameFontPx * 3.4}px` : '0px');
  }

  protected override render() {
    const { slide, content, scene } = this;
    if (!slide || !content || !scene) return nothing;
    const picture = pictureOf(content);
    const { geometry, form } = scene;
    const { tiny } = boardLayout(geometry);
    const page = { slide, content, scene, tiny };
    const room = this.qrRoom(geometry);
    const qr = this.#qr.plan(this, page, room);
    const marks = `${form} ${picture ? 'pictured' : ''} ${qr ? codedAs(room) : ''}`;
    return html`<article class="board ${marks}" lang="ko">
      ${
        picture
          ? html`<plaza-picture
                class="picture"
                .picture=${picture}
                .load=${scene.loadPicture}
              ></plaza-picture>
              <div class="scrim"></div>`
          : nothing
      }
      ${this.renderGround()}
      <div class="words">${this.renderWords(page)} ${qr ? nothing : qrAddress(page)}</div>
      ${qr ? qrCard(page, qr) : nothing}
    </article>`;
  }

  protected override updated(): void {
    this.#laidOut = this.#layOut();
    // Whoever shows the slide awaits `ready`; a preview that does not must not log a second failure.
    this.#laidOut.catch(() => undefined);
  }

  /** A drawing of the template's own, under the words. */
  protected renderGround(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Where a link has its code. */
  protected qrRoom(geometry: Geometry): QrRoom {
    return cornerRoom(geometry);
  }

  /** The words of the template, from the byline down. */
  protected abstract renderWords(page: Page<T>): TemplateResult;

  /** Called when the type is loaded and the box has its size. */
  protected fit(): void {
    if (!this.words || !this.scene) return;
    const { page } = this;
    const most = this.slide?.pages ?? 1;
    const { pages, omitted } = fitPages(this.words, this.scene.geometry, { page, most });
    this.pages = pages;
    this.omitted = [...omitted, ...this.#qr.fit(this.renderRoot)];
    this.#tellGap(this.words);
  }

  /** Between the byline and the words the scrim leaves a picture free. */
  #tellGap(words: HTMLElement): void {
    const header = words.querySelector<HTMLElement>('.byline');
    const first = words.querySelector<HTMLElement>('.main > :not([hidden])');
    if (!header || !first) return;
    const above = words.offsetTop + header.offsetTop + header.offsetHeight;
    const top = words.offsetTop + first.offsetTop;
    this.style.setProperty('--gap-from', `${above}px`);
    this.style.setProperty('--gap-to', `${Math.max(above, top)}px`);
    this.style.setProperty('--gap-shade', top - above < header.offsetHeight ? '1' : '0.35');
  }

  async #layOut(): Promise<void> {
    if (!this.slide || !this.scene) return;
    await fontsReady(this.renderRoot.textContent, this.scene.language);
    if (!this.isConnected) return;
    this.fit();
    whenTypeComes(() => {
      if (this.isConnected) this.fit();
    });
    const picture = this.renderRoot.querySelector<PlazaPicture>('plaza-picture');
    await picture?.ready;
    if (picture) this.style.setProperty('--shade', `${scrimOpacity(picture.lightest)}`);
  }
}
