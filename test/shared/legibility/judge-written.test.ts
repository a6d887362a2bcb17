import { expect, test } from 'vitest';
import type { SlideContent } from '../../../shared/content/slide.ts';
import { slideTexts } from '../../../shared/content/slide-texts.ts';
import { judgeWritten } from '../../../shared/legibility/judge-written.ts';

const picture = { sha256: 'a'.repeat(64), alt: { ko: '가게 앞' }, focusX: 0.5, focusY: 0.5 };
const offer: SlideContent = {
  template: 'offer',
  title: { ko: '국화 한 단', en: 'Chrysanthemums' },
  price: '4,000원',
  priceBefore: null,
  lines: [{ ko: '오늘 들어왔습니다' }],
  until: '2026-11-30',
  picture,
};

test('every text has its path, and pictures have none', () => {
  expect(slideTexts(offer)).toEqual([
    { field: 'title', language: 'ko', text: '국화 한 단' },
    { field: 'title', language: 'en', text: 'Chrysanthemums' },
    { field: 'price', language: 'ko', text: '4,000원' },
    { field: 'lines.0', language: 'ko', text: '오늘 들어왔습니다' },
  ]);
});

test('nothing is wrong with an honest offer', () => {
  expect(judgeWritten(offer, 9)).toEqual([]);
});

test('[L9] finds a number in any field', () => {
  const lines = [{ ko: '첫 줄' }, { ko: '문의 010-1234-5678' }];
  expect(judgeWritten({ ...offer, lines }, 15)).toMatchObject([
    { rule: 'L9', verdict: 'warn', field: 'lines.1' },
  ]);
});

test('[L3] fails what nobody reads in the time, by the Korean words alone', () => {
  const lines = [{ ko: '가'.repeat(40) }, { ko: '나'.repeat(40), en: 'x '.repeat(40) }];
  expect(judgeWritten({ ...offer, lines }, 9)).toMatchObject([{ rule: 'L3', verdict: 'fail' }]);
  expect(judgeWritten({ ...offer, lines }, 19)).toEqual([]);
});
