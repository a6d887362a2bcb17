import { describe, expect, it } from 'vitest';
import { keepTogether } from '../../../shared/slides/keep-together.ts';

describe('keepTogether', () => {
  it('ties a date and a time of day, and changes nothing that is seen', () => {
    const tied = keepTogether('11. 28.(토) 오후 2시 · 광장');
    expect(tied).toBe('11.\u00a028.\u2060(토) 오후\u00a02시\u00a0· 광장');
    expect(tied.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')).toBe(
      '11. 28.(토) 오후 2시 · 광장',
    );
  });
});
