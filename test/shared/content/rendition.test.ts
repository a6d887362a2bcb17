import { describe, expect, it } from 'vitest';
import { renditionFor } from '../../../shared/content/rendition.ts';

const copies = [640, 1280, 1920, 3840].map((widthPx) => ({
  sha256: String(widthPx),
  widthPx,
  heightPx: (widthPx * 3) / 4,
}));

describe('renditionFor', () => {
  it.each([
    { why: 'the smallest fills a small board', box: [600, 300], zoom: 1, width: 640 },
    { why: 'one that is exactly as large will do', box: [1280, 960], zoom: 1, width: 1280 },
    { why: 'one pixel more asks for the next', box: [1280, 961], zoom: 1, width: 1920 },
    { why: 'the narrower side decides too', box: [360, 640], zoom: 1, width: 1280 },
    { why: 'what is drawn closer needs more pixels', box: [600, 300], zoom: 3, width: 1920 },
    { why: 'where none covers, the largest', box: [3840, 2160], zoom: 2, width: 3840 },
  ])('$why', ({ box: [widthPx = 0, heightPx = 0], zoom, width }) => {
    const found = renditionFor(copies.toReversed(), { widthPx, heightPx }, zoom);
    expect(found?.widthPx).toBe(width);
  });

  it('finds none among none', () => {
    expect(renditionFor([], { widthPx: 600, heightPx: 300 }, 1)).toBeUndefined();
  });
});
