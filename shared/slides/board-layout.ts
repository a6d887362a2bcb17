/** Sizes in board pixels from the board's geometry. Pure. */
import type { Geometry } from './scene.ts';

/** Height of a Hangul glyph over its font size in Pretendard, measured at weights 500 to 800. */
const GLYPH_PER_FONT = 0.88;

export interface BoardLayout {
  /** Clear space at each edge. */
  readonly marginPx: number;
  /** Height of the frame at the bottom edge; 0 on a tiny board, whose frame is a clock in the top line. */
  readonly framePx: number;
  readonly hairlinePx: number;
  /** No font is smaller. */
  readonly leastFontPx: number;
  readonly frameFontPx: number;
  readonly tiny: boolean;
}

export interface TypeSizes {
  readonly titlePx: number;
  readonly bodyPx: number;
  readonly labelPx: number;
}

/**
 * The least height of a Hangul glyph in pixels: four millimetres for each metre of distance, and never
 * under the 16 pixels that Hangul needs. Capped at 6 % of the short side, where a close pitch with a far
 * reader would leave no room for a sentence; the legibility check judges such a board.
 */
export function minGlyphPx(geometry: Geometry): number {
  const wanted = Math.ceil((4 * geometry.viewingDistanceM) / geometry.pitchMm);
  return Math.max(16, Math.min(wanted, Math.floor(shortSide(geometry) * 0.06)));
}

/** Margins, frame and least font of a board. */
export function boardLayout(geometry: Geometry): BoardLayout {
  const short = shortSide(geometry);
  const leastFontPx = Math.ceil(minGlyphPx(geometry) / GLYPH_PER_FONT);
  const tiny = short < 420;
  return {
    marginPx: Math.round(0.03 * (geometry.widthPx + geometry.heightPx)),
    framePx: tiny ? 0 : Math.floor(0.08 * geometry.heightPx),
    hairlinePx: Math.max(3, Math.round(0.0065 * short)),
    leastFontPx,
    frameFontPx: Math.max(leastFontPx, Math.round(short * blend(0.035, 0.08, tinyness(short)))),
    tiny,
  };
}

/**
 * Font sizes between the least (`scale` 0) and the wanted ones (`scale` 1). Titles give way first:
 * a body keeps its size while a title shrinks.
 */
export function typeSizes(geometry: Geometry, scale: number): TypeSizes {
  const short = shortSide(geometry);
  const { leastFontPx } = boardLayout(geometry);
  const tininess = tinyness(short);
  const title = Math.min(0.19 * geometry.heightPx, 0.13 * geometry.widthPx);
  return {
    titlePx: between(leastFontPx * 1.15, title, scale),
    bodyPx: between(leastFontPx, short * blend(0.062, 0.112, tininess), scale * 1.6),
    labelPx: between(leastFontPx, short * blend(0.039, 0.086, tininess), scale * 2),
  };
}

function shortSide(geometry: Geometry): number {
  return Math.min(geometry.widthPx, geometry.heightPx);
}

/** 0 on a screen, 1 on an LED wall of 300 pixels, which needs a larger part of its height for a line. */
function tinyness(short: number): number {
  return Math.min(1, Math.max(0, (600 - short) / 300));
}

function blend(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

function between(least: number, wanted: number, scale: number): number {
  return Math.round(blend(least, Math.max(least, wanted), Math.min(1, scale)) * 10) / 10;
}
