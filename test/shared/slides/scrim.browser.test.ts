import { describe, expect, it } from 'vitest';
import { contrast, luminance } from '../../../shared/legibility/contrast.ts';
import { lightestOf, scrimOpacity } from '../../../shared/slides/scrim.ts';

function filled(color: string, speck: string | null = null): OffscreenCanvas {
  const canvas = new OffscreenCanvas(320, 240);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 320, 240);
  if (speck) {
    context.fillStyle = speck;
    context.fillRect(0, 0, 12, 12);
  }
  return canvas;
}

/** What the browser makes of ink over the colour. */
function under(color: string, opacity: number): number {
  const context = filled(color).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = `rgb(11 14 20 / ${String(opacity)})`;
  context.fillRect(0, 0, 320, 240);
  const [red = 0, green = 0, blue = 0] = context.getImageData(9, 9, 1, 1).data;
  return luminance(red, green, blue);
}

describe('a scrim', () => {
  it.each(['#ffffff', '#c8d0d8', '#d0a060', '#7090a0', '#404040', '#000000'])(
    '[L5] over %s holds the contrast of the dimmest words',
    (color) => {
      const ground = under(color, scrimOpacity(lightestOf(filled(color))));
      expect(contrast(luminance(0x98, 0x9e, 0xa9), ground)).toBeGreaterThanOrEqual(4.45);
    },
  );

  it('is lighter over a dark picture, which shows more of it', () => {
    expect(scrimOpacity(0.05)).toBeLessThan(scrimOpacity(0.9) - 0.2);
  });

  it('does not care for a speck', () => {
    expect(lightestOf(filled('#203040', '#ffffff'))).toBeLessThan(0.1);
  });
});
