import { expect, test } from 'vitest';
import { legibilityReport } from '../../../shared/legibility/legibility-report.ts';
import type { Finding } from '../../../shared/legibility/finding.ts';

const small: Finding = {
  rule: 'L1',
  verdict: 'warn',
  field: 'title',
  words: '작습니다.',
  fix: null,
};
const spilt: Finding = { ...small, rule: 'L4', verdict: 'fail', words: '넘칩니다.' };
const brief = (seconds: number): Finding => ({
  ...{ rule: 'L3', verdict: 'warn', field: '', words: `${seconds}초로 늘리십시오.` },
  fix: { kind: 'dwell', seconds },
});

test('what two boards have in common is told once, with both', () => {
  const report = legibilityReport([
    { name: '광장', findings: [small] },
    { name: '시장', findings: [small, spilt] },
  ]);
  expect(report.map(({ rule, boards }) => [rule, boards])).toEqual([
    ['L4', ['시장']],
    ['L1', ['광장', '시장']],
  ]);
});

test('[L3] of several dwells the longest is enough for all', () => {
  const report = legibilityReport([
    { name: '광장', findings: [brief(16)] },
    { name: '시장', findings: [brief(20)] },
    { name: '역', findings: [brief(18)] },
  ]);
  expect(report).toHaveLength(1);
  expect(report[0]).toMatchObject({ fix: { seconds: 20 }, boards: ['광장', '시장', '역'] });
});

test('nothing to say of no boards, and of good ones', () => {
  expect(legibilityReport([])).toEqual([]);
  expect(legibilityReport([{ name: '광장', findings: [] }])).toEqual([]);
});
