/** Measures a slide as it stands on the glass, for the rules of legibility. */
import { languages, type Language } from '../content/fields.ts';
import { linkOf } from '../content/slide.ts';
import { contrast } from '../legibility/contrast.ts';
import type { Measurement, MeasuredText } from '../legibility/measurement.ts';
import { glyphHeight } from './glyph-height.ts';
import { inBoard, luminanceOf, ownGround, paintGround, type Box, type Ground } from './ground.ts';
import type { PlazaSlide } from './plaza-slide.ts';
import { brokenLines } from './broken-lines.ts';
import { meanLuminance, signalParts } from './page-light.ts';

/** The worst but for specks. */
const PERCENTILE = 0.05;

/**
 * All pages of `element`, which shows the first one again afterwards. Waits for each; where the picture fails,
 * the words are measured without it. Undefined where there is nothing to measure.
 */
export async function measurePages(element: PlazaSlide): Promise<Measurement | undefined> {
  const shown = element.page;
  const measured: Measurement[] = [];
  for (let page = 0; page < Math.max(1, element.pages); page += 1) {
    element.page = page;
    await element.ready.catch(() => undefined);
    const measurement = measureSlide(element);
    if (measurement) measured.push(measurement);
  }
  element.page = shown;
  await element.ready.catch(() => undefined);
  return joined(measured);
}

/** What the page that `element` shows, whose `ready` has resolved, has on the board. */
export function measureSlide(element: PlazaSlide): Measurement | undefined {
  const { slide, scene } = element;
  const root = element.shadowRoot?.firstElementChild?.shadowRoot;
  const board = root?.querySelector<HTMLElement>('.board');
  const words = board?.querySelector<HTMLElement>('.words');
  if (!slide || !scene || !board || !words) return undefined;
  const zoom = board.getBoundingClientRect().width / scene.geometry.widthPx;
  // Taken out of the page while it was waited for.
  if (zoom === 0) return undefined;
  const ground = paintGround(board, zoom);
  const page = element.page % element.pages;
  const card = board.querySelector<HTMLElement>('.qr-card');
  const texts = [words, ...(card ? [card] : [])].flatMap((room) =>
    textElements(room).map((part) => measureText(part, { board, words: room, ground, zoom, page })),
  );
  return {
    form: scene.form,
    pages: element.pages,
    texts,
    omitted: [
      ...omittedFields(board),
      ...(linkOf(slide.content) && !card ? linkOmitted(board) : []),
    ],
    meanLuminance: meanLuminance(ground.pixels, texts.length === 0 ? 0 : coverage(words, board)),
    signalParts: signalParts(ground.pixels),
    hasQr: card !== null,
    video: null,
  };
}

interface Setting {
  readonly board: HTMLElement;
  readonly words: HTMLElement;
  readonly ground: Ground;
  readonly zoom: number;
  /** From 0. */
  readonly page: number;
}

/** Visible elements with words of their own. */
function textElements(words: HTMLElement): readonly HTMLElement[] {
  return [...words.querySelectorAll<HTMLElement>('*')].filter(
    (element) => ownText(element).trim() !== '' && element.checkVisibility(),
  );
}

function ownText(element: Element): string {
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  return texts.map(({ data }) => data).join(' ');
}

function measureText(element: HTMLElement, setting: Setting): MeasuredText {
  const { board, words, zoom, page } = setting;
  const style = getComputedStyle(element);
  const corner = board.getBoundingClientRect();
  const lines = brokenLines(element);
  const room = words.getBoundingClientRect();
  return {
    field: element.closest<HTMLElement>('[data-field]')?.dataset.field ?? '',
    text: plain(ownText(element)),
    language: languageOf(element),
    isTitle: element.closest('.title') !== null,
    page,
    glyphPx: glyphHeight(style),
    lines: lines.map((line) => plain(line.text)),
    contrast: worstContrast(element, {
      ...setting,
      boxes: lines.map((line) => inBoard(line.box, corner, zoom)),
      ink: luminanceOf(style.color),
    }),
    isInside: lines.every(({ box }) => isWithin(box, room, zoom)),
  };
}

function worstContrast(
  element: HTMLElement,
  { board, ground, boxes, ink }: Setting & { readonly boxes: readonly Box[]; readonly ink: number },
): number {
  const own = ownGround(element, board);
  if (own !== undefined) return contrast(ink, own);
  const found = boxes.flatMap((box) => [...ground.luminances(box)]);
  const contrasts = found.map((one) => contrast(ink, one)).sort((a, b) => a - b);
  return contrasts[Math.floor(contrasts.length * PERCENTILE)] ?? 1;
}

/** What is written and not to be seen on this page. */
function omittedFields(board: HTMLElement): string[] {
  const all = [...board.querySelectorAll<HTMLElement>('[data-field]')];
  const seen = new Set(all.filter((one) => one.checkVisibility()).map(fieldOf));
  return [...new Set(all.map(fieldOf))].filter((field) => !seen.has(field));
}

/** A code that has no room, and its label where that does not stand there in letters either. */
function linkOmitted(board: HTMLElement): string[] {
  return board.querySelector('[data-field="link.label"]') ? ['link'] : ['link', 'link.label'];
}

function fieldOf(element: HTMLElement): string {
  return element.dataset.field ?? '';
}

/** Of several pages the worst; omitted is only what no page shows. */
function joined(all: readonly Measurement[]): Measurement | undefined {
  const [first] = all;
  if (!first) return undefined;
  const texts = all.flatMap((one) => one.texts);
  const most = (of: (one: Measurement) => number) => Math.max(...all.map(of));
  return {
    ...first,
    texts,
    omitted: first.omitted.filter((field) => all.every((one) => one.omitted.includes(field))),
    meanLuminance: most((one) => one.meanLuminance),
    signalParts: {
      red: most((one) => one.signalParts.red),
      yellow: most((one) => one.signalParts.yellow),
      green: most((one) => one.signalParts.green),
    },
  };
}

/** Part of the board that letters take. */
function coverage(words: HTMLElement, board: HTMLElement): number {
  const box = board.getBoundingClientRect();
  const lines = textElements(words).flatMap((element) => brokenLines(element));
  const areaPx = lines.reduce((sum, line) => sum + line.box.width * line.box.height, 0);
  return Math.min(1, areaPx / (box.width * box.height));
}

function isWithin(box: Box, room: Box, zoom: number): boolean {
  const slack = zoom * 1.5;
  return (
    box.left >= room.left - slack &&
    box.left + box.width <= room.left + room.width + slack &&
    box.top + box.height <= room.top + room.height + slack + box.height * 0.25
  );
}

function languageOf(element: Element): Language {
  const lang = element.closest('[lang]')?.getAttribute('lang');
  return languages.find((one) => one === lang) ?? 'ko';
}

/** Without what only keeps words together. */
function plain(text: string): string {
  return text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();
}
