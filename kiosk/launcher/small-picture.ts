/** A picture of the glass small enough to look at every pixel, as lightness alone. */
import { decode } from 'fast-png';

export interface SmallPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 black to 255 white, row by row. */
  readonly lightness: Uint8Array;
}

/** In parts of the picture's width and height. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From a PNG of eight bits a channel. Throws for anything else. */
export function readSmallPicture(png: Uint8Array): SmallPicture {
  const { width, height, channels, data } = decode(png);
  const lightness = new Uint8Array(width * height);
  for (let i = 0; i < lightness.length; i += 1) {
    const at = i * channels;
    const red = data[at] ?? 0;
    const isGrey = channels < 3;
    const green = isGrey ? red : (data[at + 1] ?? 0);
    const blue = isGrey ? red : (data[at + 2] ?? 0);
    lightness[i] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return { widthPx: width, heightPx: height, lightness };
}

/** The part of `picture` that `part` covers whole; at least one pixel. */
export function partOf(picture: SmallPicture, part: Part): SmallPicture {
  const { widthPx, heightPx, lightness } = picture;
  const left = within(Math.ceil(part.left * widthPx), widthPx - 1);
  const top = within(Math.ceil(part.top * heightPx), heightPx - 1);
  const right = Math.max(left + 1, within(Math.floor((part.left + part.width) * widthPx), widthPx));
  const bottom = Math.max(
    top + 1,
    within(Math.floor((part.top + part.height) * heightPx), heightPx),
  );
  const rows = Array.from({ length: bottom - top }, (_, row) =>
    lightness.subarray((top + row) * widthPx + left, (top + row) * widthPx + right),
  );
  const cut = new Uint8Array((right - left) * rows.length);
  rows.forEach((row, index) => cut.set(row, index * (right - left)));
  return { widthPx: right - left, heightPx: rows.length, lightness: cut };
}

/** The lightness of its darkest and its lightest pixel. */
export function lightnessRange({ lightness }: SmallPicture): {
  readonly least: number;
  readonly most: number;
} {
  let least = 255;
  let most = 0;
  for (const one of lightness) {
    least = Math.min(least, one);
    most = Math.max(most, one);
  }
  return { least, most };
}

/** Whether no pixel differs by more than what encoding does to it. */
export function isSamePicture(one: SmallPicture, other: SmallPicture): boolean {
  if (one.widthPx !== other.widthPx || one.heightPx !== other.heightPx) return false;
  return one.lightness.every((value, i) => Math.abs(value - (other.lightness[i] ?? 0)) <= 1);
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
