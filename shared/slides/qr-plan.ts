/** The QR code of a slide, sized for one board. */
import { correction, generate, type Bitmap2D } from 'lean-qr';
import { linkOf } from '../content/slide.ts';
import { moduleNeed, QUIET_MODULES } from '../legibility/qr-size.ts';
import { letters } from '../legibility/reading.ts';
import type { ManifestSlide } from '../protocol/manifest.ts';
import { boardLayout } from './board-layout.ts';
import type { Geometry } from './scene.ts';

export interface QrPlan {
  readonly code: Bitmap2D;
  /** Whole board pixels. */
  readonly modulePx: number;
  /** With the quiet zone. */
  readonly sizePx: number;
  readonly labelPx: number;
  /** What the card has under the code for its label. */
  readonly footPx: number;
}

/** How much of the board a code may take; a wish of more than the rule asks (L14) only where `grows`. */
export interface QrRoom {
  readonly widthPx: number;
  /** With the label under the code. */
  readonly heightPx: number;
  readonly grows: boolean;
}

/** Of a code's width. */
const LABEL_PART = 0.1;
export const MOST_LABEL_LINES = 2;
/** Clear beside and under the label, in modules. */
const LABEL_EDGE = 2;
const LABEL_LEADING = 1.3;
/** Width of a Hangul letter in this type, of its size; at the end of a line some room is lost. */
const LETTER_PART = 0.95;

/** What the code of a slide says: the short address, or without one the link itself; null without a link. */
export function qrText({ content, shortUrl }: ManifestSlide): string | null {
  return shortUrl ?? linkOf(content)?.url ?? null;
}

/** The code of `text` with error correction M; costs about a millisecond. */
export function qrCode(text: string): Bitmap2D {
  const { M } = correction;
  return generate(text, { minCorrectionLevel: M, maxCorrectionLevel: M });
}

/** How the code and its label are drawn on a board, or null where the code would be too small to scan (L14). */
export function planQr(
  code: Bitmap2D,
  geometry: Geometry,
  { widthPx, heightPx, grows, label }: QrRoom & { readonly label: string },
): QrPlan | null {
  const { wantedPx, leastPx } = moduleNeed(geometry);
  const mostPx = grows ? wantedPx * 2 : wantedPx;
  const { leastFontPx } = boardLayout(geometry);
  for (let modulePx = mostPx; modulePx >= leastPx; modulePx -= 1) {
    const sizePx = modulePx * (code.size + 2 * QUIET_MODULES);
    const labelPx = Math.max(leastFontPx, Math.round(sizePx * LABEL_PART));
    const lineRoom = (sizePx - 2 * LABEL_EDGE * modulePx) / (labelPx * LETTER_PART);
    const lines = letters(label) > lineRoom ? MOST_LABEL_LINES : 1;
    const footPx = lines * Math.ceil(labelPx * LABEL_LEADING) + LABEL_EDGE * modulePx;
    if (sizePx <= widthPx && sizePx + footPx <= heightPx)
      return { code, modulePx, sizePx, labelPx, footPx };
  }
  return null;
}

/** The classes of a board with a code: the picture of the slide, or beside what it says. */
export function codedAs({ grows }: QrRoom): string {
  return grows ? 'coded hero' : 'coded';
}

/** Room for the code beside what a template says: a corner of the board, none on the smallest. */
export function cornerRoom({ widthPx, heightPx }: Geometry): QrRoom {
  const [short, long] = [Math.min(widthPx, heightPx), Math.max(widthPx, heightPx)];
  const part = long < 480 ? 0 : long < short * 1.2 ? 0.3 : short < 420 ? 0.46 : 0.4;
  return { widthPx: short * part, heightPx: short * part * 1.5, grows: false };
}

/** Room for the code as the picture of the slide. */
export function heroRoom(geometry: Geometry): QrRoom {
  const { widthPx, heightPx } = geometry;
  const { marginPx, framePx, tiny } = boardLayout(geometry);
  const innerPx = heightPx - framePx - marginPx * (tiny ? 1.75 : 1.5);
  const part = tiny && widthPx < 480 ? 0.38 : 0.46;
  return widthPx > heightPx * 1.2
    ? { widthPx: widthPx * part, heightPx: innerPx, grows: true }
    : { widthPx: widthPx - 2 * marginPx, heightPx: innerPx * 0.56, grows: true };
}
