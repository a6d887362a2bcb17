import { describe, expect, it } from 'vitest';
import { problemCodes, problemStatus, Refusal } from '../../shared/problem.ts';

describe('problem codes', () => {
  it('every code has an HTTP status in the range of refusals', () => {
    for (const code of problemCodes) {
      expect(problemStatus[code]).toBeGreaterThanOrEqual(400);
      expect(problemStatus[code]).toBeLessThan(600);
    }
  });

  it('a refusal without fields has an empty list', () => {
    expect(new Refusal('conflict', '다시 불러와 주십시오.').fields).toEqual([]);
  });
});
