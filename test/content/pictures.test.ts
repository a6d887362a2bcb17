import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { contentFolder, picturesFolder } from './content-folder.ts';

const { pictures } = contentFolder();

describe('the drawings', () => {
  it('are at least 22', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(22);
  });

  it.each(pictures)('%s is plain SVG: no script, filter, text, style or link', (file) => {
    const svg = readFileSync(join(picturesFolder, file), 'utf8');
    expect(svg).not.toMatch(/<(script|filter|text|style|image|use|foreignObject|a)\b/);
    expect(svg).not.toMatch(/\bon\w+=|href=|url\((?!#)|undefined|NaN/);
  });

  it.each(pictures)('%s is drawn, and dark enough for a night in the plaza', async (file) => {
    const { data, info } = await sharp(join(picturesFolder, file))
      .resize(160)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([160, 120]);
    expect(meanLuminance(data)).toBeGreaterThan(0.01);
    expect(meanLuminance(data)).toBeLessThan(0.4);
  });
});

/** Mean linear luminance of RGB bytes, 0 to 1; above 0.4 a whole picture dazzles at night. */
function meanLuminance(rgb: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at + 2 < rgb.length; at += 3)
    sum +=
      0.2126 * linear(rgb[at] ?? 0) +
      0.7152 * linear(rgb[at + 1] ?? 0) +
      0.0722 * linear(rgb[at + 2] ?? 0);
  return sum / (rgb.length / 3);
}

function linear(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
