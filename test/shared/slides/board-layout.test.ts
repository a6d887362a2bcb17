import { describe, expect, it } from 'vitest';
import { boardLayout, minGlyphPx, typeSizes } from '../../../shared/slides/board-layout.ts';
import { geometryOf } from '../../support/board-samples.ts';

const SIZES = [
  [600, 300],
  [576, 320],
  [360, 260],
  [960, 480],
  [1080, 1920],
  [1920, 1080],
  [3840, 2160],
] as const;

describe('boardLayout', () => {
  it.each(SIZES)('keeps margins and frame in proportion at %i×%i', (widthPx, heightPx) => {
    const layout = boardLayout(geometryOf(widthPx, heightPx));
    expect(layout.marginPx).toBeGreaterThanOrEqual(0.05 * Math.min(widthPx, heightPx));
    expect(layout.framePx).toBeLessThanOrEqual(0.08 * heightPx);
    expect(layout.frameFontPx).toBeGreaterThanOrEqual(layout.leastFontPx);
  });

  it.each(SIZES)('sets titles between the least and a fifth of %i×%i', (widthPx, heightPx) => {
    const geometry = geometryOf(widthPx, heightPx);
    const { leastFontPx } = boardLayout(geometry);
    expect(typeSizes(geometry, 1).titlePx).toBeLessThanOrEqual(heightPx / 5);
    for (const size of Object.values(typeSizes(geometry, 0))) {
      expect(size).toBeGreaterThanOrEqual(leastFontPx);
    }
  });

  it('asks four millimetres for each metre, never under 16 pixels, within the board', () => {
    const geometry = geometryOf(1920, 1080);
    expect(minGlyphPx({ ...geometry, pitchMm: 2.5, viewingDistanceM: 20 })).toBe(32);
    expect(minGlyphPx({ ...geometry, pitchMm: 8, viewingDistanceM: 10 })).toBe(16);
    expect(minGlyphPx({ ...geometry, pitchMm: 0.6, viewingDistanceM: 30 })).toBe(64);
  });
});
