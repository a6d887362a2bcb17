import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../kiosk/stage/place-in.ts';

const box = { widthPx: 600, heightPx: 300, offsetX: 40, offsetY: 20 };

describe('placeIn', () => {
  it.each([
    { why: 'a signal that holds it', widthPx: 1920, heightPx: 1080, place: [40, 20, 1] },
    { why: 'a signal that just holds it', widthPx: 640, heightPx: 320, place: [40, 20, 1] },
    { why: 'a window too narrow', widthPx: 300, heightPx: 900, place: [0, 375, 0.5] },
    { why: 'a window too low', widthPx: 1200, heightPx: 150, place: [450, 0, 0.5] },
    { why: 'a window that lacks only the offset', widthPx: 600, heightPx: 300, place: [0, 0, 1] },
  ])('in $why', ({ widthPx, heightPx, place }) => {
    const [leftPx, topPx, scale] = place;
    expect(placeIn({ widthPx, heightPx }, box)).toEqual({ leftPx, topPx, scale });
  });
});
