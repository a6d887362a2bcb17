import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightZones, nightLimit, nightLimits } from '../../shared/night-light.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { seoul } from '../support/manifest-builder.ts';
import { RUNS } from '../support/runs.ts';

const place = { latitude: 37.653, longitude: 127.047, peakNits: 6_000 };
const offsets = [{ fromMs: 0, offsetMs: 9 * HOUR_MS }];
const limitAt = (clock: string, date: string) =>
  nightLimit({ screen: place, offsets, at: seoul(clock, date) });

describe('the limit of the mean luminance', () => {
  it.each([
    { clock: '12:00', date: '2026-11-22', part: 'day', nits: 6_000 },
    { clock: '18:25', date: '2026-11-22', part: 'evening', nits: 1_000 },
    { clock: '23:59', date: '2026-11-22', part: 'evening', nits: 1_000 },
    { clock: '00:00', date: '2026-11-22', part: 'small-hours', nits: 800 },
    { clock: '06:30', date: '2026-12-22', part: 'small-hours', nits: 800 },
    { clock: '06:00', date: '2026-06-21', part: 'day', nits: 6_000 },
  ])('[B50] at $clock on $date is that of the $part', ({ clock, date, part, nits }) => {
    expect(limitAt(clock, date)).toEqual({ part, nits });
  });

  it('[B50] falls steadily in the hour after sunset and rises in the hour before sunrise', () => {
    const dusk = ['17:20', '17:40', '18:00', '18:16'].map((at) => limitAt(at, '2026-11-22').nits);
    expect([...dusk].sort((a, b) => b - a)).toEqual(dusk);
    const dawn = ['06:20', '06:40', '07:00', '07:18'].map((at) => limitAt(at, '2026-11-22').nits);
    expect([...dawn].sort((a, b) => a - b)).toEqual(dawn);
  });

  it('[B51] is the stricter one the lower the zone, and one of its own where a person wrote it', () => {
    const at = seoul('22:00', '2026-11-22');
    const nits = lightZones.map(
      (zone) =>
        nightLimit({
          screen: { ...place, nightLight: { zone, ...nightLimits[zone] } },
          offsets,
          at,
        }).nits,
    );
    expect(nits).toEqual([400, 800, 1_000, 1_500]);
    const nightLight = { zone: 4, eveningNits: 123, smallHoursNits: 45 };
    expect(nightLimit({ screen: { ...place, nightLight }, offsets, at }).nits).toBe(123);
  });

  it('[B50] lies between the limit of the night and the peak of the board, at every instant anywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.double({ min: -89, max: 89, noNaN: true }),
        fc.constantFrom(...lightZones),
        (minute, latitude, zone) => {
          const screen = { ...place, latitude, nightLight: { zone, ...nightLimits[zone] } };
          const { part, nits } = nightLimit({ screen, offsets, at: (minute * MINUTE_MS) % 4e12 });
          const { eveningNits, smallHoursNits } = nightLimits[zone];
          expect(nits).toBeGreaterThanOrEqual(Math.min(eveningNits, smallHoursNits) * 0.999);
          expect(nits).toBeLessThanOrEqual(place.peakNits * 1.001);
          if (part === 'evening') expect(nits).toBe(eveningNits);
          if (part === 'small-hours') expect(nits).toBe(smallHoursNits);
        },
      ),
      RUNS,
    );
  });
});
