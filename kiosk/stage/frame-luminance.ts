/** An estimate of how bright a slide's frame is, without reading the glass. */
import { pictureOf, type SlideContent } from '../../shared/content/slide.ts';

/** Light type on an ink ground, frame included. */
const TEXT_LUMINANCE = 0.08;
/** A picture of which nothing is known yet. */
const UNKNOWN_PICTURE = 0.4;

/** Mean linear-light luminance, 0 to 1. `pictureLuminance` is the picture's own; undefined while unknown. */
export function frameLuminance(
  content: SlideContent,
  pictureLuminance: (sha256: string) => number | undefined,
): number {
  const picture = pictureOf(content);
  if (!picture) return TEXT_LUMINANCE;
  const own = pictureLuminance(picture.sha256) ?? UNKNOWN_PICTURE;
  return content.template === 'picture' ? own : TEXT_LUMINANCE + own / 2;
}

/** Mean linear-light luminance of RGBA bytes, 0 to 1; 0 for none. */
export function meanLuminance(rgba: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i + 3 < rgba.length; i += 4) {
    sum +=
      0.2126 * linear(rgba[i] ?? 0) +
      0.7152 * linear(rgba[i + 1] ?? 0) +
      0.0722 * linear(rgba[i + 2] ?? 0);
  }
  return rgba.length < 4 ? 0 : sum / (rgba.length / 4);
}

/** sRGB byte to linear light (IEC 61966-2-1). */
function linear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
