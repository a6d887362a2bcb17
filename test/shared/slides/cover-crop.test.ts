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
});
