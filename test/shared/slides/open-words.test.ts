import { describe, expect, it } from 'vitest';
import { hourWords, openWords } from '../../../shared/slides/open-words.ts';

describe('openWords', () => {
  it.each([
    [{ state: 'open', untilMinute: 1260, fromMinute: null }, '지금 영업 중 · 21시까지'],
    [{ state: 'open', untilMinute: 1440, fromMinute: null }, '지금 영업 중 · 자정까지'],
    [{ state: 'later', untilMinute: null, fromMinute: 1050 }, '오늘 17시 30분부터'],
    [{ state: 'closed-now', untilMinute: null, fromMinute: null }, '오늘 영업 끝'],
    [{ state: 'closed-today', untilMinute: null, fromMinute: null }, '오늘 휴무'],
  ] as const)('%o is %s', (open, words) => expect(openWords(open)).toBe(words));

  it('names the hours after midnight', () => {
    expect(hourWords(1560)).toBe('새벽 2시');
    expect(hourWords(0)).toBe('자정');
  });
});
