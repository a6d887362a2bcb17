/** What a passer-by could hold against a board, from where its texts stand and from the pixels behind them. */
import { page } from 'vitest/browser';
import { contrast, luminance } from '../../../shared/legibility/contrast.ts';
import { boardLayout, minGlyphPx } from '../../../shared/slides/board-layout.ts';
import { glyphHeight } from '../../../shared/slides/glyph-height.ts';
import { luminanceOf } from '../../../shared/slides/ground.ts';
import type { Geometry } from '../../../shared/slides/scene.ts';
import type { Drawn } from './stage.ts';

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Half the height of a Hangul glyph over its font size, with the air that its strokes need. */
const HALF_GLYPH = 0.42;
/** The worst pixels but for specks, as the rule of contrast takes them. */
const PERCENTILE = 0.05;

/** Texts outside the margins, smaller than the least, or over one another. Empty is right. */
export function layoutFaults(texts: readonly Drawn[], geometry: Geometry): readonly string[] {
  const { marginPx, leastFontPx } = boardLayout(geometry);
  const { widthPx, heightPx } = geometry;
  const lines = texts.flatMap((one) => glyphBoxes(one).map((box) => ({ ...one, box })));
  const outside = lines.filter(
    ({ box }) =>
      box.left < marginPx - 2 ||
      box.right > widthPx - marginPx + 2 ||
      box.top < 0 ||
      box.bottom > heightPx,
  );
  const small = texts.filter(
    ({ text, fontPx, element }) =>
      fontPx < leastFontPx - 0.01 ||
      (/[가-힣]/.test(text) && glyphHeight(getComputedStyle(element)) < minGlyphPx(geometry) - 0.5),
  );
  const over = lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box, Math.min(one.fontPx, other.fontPx) * 0.12))
      .map((other) => `${one.text} / ${other.text}`),
  );
  return [
    ...outside.map(({ text }) => `outside: ${text}`),
    ...small.map(({ text, fontPx }) => `${fontPx} px: ${text}`),
    ...over.map((both) => `over each other: ${both}`),
  ];
}

/** Texts that are lost in what the browser really paints behind them. Makes the letters invisible. */
export async function contrastFaults(
  board: HTMLElement,
  texts: readonly Drawn[],
  geometry: Geometry,
): Promise<readonly string[]> {
  const inks = texts.map(({ element }) => luminanceOf(getComputedStyle(element).color));
  for (const { element } of texts) {
    element.style.setProperty('-webkit-text-fill-color', 'transparent');
    // A line through it is drawn in the colour of whatever asked for the line.
    element.closest<HTMLElement>('s')?.style.setProperty('text-decoration-color', 'transparent');
  }
  const image = await pixelsOf(board, geometry);
  return texts.flatMap((text, index) => {
    const found = glyphBoxes(text).flatMap((box) => luminancesIn(image, box));
    const contrasts = found.map((one) => contrast(inks[index] ?? 0, one)).sort((a, b) => a - b);
    const worst = contrasts[Math.floor(contrasts.length * PERCENTILE)] ?? 21;
    const isLarge = text.fontPx >= 2 * boardLayout(geometry).leastFontPx;
    return worst >= (isLarge ? 3 : 4.5) ? [] : [`${worst.toFixed(1)}:1: ${text.text}`];
  });
}

/** Each line of the text, as high as its letters. */
function glyphBoxes({ rects, fontPx }: Drawn): readonly Box[] {
  return rects.map(({ left, right, top, bottom }) => {
    const middle = (top + bottom) / 2;
    return { left, right, top: middle - fontPx * HALF_GLYPH, bottom: middle + fontPx * HALF_GLYPH };
  });
}

function overlap(a: Box, b: Box, slackPx: number): boolean {
  return (
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slackPx &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slackPx
  );
}

async function pixelsOf(board: HTMLElement, { widthPx, heightPx }: Geometry): Promise<ImageData> {
  const base64 = await page.screenshot({ element: board, save: false });
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, widthPx, heightPx);
  bitmap.close();
  return context.getImageData(0, 0, widthPx, heightPx);
}

/** Every second pixel each way: letters are larger than that. */
function luminancesIn({ data, width, height }: ImageData, box: Box): number[] {
  const found: number[] = [];
  const [right, bottom] = [Math.min(width, box.right), Math.min(height, box.bottom)];
  for (let y = Math.max(0, Math.round(box.top)); y < bottom; y += 2)
    for (let x = Math.max(0, Math.round(box.left)); x < right; x += 2) {
      const at = (y * width + x) * 4;
      found.push(luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
    }
  return found;
}
