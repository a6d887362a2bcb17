import { describe, expect, it } from 'vitest';
import { frameLuminance, meanLuminance } from '../../../kiosk/stage/frame-luminance.ts';
import { nightDim, nightLight } from '../../../kiosk/stage/night-dim.ts';
import { seoul } from '../../support/manifest-builder.ts';

const screen = { latitude: 37.653, longitude: 127.047, peakNits: 6_000 };
const offsets = [{ fromMs: 0, offsetMs: 9 * 3_600_000 }];

function light(clock: string, date: string, luminance = 1): number {
  return nightLight({ screen, offsets, frameLuminance: luminance, at: seoul(clock, date) });
}

describe('night dimming', () => {
  it.each([
    { clock: '12:00', date: '2026-11-22', light: 1, why: 'by day nothing is toned down' },
    { clock: '18:25', date: '2026-11-22', light: 1 / 6, why: 'an hour after sunset (17:17)' },
    { clock: '23:59', date: '2026-11-22', light: 1 / 6, why: 'to midnight' },
    {
      clock: '00:00',
      date: '2026-11-22',
      light: 800 / 6_000,
      why: 'after midnight it is stricter',
    },
    {
      clock: '06:30',
      date: '2026-12-22',
      light: 800 / 6_000,
      why: 'open before sunrise − 60 (06:44)',
    },
    { clock: '06:00', date: '2026-06-21', light: 1, why: 'in June the sun is up at opening' },
  ])('$clock on $date: $why', ({ clock, date, light: expected }) => {
    expect(light(clock, date)).toBeCloseTo(expected, 2);
  });

  it('falls steadily over the hour after sunset and rises over the hour before sunrise', () => {
    const dusk = ['17:20', '17:40', '18:00', '18:16'].map((clock) => light(clock, '2026-11-22'));
    expect([...dusk].sort((a, b) => b - a)).toEqual(dusk);
    const dawn = ['06:20', '06:40', '07:00', '07:18'].map((clock) => light(clock, '2026-11-22'));
    expect([...dawn].sort((a, b) => a - b)).toEqual(dawn);
  });

  it('leaves light type on ink alone and tones a white picture down', () => {
    const at = seoul('22:00', '2026-11-22');
    expect(nightDim({ screen, offsets, frameLuminance: 0.08, at })).toBe(0);
    expect(nightDim({ screen, offsets, frameLuminance: 0.9, at })).toBeGreaterThan(0.5);
  });
});

describe('frame luminance', () => {
  const picture = { sha256: 'a'.repeat(64), alt: { ko: '등' }, focusX: 0.5, focusY: 0.5 };

  it('is measured from pixels in linear light', () => {
    expect(meanLuminance(new Uint8ClampedArray([255, 255, 255, 255]))).toBeCloseTo(1, 5);
    expect(meanLuminance(new Uint8ClampedArray([0, 0, 0, 255, 255, 255, 255, 255]))).toBeCloseTo(
      0.5,
    );
    expect(meanLuminance(new Uint8ClampedArray())).toBe(0);
  });

  it('is the picture of a picture slide, half of it beside text, and little for text alone', () => {
    const white = () => 1;
    const notice = { template: 'notice', title: { ko: '알림' }, lines: [], contact: null } as const;
    expect(frameLuminance({ template: 'picture', title: null, picture }, white)).toBe(1);
    expect(frameLuminance({ ...notice, lines: [], picture }, white)).toBeCloseTo(0.58);
    expect(frameLuminance({ ...notice, lines: [], picture: null }, white)).toBeCloseTo(0.08);
  });
});
