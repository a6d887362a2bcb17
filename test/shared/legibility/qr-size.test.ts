import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/legibility/judge.ts';
import { moduleNeed, scannedFromM } from '../../../shared/legibility/qr-size.ts';
import { judged } from './cases.ts';

describe('moduleNeed', () => {
  it.each([
    { rule: 'L14.1', why: 'a tenth of the distance for 25 modules', p: 2.5, d: 5, px: [8, 4] },
    { rule: 'L14.1', why: 'no more than from 10 m', p: 8, d: 20, px: [5, 3] },
    { rule: 'L14.1', why: 'whole pixels, rounded up', p: 2.5, d: 12, px: [16, 8] },
    { rule: 'L14.2', why: 'three pixels on a coarse wall', p: 10, d: 4, px: [3, 3] },
    { rule: 'L14.2', why: 'two on a fine screen', p: 1.9, d: 0.5, px: [2, 2] },
  ])('[$rule] $why', ({ p, d, px }) => {
    const { wantedPx, leastPx } = moduleNeed({ pitchMm: p, viewingDistanceM: d });
    expect([wantedPx, leastPx]).toEqual(px);
  });

  it('[L14.1] says from where such a module is scanned', () => {
    expect(scannedFromM(5, 8)).toBe(10);
  });
});

describe('judge', () => {
  it('[L14.4] warns of a code that a board has no room for, and tells it from a text', () => {
    const findings = judge(judged({ omitted: ['link', 'lines.2'] }));
    expect(findings.map(({ rule, field }) => [rule, field])).toEqual([
      ['L4', 'lines.2'],
      ['L14', 'link'],
    ]);
  });
});
