/**
 * Sets words in a box as large as they go. A part marked `data-spare` is left out where the type would
 * otherwise become small, one marked `data-last` only where nothing else helps; higher numbers go first.
 * Spare parts from `FIRST_NICETY` up are niceties.
 */
import { boardLayout, typeSizes } from './board-layout.ts';
import type { Geometry } from './scene.ts';

export interface Fit {
  /** 1 is the wanted size, 0 the least. */
  readonly scale: number;
  /** Parts that this board has no room for, in the order in which they were given up. They are hidden. */
  readonly omitted: readonly HTMLElement[];
  /** False when even the least size without any spare part is too large. */
  readonly fits: boolean;
}

/** Under this scale a spare part is given up rather than the size of the rest. */
const COMFORTABLE = 0.42;
/**
 * On a tiny board a mere nicety, such as the second language, goes before anything is set small; but a
 * line of a sentence only when its letters come near the least.
 */
const TINY = { nicety: 0.85, line: 0.22 } as const;
/** Spare parts from here on are niceties. */
export const FIRST_NICETY = 6;
/** Breaking an overlong word must make everything this much larger to be worth it. */
const WORTH_BREAKING = 1.3;
const STEPS = 6;

/**
 * Fits the content of `box`, whose own size must not depend on its content, with those of its parts that are
 * among `parts`; `kept` is given up by no means. Writes the sizes as custom properties of `box`, hides what has no room, and breaks words only
 * when no size avoids it.
 */
export function fitText(
  box: HTMLElement,
  geometry: Geometry,
  {
    parts = partsOf(box, 'spare', 'last'),
    kept,
  }: { readonly parts?: readonly HTMLElement[]; readonly kept?: HTMLElement | undefined } = {},
): Fit {
  const omitted: HTMLElement[] = [];
  for (const part of partsOf(box, 'spare', 'last')) part.hidden = !parts.includes(part);
  box.classList.remove('broken', 'forced');
  const { tiny } = boardLayout(geometry);
  let scale = largestScale(box, geometry);
  for (const spare of partsOf(box, 'spare')) {
    if (spare.hidden || spare === kept) continue;
    const isNicety = Number(spare.dataset.spare) >= FIRST_NICETY;
    const wanted = isNicety ? TINY.nicety : TINY.line;
    if (scale >= (tiny ? wanted : COMFORTABLE)) break;
    omit(spare, omitted);
    scale = largestScale(box, geometry);
  }
  if (scale < COMFORTABLE) scale = breakOverlongWords(box, geometry, scale);
  return scale >= 0 ? { scale, omitted, fits: true } : fitByForce(box, geometry, { omitted, kept });
}

/**
 * Whether the content of `box`, and of each part in it that is marked `data-tight`, stays inside.
 * Scroll sizes are rounded, so a pixel is no overflow.
 */
export function isInside(box: HTMLElement): boolean {
  if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
    return false;
  const tight = [...box.querySelectorAll('[data-tight]')];
  return tight.every((part) => part.scrollWidth <= part.clientWidth + 1);
}

/** A name longer than a line would otherwise make all the rest small. */
function breakOverlongWords(box: HTMLElement, geometry: Geometry, unbroken: number): number {
  box.classList.add('broken');
  const scale = largestScale(box, geometry);
  if (scale >= 0 && scale >= unbroken * WORTH_BREAKING) return scale;
  box.classList.remove('broken');
  return largestScale(box, geometry);
}

function fitByForce(
  box: HTMLElement,
  geometry: Geometry,
  { omitted, kept }: { readonly omitted: HTMLElement[]; readonly kept: HTMLElement | undefined },
): Fit {
  box.classList.add('broken', 'forced');
  const last = partsOf(box, 'last').filter((part) => !part.hidden && part !== kept);
  for (;;) {
    const scale = largestScale(box, geometry);
    if (scale >= 0) return { scale, omitted, fits: true };
    const part = last.shift();
    if (!part) return { scale: 0, omitted, fits: false };
    omit(part, omitted);
  }
}

/** The largest scale at which everything is inside, to within 1/64; -1 without one. Leaves it applied. */
function largestScale(box: HTMLElement, geometry: Geometry): number {
  if (fitsAt(box, geometry, 1)) return 1;
  if (!fitsAt(box, geometry, 0)) return -1;
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (fitsAt(box, geometry, middle)) low = middle;
    else high = middle;
  }
  applyScale(box, geometry, low);
  return low;
}

function fitsAt(box: HTMLElement, geometry: Geometry, scale: number): boolean {
  applyScale(box, geometry, scale);
  return isInside(box) && (scale < 0.3 || titleLines(box) <= maxTitleLines(geometry));
}

/** Writes the sizes of `scale` (0 least, 1 wanted) into `box`. */
export function applyScale(box: HTMLElement, geometry: Geometry, scale: number): void {
  const sizes = typeSizes(geometry, scale);
  box.style.setProperty('--title', `${sizes.titlePx}px`);
  box.style.setProperty('--body', `${sizes.bodyPx}px`);
  box.style.setProperty('--label', `${sizes.labelPx}px`);
}

function titleLines(box: HTMLElement): number {
  const title = box.querySelector('.title');
  if (!title) return 1;
  const style = getComputedStyle(title);
  return Math.round(title.getBoundingClientRect().height / parseFloat(style.lineHeight));
}

function maxTitleLines(geometry: Geometry): number {
  return geometry.heightPx > geometry.widthPx ? 3 : 2;
}

/** What may be left out of `box`, hidden or not; what goes first stands first. */
export function partsOf(box: HTMLElement, ...kinds: readonly ('spare' | 'last')[]): HTMLElement[] {
  const selector = kinds.map((kind) => `[data-${kind}]`).join();
  const rank = (part: HTMLElement) => Number(part.dataset.spare ?? part.dataset.last);
  return [...box.querySelectorAll<HTMLElement>(selector)].sort((a, b) => rank(b) - rank(a));
}

function omit(part: HTMLElement, omitted: HTMLElement[]): void {
  omitted.push(part);
  part.hidden = true;
}
