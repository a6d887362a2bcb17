/** How bright a page is, and how much of it could be taken for a traffic light. Pixels are RGBA bytes. */
import { luminance } from '../legibility/contrast.ts';
import type { Measurement } from '../legibility/measurement.ts';

/** Ink of a letter over its line's box, for Hangul of weight 500 to 800. */
const INK = 0.22;
const PAPER = luminance(0xf6, 0xf3, 0xec);
/** Every so many pixels are looked at: thousands are enough for a mean. */
const STRIDE = 3;

/** Mean relative luminance of the ground with light letters on the `covered` part of it. */
export function meanLuminance(pixels: Uint8ClampedArray, covered: number): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4 * STRIDE) {
    sum += luminance(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    count += 1;
  }
  const inked = covered * INK;
  return count === 0 ? 0 : (sum / count) * (1 - inked) + PAPER * inked;
}

/** Parts of the pixels that are bright and saturated in the hues of the lights: 0°, 50° and 140°. */
export function signalParts(pixels: Uint8ClampedArray): Measurement['signalParts'] {
  const counts = { red: 0, yellow: 0, green: 0 };
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4 * STRIDE) {
    const signal = signalOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    if (signal) counts[signal] += 1;
    count += 1;
  }
  const part = (one: number) => (count === 0 ? 0 : one / count);
  return { red: part(counts.red), yellow: part(counts.yellow), green: part(counts.green) };
}

function signalOf(
  red: number,
  green: number,
  blue: number,
): keyof Measurement['signalParts'] | null {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (most < 140 || range < most * 0.65) return null;
  const hue = hueOf({ red, green, blue }, most, range);
  if (hue < 16 || hue > 345) return 'red';
  if (hue >= 40 && hue <= 64) return 'yellow';
  return hue >= 95 && hue <= 175 ? 'green' : null;
}

/** Degrees. */
function hueOf(
  { red, green, blue }: Readonly<Record<'red' | 'green' | 'blue', number>>,
  most: number,
  range: number,
): number {
  if (most === red) return (((green - blue) / range) * 60 + 360) % 360;
  return most === green ? ((blue - red) / range) * 60 + 120 : ((red - green) / range) * 60 + 240;
}
