/** Files as people bring them, made in the test. */
import sharp from 'sharp';

/** A square PNG that compresses to nearly nothing less than its pixels. */
export function noisePng(sidePx: number): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from(
      { length: sidePx * sidePx * 3 },
      (_, index) => Math.imul(index, 2_654_435_761) >>> 24,
    ),
  );
  return sharp(pixels, { raw: { width: sidePx, height: sidePx, channels: 3 } })
    .png()
    .toBuffer();
}
