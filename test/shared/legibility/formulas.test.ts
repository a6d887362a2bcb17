import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, luminance } from '../../../shared/legibility/contrast.ts';
import { glyphNeed, legibleFromM } from '../../../shared/legibility/glyph.ts';
import {
  fastSeconds,
  letters,
  lettersIn,
  slowSeconds,
} from '../../../shared/legibility/reading.ts';
import { RUNS } from '../../support/runs.ts';

test.each([
  ['', 0],
  ['겨울 특가', 4.5],
  ['ABC 123', 3.5],
  ['漢字とかな', 5],
  ['한글'.normalize('NFD'), 2],
  ['🍜', 1],
  ['👨‍👩‍👧', 1],
  ['é', 0.5],
  ['é'.normalize('NFD'), 0.5],
])('[L3.1] %j counts %d', (text, count) => {
  expect(letters(text)).toBe(count);
});

test('[L3] what fits into a dwell is read in it, and one letter more is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 9, max: 60 }), fc.boolean(), (seconds, hasQr) => {
      const count = lettersIn(seconds, hasQr);
      expect(slowSeconds(count, hasQr)).toBeLessThanOrEqual(seconds);
      expect(slowSeconds(count + 1, hasQr)).toBeGreaterThan(seconds);
      expect(fastSeconds(count, hasQr)).toBeLessThanOrEqual(slowSeconds(count, hasQr));
    }),
    RUNS,
  );
});

test.each([
  // Metres, and millimetres of glyph at a pitch of one millimetre, by the table of the ministry.
  [30, 120],
  [20, 80],
  [10, 40],
  [5, 20],
])('[L1.1] at %d m a glyph has at least %d mm', (viewingDistanceM, mm) => {
  expect(glyphNeed('가', { pitchMm: 1, viewingDistanceM }).leastPx).toBe(Math.max(16, mm));
  expect(legibleFromM(mm, 1)).toBe(viewingDistanceM);
});

test.each([
  // Pitch, and the distance to which 16 pixels are enough.
  [2.5, 10],
  [4, 16],
  [5, 20],
  [6, 24],
  [8, 32],
  [10, 40],
])('[L2.1] 16 pixels of %d mm are legible to %d m', (pitchMm, metres) => {
  expect(legibleFromM(16, pitchMm)).toBe(metres);
  expect(glyphNeed('가', { pitchMm, viewingDistanceM: metres }).leastPx).toBe(16);
});

test.each([
  [[255, 255, 255], [0, 0, 0], 21],
  [[119, 119, 119], [255, 255, 255], 4.48],
  [[118, 118, 118], [255, 255, 255], 4.54],
  [[0, 0, 255], [255, 255, 255], 8.59],
  [[255, 0, 0], [255, 255, 255], 4],
] as const)('[L5] %j on %j has a contrast of %d', (one, two, expected) => {
  expect(contrast(luminanceOf(one), luminanceOf(two))).toBeCloseTo(expected, 2);
});

function luminanceOf([red, green, blue]: readonly [number, number, number]): number {
  return luminance(red, green, blue);
}
