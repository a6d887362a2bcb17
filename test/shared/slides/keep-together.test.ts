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

  it.each([
    ['문의 02-2091-4142', '문의 02-\u20602091-\u20604142'],
    ['김밥 두 줄', '김밥 두\u00a0줄'],
    ['11. 24.(화)부터', '11.\u00a024.\u2060(화)\u2060부터'],
    ['과일·반찬', '과일\u2060·반찬'],
    ['3만 원', '3만\u00a0원'],
    ['그냥 글', '그냥 글'],
  ])('ties %s', (text, tied) => {
    expect(keepTogether(text)).toBe(tied);
  });
});
