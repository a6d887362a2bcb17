import { getTimes } from 'suncalc';
import { describe, expect, it } from 'vitest';
import { sunTimes } from '../../shared/sun.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';

const NOON_MS = Date.UTC(2026, 0, 1, 3);

describe('sunTimes', () => {
  it.each([
    { latitude: 37.653, longitude: 127.047 },
    { latitude: 33.1, longitude: 126.2 },
    { latitude: 38.6, longitude: 131.9 },
  ])('agrees with suncalc to three minutes, every day of ten years, at $latitude', (place) => {
    for (let day = 0; day < 3653; day += 1) {
      const noonMs = NOON_MS + day * DAY_MS;
      const { sunrise, sunset } = getTimes(new Date(noonMs), place.latitude, place.longitude);
      const sun = sunTimes(noonMs, place);
      expect(Math.abs((sun?.riseMs ?? 0) - Number(sunrise))).toBeLessThan(3 * MINUTE_MS);
      expect(Math.abs((sun?.setMs ?? 0) - Number(sunset))).toBeLessThan(3 * MINUTE_MS);
    }
  });

  it('answers null where the sun does not rise or set', () => {
    expect(sunTimes(Date.UTC(2026, 11, 22, 3), { latitude: 78, longitude: 127 })).toBeNull();
    expect(sunTimes(Date.UTC(2026, 5, 22, 3), { latitude: 78, longitude: 127 })).toBeNull();
  });
});
