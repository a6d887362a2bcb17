import { describe, expect, it } from 'vitest';
import {
  boardWidthM,
  nearestM,
  seenWidthPx,
} from '../../../../controller/console/parts/seen-size.ts';
import { geometryOf } from '../../../support/board-samples.ts';

/** 600 pixels of 8 mm: 4.8 m. */
const wall = geometryOf(600, 300);

describe('a board as it is seen from afar', () => {
  it('fills the same angle as the real one: width over distance', () => {
    expect(boardWidthM(wall)).toBe(4.8);
    const onScreenM = (seenWidthPx(wall, 20, 'desk') / 96) * 0.0254;
    expect(onScreenM / 0.5).toBeCloseTo(4.8 / 20, 10);
    const inHandM = (seenWidthPx(wall, 20, 'hand') / 96) * 0.0254;
    expect(inHandM / 0.35).toBeCloseTo(4.8 / 20, 10);
  });

  it('comes no nearer than its room lets it', () => {
    const room = { roomPx: 328, held: 'hand', least: 3 } as const;
    const nearest = nearestM(wall, room);
    expect(seenWidthPx(wall, nearest, 'hand')).toBeLessThanOrEqual(328);
    expect(seenWidthPx(wall, nearest - 1, 'hand')).toBeGreaterThan(328);
    expect(nearestM(wall, { ...room, roomPx: 10_000 })).toBe(3);
  });
});
