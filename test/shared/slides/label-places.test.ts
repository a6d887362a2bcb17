import { describe, expect, it } from 'vitest';
import {
  boxAround,
  freePlace,
  nearestFree,
  placesAlong,
  placesAround,
  type Box,
} from '../../../shared/slides/label-places.ts';

const bounds: Box = { left: 0, top: 0, width: 400, height: 300 };
const size = { width: 80, height: 20 };

describe('freePlace', () => {
  it('takes the first place that is inside and clear of what stands there', () => {
    const places = placesAround({ x: 100, y: 100 }, size, { markPx: 30, bounds });
    const [right] = places;
    expect(freePlace(places, bounds, { taken: [], gap: 2 })).toEqual(right);
    const next = freePlace(places, bounds, { taken: right ? [right] : [], gap: 2 });
    expect(next).toBeDefined();
    expect(next).not.toEqual(right);
  });

  it('finds none where everything is taken, or the name is larger than the map', () => {
    const places = placesAround({ x: 100, y: 100 }, size, { markPx: 30, bounds });
    expect(freePlace(places, bounds, { taken: [bounds], gap: 0 })).toBeUndefined();
    const long = placesAround(
      { x: 100, y: 100 },
      { width: 500, height: 20 },
      { markPx: 30, bounds },
    );
    expect(freePlace(long, bounds, { taken: [], gap: 0 })).toBeUndefined();
  });
});

describe('placesAround', () => {
  it('stands on the side that has more room', () => {
    const [near] = placesAround({ x: 380, y: 100 }, size, { markPx: 30, bounds });
    expect((near?.left ?? 0) + size.width).toBeLessThan(380);
  });
});

describe('placesAlong', () => {
  it('stands in the middle of the longest stretch first', () => {
    const [first] = placesAlong(
      [
        { x: 0, y: 0 },
        { x: 0, y: 50 },
        { x: 300, y: 50 },
      ],
      size,
    );
    expect(first).toEqual({ left: 110, top: 40, ...size });
  });
});

describe('nearestFree', () => {
  it('keeps a mark where it is when nothing is in its way, and inside the map', () => {
    expect(nearestFree({ x: 200, y: 100 }, 30, { taken: [], bounds })).toEqual({ x: 200, y: 100 });
    expect(nearestFree({ x: 0, y: 300 }, 30, { taken: [], bounds })).toEqual({ x: 15, y: 285 });
  });

  it('moves a mark aside for another, by little, and gives it up where nothing near is free', () => {
    const taken = [boxAround({ x: 200, y: 100 }, 30)];
    const moved = nearestFree({ x: 205, y: 100 }, 30, { taken, bounds });
    expect(moved && Math.hypot(moved.x - 205, moved.y - 100)).toBeLessThanOrEqual(46);
    expect(nearestFree({ x: 205, y: 100 }, 30, { taken: [bounds], bounds })).toBeUndefined();
  });
});
