import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luminanceOf, shadesOf, whiteShades } from '../../../kiosk/stage/frame-luminance.ts';
import { nightDim } from '../../../kiosk/stage/night-dim.ts';
import { luminance } from '../../../shared/legibility/contrast.ts';
import { lightZones, nightLimit, nightLimits } from '../../../shared/night-light.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { seoul } from '../../support/manifest-builder.ts';
import { RUNS } from '../../support/runs.ts';

const place = { latitude: 37.653, longitude: 127.047, peakNits: 6_000 };
const offsets = [{ fromMs: 0, offsetMs: 9 * 60 * MINUTE_MS }];
const night = { screen: place, offsets, at: seoul('22:00', '2026-11-22') };

const pixels = fc
  .array(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), { minLength: 1, maxLength: 60 })
  .map((colours) => colours.map(([red, green, blue]) => [red, green, blue, 255] as const));

describe('toning down at night', () => {
  it('[B52] keeps the mean luminance of what is seen within the limit: any content, zone and instant', () => {
    fc.assert(
      fc.property(
        fc.record({
          colours: pixels,
          zone: fc.constantFrom(...lightZones),
          minute: fc.integer({ min: 0, max: 525_600 }),
          peakNits: fc.integer({ min: 50, max: 20_000 }),
        }),
        ({ colours, zone, minute, peakNits }) => {
          const nightLight = { zone, ...nightLimits[zone] };
          const at = seoul('00:00', '2026-01-01') + minute * MINUTE_MS;
          const question = { screen: { ...place, peakNits, nightLight }, offsets, at };
          const dim = nightDim(question, shadesOf(new Uint8ClampedArray(colours.flat()), 0));
          // Black over a pixel takes from each channel of its signal the same part.
          const seen = colours.map(([red, green, blue]) =>
            luminance(red * (1 - dim), green * (1 - dim), blue * (1 - dim)),
          );
          const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
          const { nits } = nightLimit(question);
          expect(mean * peakNits).toBeLessThanOrEqual(nits * 1.001);
          // And no further than that needs.
          if (dim === 0) return;
          const brighter = colours.map(([red, green, blue]) => {
            const keep = 1 - dim + 0.01;
            return luminance(red * keep, green * keep, blue * keep);
          });
          const wouldBe = brighter.reduce((sum, one) => sum + one, 0) / brighter.length;
          expect(wouldBe * peakNits).toBeGreaterThan(nits * 0.999);
        },
      ),
      RUNS,
    );
  });

  it('[B52] leaves light type on ink alone, and tones white down', () => {
    const ink = shadesOf(new Uint8ClampedArray([0x0b, 0x0e, 0x14, 255]), 0.4);
    expect(luminanceOf(ink)).toBeLessThan(0.1);
    expect(nightDim(night, ink)).toBe(0);
    expect(nightDim(night, whiteShades)).toBeGreaterThan(0.5);
    expect(nightDim({ ...night, at: seoul('12:00', '2026-11-22') }, whiteShades)).toBe(0);
  });
});

describe('the light of a frame', () => {
  it('[B52] is measured from pixels in linear light, with the ink of its letters', () => {
    const of = (...bytes: number[]) => shadesOf(new Uint8ClampedArray(bytes), 0);
    expect(luminanceOf(of(255, 255, 255, 255))).toBeCloseTo(1, 5);
    expect(luminanceOf(of(0, 0, 0, 255, 255, 255, 255, 255))).toBeCloseTo(0.5);
    expect(luminanceOf(of(255, 0, 0, 255))).toBeCloseTo(0.2126);
    expect(luminanceOf(of())).toBe(0);
    const lettered = shadesOf(new Uint8ClampedArray([0, 0, 0, 255]), 1);
    expect(luminanceOf(lettered)).toBeCloseTo(0.22 * luminance(0xf6, 0xf3, 0xec), 5);
  });
});
