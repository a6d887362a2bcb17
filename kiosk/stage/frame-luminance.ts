/** How much light a frame gives, and would give if it were toned down. */

/**
 * For each value of a colour channel, 0 to 255, what part of the frame's light-giving surface has it; together 1.
 * A channel counts by its part in luminance (IEC 61966-2-1), so that this is exact however far it is toned down.
 */
export type Shades = Float64Array;

const WEIGHTS = [0.2126, 0.7152, 0.0722] as const;
/** What part of a letter's box is ink, for Hangul of weight 500 to 800. */
const INK = 0.22;
/** Of the letters, warm white. */
const PAPER = [0xf6, 0xf3, 0xec] as const;

/** Of a frame of which nothing is known: the brightest that there can be. */
export const whiteShades: Shades = shadesOf(new Uint8ClampedArray([255, 255, 255, 255]), 0);

/** Of RGBA bytes, with light letters in boxes that cover the part `lettered` of them, 0 to 1. Black for no bytes. */
export function shadesOf(pixels: Uint8ClampedArray, lettered: number): Shades {
  const shades = new Float64Array(256);
  const ink = Math.min(1, lettered) * INK;
  const count = Math.max(1, Math.floor(pixels.length / 4));
  WEIGHTS.forEach((weight, channel) => {
    for (let at = channel; at < pixels.length; at += 4) {
      const value = pixels[at] ?? 0;
      shades[value] = (shades[value] ?? 0) + (weight * (1 - ink)) / count;
    }
    const paper = PAPER[channel] ?? 255;
    shades[paper] = (shades[paper] ?? 0) + weight * ink;
  });
  return shades;
}

/** Mean linear-light luminance, 0 to 1, with every channel at the part `keep` of its value (1 is as it is). */
export function luminanceOf(shades: Shades, keep = 1): number {
  return shades.reduce((sum, part, value) => sum + part * linear((value / 255) * keep), 0);
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
