/** Finds the size and the pages of an announcement by measuring. */
import type { Language } from '../content/fields.ts';
import { announcementText, cutIntoPages, wordsOf } from './announcement-pages.ts';
import { typeSizes } from './board-layout.ts';
import { isInside } from './fit-text.ts';
import type { Geometry } from './scene.ts';

export interface AnnouncementPage {
  /** Large; empty on the pages after the first. */
  readonly lead: string;
  readonly text: string;
}

export interface AnnouncementLayout {
  readonly topic: string | null;
  /** At least one. */
  readonly pages: readonly AnnouncementPage[];
  readonly titlePx: number;
  readonly bodyPx: number;
  /** Words had to be broken between any two characters. */
  readonly broken: boolean;
}

interface Words {
  readonly language: Language;
  readonly title: string;
  readonly body: string | null;
}

/** Rather smaller type than another page, down to a bound; below it rather another page. */
const PREFERENCES = [
  { pages: 1, from: 1, least: 0.45 },
  { pages: 2, from: 1, least: 0.45 },
  { pages: 3, from: 1, least: 0.35 },
  { pages: 6, from: 0.8, least: 0.2 },
  { pages: Infinity, from: 0.1, least: 0 },
] as const;

/**
 * Lays `words` out in `box`, a hidden twin of the page whose size does not depend on its content and which
 * holds one `.context`, `.title` and `.text` each; `later` stands for a page after the first. Nothing is ever
 * left out.
 */
export function layOutAnnouncement(
  box: HTMLElement,
  geometry: Geometry,
  words: Words,
): AnnouncementLayout {
  const twin = new Twin(box, geometry, words);
  for (const { pages, from, least } of PREFERENCES) {
    for (let scale = from; scale >= least - 0.001; scale -= 0.1) {
      const layout = twin.layOut(scale, pages);
      if (layout) return layout;
    }
  }
  twin.breakWords();
  return twin.layOut(0, Infinity) ?? twin.layOutAnyway();
}

class Twin {
  readonly #box: HTMLElement;
  readonly #geometry: Geometry;
  readonly #language: Language;
  readonly #title: string;
  readonly #text: ReturnType<typeof announcementText>;
  #broken = false;

  constructor(box: HTMLElement, geometry: Geometry, words: Words) {
    this.#box = box;
    this.#geometry = geometry;
    this.#language = words.language;
    this.#title = words.title;
    this.#text = announcementText(words.title, words.body, words.language);
    box.lang = words.language;
    box.classList.remove('broken');
  }

  breakWords(): void {
    this.#broken = true;
    this.#box.classList.add('broken');
  }

  /** Undefined when the lead alone is too large or more than `mostPages` are needed. */
  layOut(scale: number, mostPages: number): AnnouncementLayout | undefined {
    this.#apply(scale);
    if (!this.#fits(this.#text.lead, '') || !this.#holdsPhrases()) return undefined;
    const layout = this.#cut(scale);
    return layout.pages.length <= mostPages ? layout : undefined;
  }

  /** For a lead that no size brings onto the board: it is paged like the rest. */
  layOutAnyway(): AnnouncementLayout {
    this.#apply(0);
    const { lead, rest, topic } = this.#text;
    const whole = topic === null && rest !== '' ? `${lead} ${rest}` : `${lead}${rest}`;
    const pieces = cutIntoPages(whole, (piece) => this.#fits('', piece), this.#language);
    return this.#layout(
      0,
      pieces.map((text) => ({ lead: '', text })),
    );
  }

  #cut(scale: number): AnnouncementLayout {
    const { lead, rest } = this.#text;
    const [firstWord = ''] = wordsOf(rest, this.#language);
    const room = this.#fits(lead, firstWord);
    const fits = (piece: string, page: number) => this.#fits(page === 0 && room ? lead : '', piece);
    const pieces = cutIntoPages(rest, fits, this.#language);
    if (room) {
      const [first = '', ...others] = pieces;
      return this.#layout(scale, [
        { lead, text: first },
        ...others.map((text) => ({ lead: '', text })),
      ]);
    }
    return this.#layout(scale, [{ lead, text: '' }, ...pieces.map((text) => ({ lead: '', text }))]);
  }

  #layout(scale: number, pages: readonly AnnouncementPage[]): AnnouncementLayout {
    const { titlePx, bodyPx } = typeSizes(this.#geometry, scale);
    return { topic: this.#text.topic, pages, titlePx, bodyPx, broken: this.#broken };
  }

  #apply(scale: number): void {
    const { titlePx, bodyPx } = typeSizes(this.#geometry, scale);
    this.#box.style.setProperty('--title', `${titlePx}px`);
    this.#box.style.setProperty('--body', `${bodyPx}px`);
  }

  /** Whether no phrase of a Japanese lead is longer than a line, where it would be broken between any letters. */
  #holdsPhrases(): boolean {
    if (this.#language !== 'ja' || this.#broken) return true;
    this.#box.classList.add('line');
    const holds = wordsOf(this.#text.lead, 'ja').every((phrase) => this.#fits(phrase, ''));
    this.#box.classList.remove('line');
    return holds;
  }

  #fits(lead: string, text: string): boolean {
    const context = lead === '' && this.#text.topic === null ? this.#title : '';
    this.#box.classList.toggle('later', lead === '');
    this.#put('.context', context);
    this.#put('.title', lead);
    this.#put('.text', text);
    return isInside(this.#box);
  }

  #put(selector: string, text: string): void {
    const part = this.#box.querySelector<HTMLElement>(selector);
    if (!part) return;
    part.textContent = text;
    part.hidden = text === '';
  }
}
