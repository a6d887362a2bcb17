import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Announcement } from '../content/announcement.ts';
import {
  layOutAnnouncement,
  type AnnouncementLayout,
  type AnnouncementPage,
} from './announcement-layout.ts';
import { announcementStyles } from './announcement-styles.ts';
import {
  kindOf,
  levelWords,
  spokenTexts,
  timesWords,
  type AnnouncementPhase,
  type SpokenText,
} from './announcement-words.ts';
import { boardLayout } from './board-layout.ts';
import { fontsReady, whenTypeComes } from './fonts.ts';
import { languageStyles } from './language-styles.ts';
import type { Scene } from './scene.ts';
import { setStyles } from './set-styles.ts';
import { HOUSE_ACCENT, tokens } from './tokens.ts';

interface Spoken {
  readonly text: SpokenText;
  readonly layout: AnnouncementLayout;
}

interface SpokenPage extends Spoken {
  readonly page: AnnouncementPage;
}

/**
 * An announcement over the whole board: `<plaza-announcement .announcement .phase .scene .page>`.
 * Its text is shown word for word, in `pages` pages, Korean first and then each language in which it was written;
 * nothing fades in.
 */
@customElement('plaza-announcement')
export class PlazaAnnouncement extends LitElement {
  static override styles = [tokens, announcementStyles, languageStyles];

  @property({ attribute: false }) announcement: Announcement | null = null;
  @property() phase: AnnouncementPhase = 'live';
  @property({ attribute: false }) scene: Scene | null = null;
  /** From 0; beyond the last it starts again. */
  @property({ type: Number }) page = 0;
  /** Korean first; the others join as they are laid out, since their type may still load. */
  @state() private spoken: readonly Spoken[] = [];
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

  /** Pages at this size in all languages, at least 1; known once `ready` has resolved. */
  get pages(): number {
    return Math.max(1, this.#all.length);
  }

  /** What each page says, lead and text; known once `ready` has resolved. For reading times and tests. */
  get pageTexts(): readonly string[] {
    return this.#all.map(({ page: { lead, text } }) => `${lead}${text}`);
  }

  get #all(): readonly SpokenPage[] {
    return this.spoken.flatMap((spoken) =>
      spoken.layout.pages.map((page) => ({ ...spoken, page })),
    );
  }

  get #shown(): SpokenPage | undefined {
    return this.#all[this.page % this.pages];
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
    const shown = this.#shown;
    const later = shown?.page.lead === '' ? 'later' : '';
    return html`<article
      class="board ${kindOf(announcement, phase)} ${later}"
      lang=${shown?.text.language ?? 'ko'}
      role="alert"
    >
      ${this.#renderBand(announcement, shown)}
      <div class="middle">
        <div class="words measure" aria-hidden="true">
          <p class="context"></p>
          <p class="title"></p>
          <p class="text"></p>
        </div>
        ${shown ? this.#renderPage(shown) : nothing}
      </div>
      <footer class="foot" lang="ko">
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

  #renderBand(announcement: Announcement, shown: SpokenPage | undefined) {
    const { pages } = this;
    return html`<header class="band">
      <strong class="level"
        >${levelWords(announcement, this.phase, shown?.text.language ?? 'ko')}</strong
      >
      <span class="topic">${shown?.layout.topic ?? ''}</span>
      ${
        pages > 1
          ? html`<span class="marker">${(this.page % pages) + 1} / ${pages}</span>`
          : nothing
      }
    </header>`;
  }

  #renderPage({ text, layout, page }: SpokenPage) {
    const context = page.lead === '' && layout.topic === null ? text.title : '';
    const sizes = { '--title': `${layout.titlePx}px`, '--body': `${layout.bodyPx}px` };
    return html`<div class="words ${layout.broken ? 'broken' : ''}" ${setStyles(sizes)}>
      <p class="context" ?hidden=${context === ''}>${context}</p>
      <h1 class="title" ?hidden=${page.lead === ''}>${page.lead}</h1>
      <p class="text" ?hidden=${page.text === ''}>${page.text}</p>
    </div>`;
  }

  /** One language after the other: an alert is never kept waiting for the type of another language. */
  async #layOut(announcement: Announcement, scene: Scene): Promise<void> {
    const laidOutFor = this.#laidOutFor;
    const isStale = () => laidOutFor !== this.#laidOutFor;
    const texts = spokenTexts(announcement, this.phase);
    for (const [index, text] of texts.entries()) {
      await fontsReady(`${text.title}${text.body ?? ''}${announcement.source}`, text.language);
      if (isStale()) return;
      this.spoken = [...this.spoken.slice(0, index), ...this.#laidOutAs([text], scene)];
    }
    whenTypeComes(() => {
      if (!isStale()) this.spoken = this.#laidOutAs(texts, scene);
    });
  }

  #laidOutAs(texts: readonly SpokenText[], scene: Scene): readonly Spoken[] {
    const { measure, foot } = this;
    if (!measure || !foot) return [];
    this.style.setProperty('--foot', `${foot.offsetHeight}px`);
    return texts.map((text) => {
      return { text, layout: layOutAnnouncement(measure, scene.geometry, text) };
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plaza-announcement': PlazaAnnouncement;
  }
}
