import { describe, expect, it } from 'vitest';
import { coverCrop } from '../../../shared/slides/cover-crop.ts';

describe('coverCrop', () => {
  it('fills the box around the focus and stays inside the picture', () => {
    const picture = { width: 1600, height: 1200 };
    expect(coverCrop(picture, { width: 100, height: 100 }, { focusX: 0.5, focusY: 0.5 })).toEqual({
      x: 200,
      y: 0,
      width: 1200,
      height: 1200,
    });
    expect(coverCrop(picture, { width: 100, height: 100 }, { focusX: 1, focusY: 0 }).x).toBe(400);
    expect(coverCrop(picture, { width: 400, height: 100 }, { focusX: 0, focusY: 1 })).toEqual({
      x: 0,
      y: 800,
      width: 1600,
      height: 400,
    });
  });

  it('comes closer by the zoom, and no further out than the whole', () => {
    const picture = { width: 1600, height: 1200 };
    const box = { width: 100, height: 100 };
    const middle = { focusX: 0.5, focusY: 0.5 };
    const closer = { x: 500, y: 300, width: 600, height: 600 };
    expect(coverCrop(picture, box, { ...middle, zoom: 2 })).toEqual(closer);
    expect(coverCrop(picture, box, { ...middle, focusX: 0, zoom: 2 }).x).toBe(0);
    expect(coverCrop(picture, box, { ...middle, focusX: 0.3, zoom: 2 }).x).toBe(180);
    expect(coverCrop(picture, box, { ...middle, zoom: 0.5 })).toEqual(
      coverCrop(picture, box, middle),
    );
  });
});
