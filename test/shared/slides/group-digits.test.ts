import { describe, expect, it } from 'vitest';
import { groupDigits } from '../../../shared/slides/group-digits.ts';

describe('groupDigits', () => {
  it('groups digits by three', () => {
    expect([0, 999, 35_000, 1e12, 1234.5].map(groupDigits)).toEqual([
      '0',
      '999',
      '35,000',
      '1,000,000,000,000',
      '1,234.5',
    ]);
  });
});
