/** [S7] A text for which one page has no room becomes several, each under the same title. */
import { applyScale, FIRST_NICETY, fitText, partsOf, type Fit } from './fit-text.ts';
import type { Geometry } from './scene.ts';

export interface FittedPages {
  /** At least 1. */
  readonly pages: number;
  /** Texts that no page has room for, in the order in which they were given up. */
  readonly omitted: readonly string[];
}

interface LaidPage {
  readonly fit: Fit;
  readonly hidden: readonly HTMLElement[];
  readonly classes: string;
}

/**
 * Fits the content of `box` into as many pages as it needs, but no more than `most`, and shows `page` (from 0;
 * beyond the last it starts again). All pages have the type of the fullest; those after the first have the class
 * `later`. What has no room even so is omitted.
 */
export function fitPages(
  box: HTMLElement,
  geometry: Geometry,
  { page, most }: { readonly page: number; readonly most: number },
): FittedPages {
  const marker = box.querySelector<HTMLElement>('.marker');
  mark(marker, '');
  const single = layOut(box, geometry);
  if (most < 2 || !single.fit.omitted.some(isWritten))
    return { pages: 1, omitted: single.fit.omitted.map(textOf) };
  // Its room beside the byline is taken before anything is fitted again.
  mark(marker, '1/9');
  const { laid, omitted } = layOutPages(box, geometry, most);
  const shown = page % laid.length;
  mark(marker, laid.length > 1 ? `${String(shown + 1)}/${String(laid.length)}` : '');
  show(box, laid[shown] ?? single);
  applyScale(box, geometry, Math.min(...laid.map(({ fit }) => fit.scale)));
  return { pages: laid.length, omitted: omitted.map(textOf) };
}

function layOutPages(box: HTMLElement, geometry: Geometry, most: number) {
  const first = layOut(box, geometry);
  const laid = [first];
  let left = first.fit.omitted.filter(isWritten);
  while (left.length > 0 && laid.length < most) {
    const next = layOut(box, geometry, left);
    // Not even a page of its own has room for it.
    if (!next.fit.fits) break;
    laid.push(next);
    left = left.filter((part) => part.hidden);
  }
  const omitted = first.fit.omitted.filter((part) => !isWritten(part) || left.includes(part));
  return { laid, omitted };
}

/** The title with all parts, or with as many of `left` as have room, the most important at least. */
function layOut(box: HTMLElement, geometry: Geometry, left?: readonly HTMLElement[]): LaidPage {
  box.classList.toggle('later', left !== undefined);
  const fit = fitText(box, geometry, left && { parts: left, kept: left.at(-1) });
  const hidden = partsOf(box, 'spare', 'last').filter((part) => part.hidden);
  return { fit, hidden, classes: box.className };
}

function show(box: HTMLElement, { hidden, classes }: LaidPage): void {
  for (const part of partsOf(box, 'spare', 'last')) part.hidden = hidden.includes(part);
  box.className = classes;
}

/** Whether it holds what a person wrote and wants read. */
function isWritten(part: HTMLElement): boolean {
  const isNicety = Number(part.dataset.spare ?? 0) >= FIRST_NICETY;
  return !isNicety && (part.matches('[data-field]') || part.querySelector('[data-field]') !== null);
}

function mark(marker: HTMLElement | null, text: string): void {
  if (!marker) return;
  marker.hidden = text === '';
  marker.textContent = text;
}

function textOf(part: HTMLElement): string {
  return part.textContent.replaceAll('\u2060', '').trim().replace(/\s+/g, ' ');
}
