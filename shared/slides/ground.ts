/** What lies behind the words of a slide, as pixels: its ground, its picture and what is painted over that. */
import { luminance } from '../legibility/contrast.ts';
import { paintLinearGradient, parseLinearGradient } from './linear-gradient.ts';

/** Boxes are in board pixels from the slide's corner. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

export interface Ground {
  /** Relative luminances of the pixels in the box; empty for one that lies outside. */
  luminances(box: Box): Float32Array;
  /** Red, green, blue and alpha of every pixel, one byte each. */
  readonly pixels: Uint8ClampedArray;
}

/** Ground pixels for one of the board's; enough to tell light from dark behind a letter. */
const SCALE = 0.5;

/**
 * Paints `board`, which is drawn `zoom` times as large on the page as it has pixels, without its words.
 * Pictures must be drawn already. Costs one pass over its own pixels: for `scale` 0.5, a quarter of the board's.
 */
export function paintGround(board: HTMLElement, zoom: number, scale = SCALE): Ground {
  const corner = board.getBoundingClientRect();
  const boxOf = (element: Element): Box => inBoard(element.getBoundingClientRect(), corner, zoom);
  const { width, height } = boxOf(board);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser has no canvas to measure with');
  context.scale(scale, scale);
  context.fillStyle = getComputedStyle(board).backgroundColor;
  context.fillRect(0, 0, width, height);
  for (const element of board.querySelectorAll('.picture, .scrim, .qr-card')) {
    const box = boxOf(element);
    const picture = element.shadowRoot?.querySelector('canvas');
    if (picture && picture.width > 0)
      context.drawImage(picture, box.left, box.top, box.width, box.height);
    paintOver(context, getComputedStyle(element), box);
    paintOver(context, getComputedStyle(element, '::after'), box);
  }
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return {
    pixels: data,
    luminances: (box) =>
      luminancesIn(data, { width: canvas.width, height: canvas.height, scale }, box),
  };
}

/** The first opaque ground of the element's own, or of one that it stands in, below `board`; undefined without. */
export function ownGround(element: Element, board: HTMLElement): number | undefined {
  for (let one: Element | null = element; one && one !== board; one = one.parentElement) {
    const { backgroundColor } = getComputedStyle(one);
    if (backgroundColor.startsWith('rgb(')) return luminanceOf(backgroundColor);
  }
  return undefined;
}

/** Relative luminance of a computed `rgb()` colour. */
export function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return luminance(red, green, blue);
}

/** A box on the page, in pixels of the board whose corner and zoom these are. */
export function inBoard(box: Box, corner: Box, zoom: number): Box {
  return {
    left: (box.left - corner.left) / zoom,
    top: (box.top - corner.top) / zoom,
    width: box.width / zoom,
    height: box.height / zoom,
  };
}

function paintOver(
  context: OffscreenCanvasRenderingContext2D,
  { backgroundColor, backgroundImage, content }: CSSStyleDeclaration,
  box: Box,
): void {
  if (content === 'none') return;
  context.fillStyle = backgroundColor;
  context.fillRect(box.left, box.top, box.width, box.height);
  const gradient = parseLinearGradient(backgroundImage, box);
  if (gradient) paintLinearGradient(context, gradient, box);
}

function luminancesIn(
  data: Uint8ClampedArray,
  {
    width,
    height,
    scale,
  }: { readonly width: number; readonly height: number; readonly scale: number },
  box: Box,
): Float32Array {
  const left = Math.max(0, Math.floor(box.left * scale));
  const top = Math.max(0, Math.floor(box.top * scale));
  const right = Math.min(width, Math.ceil((box.left + box.width) * scale));
  const bottom = Math.min(height, Math.ceil((box.top + box.height) * scale));
  const found = new Float32Array(Math.max(0, right - left) * Math.max(0, bottom - top));
  let index = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      found[index] = luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      index += 1;
    }
  return found;
}
