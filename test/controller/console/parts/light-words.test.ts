import { describe, expect, it } from 'vitest';
import { lightWords } from '../../../../controller/console/parts/light-words.ts';

describe('how bright a board is, in words', () => {
  it.each([
    {
      light: { keptPercent: 100, part: 'day', limitNits: 6_000 },
      words: '100% · 낮에는 낮추지 않음',
    },
    {
      light: { keptPercent: 64, part: 'evening', limitNits: 1_000 },
      words: '64% · 밤 한도 1,000cd/㎡에 맞추어 이 슬라이드를 낮춤',
    },
    {
      light: { keptPercent: 100, part: 'small-hours', limitNits: 800 },
      words: '100% · 자정 뒤 한도 800cd/㎡ 안',
    },
  ] as const)('[B52] $words', ({ light, words }) => {
    expect(lightWords(light)).toBe(words);
  });

  it('[B52] does not know before the board has said so', () => {
    expect(lightWords(undefined)).toBe('알 수 없음');
  });
});
