/** Where a map and its title stand on a board. Boxes are in board pixels from its corner. Pure. */
import { boardLayout } from './board-layout.ts';
import type { Box } from './label-places.ts';
import type { Geometry } from './scene.ts';

export interface MapLayout {
  /** `wide`: the map beside the title; `tall`: beneath it. */
  readonly shape: 'wide' | 'tall';
  /** For the title. */
  readonly head: Box;
  /** The drawing, which bleeds off the board on the sides away from the title. */
  readonly ground: Box;
  /** What the points of a map are parts of; names stay in it. */
  readonly area: Box;
}

export function mapLayout(geometry: Geometry): MapLayout {
  const { widthPx, heightPx } = geometry;
  const { tiny } = boardLayout(geometry);
  const isWide = widthPx / heightPx >= 1.2 && !(tiny && widthPx < 480);
  return isWide ? wide(geometry) : tall(geometry);
}

function wide(geometry: Geometry): MapLayout {
  const { widthPx, heightPx } = geometry;
  const { marginPx, framePx, frameFontPx, tiny } = boardLayout(geometry);
  const bottom = tiny ? heightPx - marginPx * 0.75 : heightPx - framePx - marginPx * 0.6;
  const headWidth = Math.round(widthPx * (tiny ? 0.35 : 0.28));
  const left = Math.round(marginPx + headWidth + marginPx * 0.6);
  // A tiny board has its clock in the upper right corner.
  const top = tiny ? marginPx * 0.95 + frameFontPx * 1.4 : marginPx;
  return {
    shape: 'wide',
    head: box(marginPx, marginPx, { right: marginPx + headWidth, bottom }),
    ground: box(left - marginPx * 0.4, 0, { right: widthPx, bottom: heightPx }),
    area: box(left, top, { right: widthPx - marginPx, bottom }),
  };
}

function tall(geometry: Geometry): MapLayout {
  const { widthPx, heightPx } = geometry;
  const { marginPx, framePx, tiny } = boardLayout(geometry);
  const bottom = tiny ? heightPx - marginPx * 0.75 : heightPx - framePx - marginPx * 0.6;
  const headBottom = Math.round(marginPx + heightPx * (tiny ? 0.25 : 0.2));
  const top = headBottom + marginPx * 0.4;
  return {
    shape: 'tall',
    head: box(marginPx, marginPx, { right: widthPx - marginPx, bottom: headBottom }),
    ground: box(0, headBottom, { right: widthPx, bottom: heightPx }),
    area: box(marginPx, top, { right: widthPx - marginPx, bottom }),
  };
}

function box(
  left: number,
  top: number,
  { right, bottom }: { readonly right: number; readonly bottom: number },
): Box {
  return { left, top, width: right - left, height: bottom - top };
}
