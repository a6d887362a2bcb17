import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Announcement } from '../content/announcement.ts';
import { layOutAnnouncement, type AnnouncementLayout } from './announcement-layout.ts';
import { announcementStyles } from './announcement-styles.ts';
import {
  allClearText,
  kindOf,
  levelWords,
  timesWords,
  type AnnouncementPhase,
} from './announcement-words.ts';
import { boardLayout } from './board-layout.ts';
import { fontsReady, whenTypeComes } from './fonts.ts';
import type { Scene } from './scene.ts';
import { HOUSE_ACCENT, tokens } from './tokens.ts';

/**
 * An announcement over the whole board: `<plaza-announcement .announcement .phase .scene .page>`.
 * Its text is shown word for word, in `pages` pages; nothing fades in.
 */
@customElement('plaza-announcement')
export class PlazaAnnouncement extends LitElement {
  static override styles = [tokens, announcementStyles];

  @property({ attribute: false }) announcement: Announcement | null = null;
  @property() phase: AnnouncementPhase = 'live';
  @property({ attribute: false }) scene: Scene | null = null;
  /** From 0; beyond the last it starts again. */
  @property({ type: Number }) page = 0;
  @state() private layout: AnnouncementLayout | null = null;
  @query('.measure') private measure!: HTMLElement | null;
  @query('.foot') private foot!: HTMLElement | null;
  #laidOutFor = '';
  #laidOut: Promise<void> = Promise.resolve();

  /** Resolves when the pages are laid out and the current one is in the DOM. Needs a connected, sized element. */
  get ready(): Promise<void> {
    return this.updateComplete
      .then(() => this.#laidOut)
      .then(() => this.updateComplete)
      .then(() => undefined);
  }

  /** Pages at this size, at least 1; known once `ready` has resolved. */
  get pages(): number {
    return this.layout?.pages.length ?? 1;
  }

  /** What each page says, lead and text; known once `ready` has resolved. For reading times and tests. */
  get pageTexts(): readonly string[] {
    return (this.layout?.pages ?? []).map(({ lead, text }) => `${lead}${text}`);
  }

  get #shown() {
    return this.layout?.pages[this.page % this.layout.pages.length];
  }

  protected override willUpdate(): void {
    if (!this.scene) return;
    const layout = boardLayout(this.scene.geometry);
    const district = this.scene.organizations.find(({ kind }) => kind === 'district');
    this.style.setProperty('--accent', district?.accent ?? HOUSE_ACCENT);
    this.style.setProperty('--margin', `${layout.marginPx}px`);
    this.style.setProperty('--least', `${layout.leastFontPx}px`);
    this.style.setProperty('--size', `${layout.frameFontPx}px`);
  }

  protected override render() {
    const { announcement, scene, phase } = this;
    if (!announcement || !scene) return nothing;
    const later = this.#shown?.lead === '' ? 'later' : '';
    return html`<article
      class="board ${kindOf(announcement, phase)} ${later}"
      lang="ko"
      role="alert"
    >
      ${this.#renderBand(announcement)}
      <div class="middle">
        <div class="words measure" aria-hidden="true">
          <p class="context"></p>
          <p class="title"></p>
          <p class="text"></p>
        </div>
        ${this.#renderPage(announcement)}
      </div>
      <footer class="foot">
        <span class="source">${announcement.source}</span>
        <span class="times">${timesWords(announcement, phase, scene.calendar)}</span>
      </footer>
    </article>`;
  }

  protected override updated(): void {
    const { announcement, scene, phase } = this;
    if (!announcement || !scene) return;
    const { widthPx, heightPx, pitchMm, viewingDistanceM } = scene.geometry;
    const board = [widthPx, heightPx, pitchMm, viewingDistanceM].join();
    const key = `${announcement.id}/${announcement.seq}/${phase}/${board}`;
    if (key === this.#laidOutFor) return;
    this.#laidOutFor = key;
    this.#laidOut = this.#layOut(announcement, scene);
  }

  #renderBand(announcement: Announcement) {
    const topic = this.layout?.topic ?? null;
    const { pages } = this;
    return html`<header class="band">
      <strong class="level">${levelWords(announcement, this.phase)}</strong>
      <span class="topic">${topic ?? ''}</span>
      ${
        pages > 1
          ? html`<span class="marker">${(this.page % pages) + 1} / ${pages}</span>`
          : nothing
      }
    </header>`;
  }

  #renderPage(announcement: Announcement) {
    const { layout } = this;
    const page = this.#shown;
    if (!layout || !page) return nothing;
    const { title } = this.#textOf(announcement);
    const context = page.lead === '' && layout.topic === null ? title : '';
    return html`<div class="words ${layout.broken ? 'broken' : ''}">
      <p class="context" ?hidden=${context === ''}>${context}</p>
      <h1 class="title" ?hidden=${page.lead === ''}>${page.lead}</h1>
      <p class="text" ?hidden=${page.text === ''}>${page.text}</p>
    </div>`;
  }

  #textOf(announcement: Announcement): Pick<Announcement, 'title' | 'body'> {
    return this.phase === 'all-clear' ? allClearText(announcement) : announcement;
  }

  async #layOut(announcement: Announcement, scene: Scene): Promise<void> {
    const laidOutFor = this.#laidOutFor;
    await fontsReady(`${announcement.title}${announcement.body ?? ''}${announcement.source}`);
    whenTypeComes(() => {
      if (laidOutFor === this.#laidOutFor) this.#apply(announcement, scene);
    });
    this.#apply(announcement, scene);
  }

  #apply(announcement: Announcement, scene: Scene): void {
    if (!this.measure || !this.foot) return;
    this.style.setProperty('--foot', `${this.foot.offsetHeight}px`);
    const text = this.#textOf(announcement);
    this.layout = layOutAnnouncement(this.measure, scene.geometry, text);
    this.style.setProperty('--title', `${this.layout.titlePx}px`);
    this.style.setProperty('--body', `${this.layout.bodyPx}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-announcement': PlazaAnnouncement;
  }
}
