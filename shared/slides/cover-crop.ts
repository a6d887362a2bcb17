/** Which part of a picture fills a box. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Crop extends Size {
  readonly x: number;
  readonly y: number;
}

/** What of a picture a person wants to see. */
export interface View {
  /** From 0 left/top to 1 right/bottom. */
  readonly focusX: number;
  readonly focusY: number;
  /** How much closer than the largest part; absent is 1. */
  readonly zoom?: number | undefined;
}

/**
 * The largest part of `picture` with the shape of `box`, `zoom` times smaller, around the focus and inside
 * the picture. Whole pixels, at least one.
 */
export function coverCrop(picture: Size, box: Size, focus: View): Crop {
  const whole = Math.min(picture.width / box.width, picture.height / box.height);
  const scale = whole / Math.max(1, focus.zoom ?? 1);
  const width = Math.max(1, Math.min(picture.width, Math.round(box.width * scale)));
  const height = Math.max(1, Math.min(picture.height, Math.round(box.height * scale)));
  return {
    x: clamp(Math.round(focus.focusX * picture.width - width / 2), picture.width - width),
    y: clamp(Math.round(focus.focusY * picture.height - height / 2), picture.height - height),
    width,
    height,
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most);
}
