import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedText } from '../../../../controller/console/parts/marked-text.ts';

describe('markedText', () => {
  it.each([
    { text: '국밥 8,000원', other: '국밥 9,000원', marked: ['국밥 ', '8', ',000원'] },
    { text: '오늘만', other: '오늘만', marked: ['오늘만', '', ''] },
    { text: '', other: '더함', marked: ['', '', ''] },
    { text: '새 글', other: '', marked: ['', '새 글', ''] },
    { text: '가가', other: '가', marked: ['가', '가', ''] },
    { text: '🍞🍞', other: '🍞🥐', marked: ['🍞', '🍞', ''] },
  ])('[V16] splits ‘$text’ where it differs from ‘$other’', ({ text, other, marked }) => {
    const { before, changed, after } = markedText(text, other);
    expect([before, changed, after]).toEqual(marked);
  });

  it('[V16] loses nothing, and marks nothing that is the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (text, other) => {
          const { before, changed, after } = markedText(text, other);
          expect(before + changed + after).toBe(text);
          expect(other.startsWith(before) && other.endsWith(after)).toBe(true);
          expect(markedText(text, text).changed).toBe('');
        },
      ),
    );
  });
});
