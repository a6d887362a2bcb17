/** How dark a scrim must be, from the pixels under it. */
import { luminance } from '../legibility/contrast.ts';

/** Relative luminance of the dimmest words that stand on a scrim: the asides of a night slide. */
const DIMMEST = luminance(0x98, 0x9e, 0xa9);
/** [L5] What such words need at least. */
const CONTRAST = 4.5;
/** The scrim's ink in the signal, 0 to 1: #0b0e14. */
const INK = 0.055;
const LEAST = 0.45;
const MOST = 0.88;
const SAMPLE = { width: 32, height: 24 } as const;
/** All but specks. */
const PERCENTILE = 0.97;

/** Relative luminance of the light parts of a picture, 0 black to 1 white. Costs one small copy. */
export function lightestOf(picture: CanvasImageSource): number {
  const { width, height } = SAMPLE;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return 1;
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const found: number[] = [];
  for (let at = 0; at < data.length; at += 4)
    found.push(luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
  return found.sort((a, b) => a - b)[Math.floor(found.length * PERCENTILE)] ?? 1;
}

/** Opacity of a scrim over a picture whose light parts have this luminance, so that every word on it can be read. */
export function scrimOpacity(lightest: number): number {
  const darkest = signalOf((DIMMEST + 0.05) / CONTRAST - 0.05);
  const light = signalOf(lightest);
  const needed = light <= darkest ? 0 : (light - darkest) / (light - INK);
  return Math.min(MOST, Math.max(LEAST, needed));
}

/** From linear light to the sRGB signal, where opacities are mixed. */
function signalOf(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}
