import { describe, expect, it } from 'vitest';
import { dateInZone, isZone, zoneOffsets } from '../../../controller/manifest/offsets.ts';
import { HOUR_MS, instantOf } from '../../../shared/time.ts';

describe('zoneOffsets', () => {
  it('[S1] is one offset where the clocks never change', () => {
    expect(zoneOffsets('Asia/Seoul', '2026-11-21')).toEqual([
      { fromMs: Date.parse('1988-10-08T17:00Z'), offsetMs: 9 * HOUR_MS },
    ]);
  });

  it('[S1] knows both nights on which the clocks change', () => {
    const autumn = zoneOffsets('Europe/Berlin', '2026-10-01');
    expect(autumn.map((offset) => offset.offsetMs / HOUR_MS)).toEqual([2, 1]);
    expect(autumn[1]?.fromMs).toBe(Date.parse('2026-10-25T01:00Z'));
    const spring = zoneOffsets('Europe/Berlin', '2026-03-01');
    expect(instantOf(spring, '2026-03-29', 150)).toBe(Date.parse('2026-03-29T01:30Z'));
    expect(instantOf(autumn, '2026-10-25', 150)).toBe(Date.parse('2026-10-25T00:30Z'));
  });
});

describe('dateInZone', () => {
  it('is already the next day in the east', () => {
    expect(dateInZone('Asia/Seoul', Date.parse('2026-11-22T15:00Z'))).toBe('2026-11-23');
    expect(dateInZone('UTC', Date.parse('2026-11-22T15:00Z'))).toBe('2026-11-22');
  });
});

describe('isZone', () => {
  it.each([
    ['Asia/Seoul', true],
    ['Mars/Olympus', false],
    ['', false],
  ])('%s: %s', (zone, known) => {
    expect(isZone(zone)).toBe(known);
  });
});
