import { expect, it } from 'vitest';
import { noticePages } from '../../../shared/content/notice-pages.ts';

it('is one page without lines where nothing is written', () => {
  expect(noticePages(null)).toEqual([[]]);
  expect(noticePages('  ')).toEqual([[]]);
});

it('keeps words whole, up to 40 characters a line and three lines a page', () => {
  const body = Array.from({ length: 40 }, (_, index) => `낱말${index}`).join(' ');
  const pages = noticePages(body);
  expect(pages.map(({ length }) => length)).toEqual([3, 2]);
  expect(pages.flat().every(({ length }) => length <= 40)).toBe(true);
  expect(pages.flat().join(' ')).toBe(body);
});

it('breaks a word that is longer than a line', () => {
  expect(noticePages('가'.repeat(90))).toEqual([
    ['가'.repeat(40), '가'.repeat(40), '가'.repeat(10)],
  ]);
});
