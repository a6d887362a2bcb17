/** Measures a slide as it stands on the glass, for the rules of legibility. */
import type { SlideContent } from '../content/slide.ts';
import { slideTexts, type SlideText } from '../content/slide-texts.ts';
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
 * What is on the board of `element`, whose `ready` has resolved. Its page is the one that it shows: a text of
 * several pages is measured page by page. By day unless told: a slide has one form as yet.
 */
export function measureSlide(
  element: PlazaSlide,
  form: Measurement['form'] = 'day',
): Measurement | undefined {
  const { slide, scene } = element;
  const root = element.shadowRoot?.firstElementChild?.shadowRoot;
  const board = root?.querySelector<HTMLElement>('.board');
  const words = board?.querySelector<HTMLElement>('.words');
  if (!slide || !scene || !board || !words) return undefined;
  const zoom = board.getBoundingClientRect().width / scene.geometry.widthPx;
  const ground = paintGround(board, zoom);
  const written = slideTexts(slide.content);
  const texts = textElements(words).map((part) =>
    measureText(part, { board, words, ground, zoom, written }),
  );
  return {
    form,
    pages: element.pages,
    texts,
    omitted: omittedFields(element.omitted, slide.content),
    meanLuminance: meanLuminance(ground.pixels, texts.length === 0 ? 0 : coverage(words, board)),
    signalParts: signalParts(ground.pixels),
    hasQr: false,
    video: null,
  };
}

interface Setting {
  readonly board: HTMLElement;
  readonly words: HTMLElement;
  readonly ground: Ground;
  readonly zoom: number;
  readonly written: readonly SlideText[];
}

/** Visible elements with words of their own. */
function textElements(words: HTMLElement): readonly HTMLElement[] {
  return [...words.querySelectorAll<HTMLElement>('*')].filter((element) => {
    const hasWords = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    return hasWords && element.checkVisibility();
  });
}

function measureText(element: HTMLElement, setting: Setting): MeasuredText {
  const { board, words, zoom, written } = setting;
  const style = getComputedStyle(element);
  const corner = board.getBoundingClientRect();
  const lines = brokenLines(element);
  const text = plain(element.textContent);
  const found = written.find((one) => plain(one.text) === text);
  const room = words.getBoundingClientRect();
  return {
    field: found?.field ?? '',
    text,
    language: found?.language ?? languageOf(element),
    isTitle: element.matches('.title'),
    page: 0,
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

function omittedFields(omitted: readonly string[], content: SlideContent): string[] {
  const texts = omitted.map(plain);
  return slideTexts(content)
    .filter(
      ({ language, text }) => language === 'ko' && texts.some((one) => one.includes(plain(text))),
    )
    .map(({ field }) => field);
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

function languageOf(element: Element): SlideText['language'] {
  const lang = element.closest('[lang]')?.getAttribute('lang');
  return lang === 'en' || lang === 'zh' || lang === 'ja' ? lang : 'ko';
}

/** Without what only keeps words together. */
function plain(text: string): string {
  return text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();
}
