import { describe, expect, it } from 'vitest';
import { deviceWords } from '../../../controller/people/device-words.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0';

describe('a browser in words', () => {
  it.each([
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`,
      words: 'Windows · Chrome',
    },
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/141.0`,
      words: 'Windows · Edge',
    },
    {
      userAgent: `Mozilla/5.0 (Windows NT 10.0) ${CHROME} Whale/4.33 Safari/537.36`,
      words: 'Windows · 웨일',
    },
    {
      userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${CHROME} SamsungBrowser/28.0 Mobile Safari/537.36`,
      words: '안드로이드 · 삼성 인터넷',
    },
    {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
      words: '아이폰 · Safari',
    },
    {
      userAgent:
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      words: 'Mac · Firefox',
    },
    { userAgent: 'curl/8.5.0', words: '' },
    { userAgent: undefined, words: '' },
  ])('is $words', ({ userAgent, words }) => {
    expect(deviceWords(userAgent)).toBe(words);
  });
});
