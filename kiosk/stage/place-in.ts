import type { ScreenFields } from '../../shared/content/screen.ts';

/** Where the board lies in the signal of its PC. */
export type BoardBox = Pick<ScreenFields, 'widthPx' | 'heightPx' | 'offsetX' | 'offsetY'>;

/** Pixels of the display. */
export interface Viewport {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Place {
  readonly leftPx: number;
  readonly topPx: number;
  /** 1 on a real board: its pixels are the signal's. */
  readonly scale: number;
}

/**
 * Where to draw the board in its window: at its offset, pixel for pixel. A window that cannot hold that is
 * no board's but a person's on a desk, who sees all of it, smaller and in the middle.
 */
export function placeIn(window: Viewport, box: BoardBox): Place {
  const holds =
    box.offsetX + box.widthPx <= window.widthPx && box.offsetY + box.heightPx <= window.heightPx;
  if (holds) return { leftPx: box.offsetX, topPx: box.offsetY, scale: 1 };
  const scale = Math.min(1, window.widthPx / box.widthPx, window.heightPx / box.heightPx);
  return {
    leftPx: (window.widthPx - box.widthPx * scale) / 2,
    topPx: (window.heightPx - box.heightPx * scale) / 2,
    scale,
  };
}
