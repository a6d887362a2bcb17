import { describe, expect, it } from 'vitest';
import {
  announcementText,
  cutIntoPages,
  sentences,
  wordsOf,
} from '../../../shared/slides/announcement-pages.ts';

const TEXT =
  '중랑천 산책로에서 나오십시오. 오늘 20시까지 시간당 50mm 넘는 비가 내립니다! 차를 두러 가지 마시기 바랍니다.';
const upTo = (most: number) => (piece: string) => piece.trimEnd().length <= most;

describe('cutIntoPages', () => {
  it.each([1, 2, 5, 9, 17, 30, 45, 400])('keeps every character at %i a page', (most) => {
    expect(cutIntoPages(TEXT, upTo(most)).join('')).toBe(TEXT);
  });

  it('cuts at the end of a sentence where the page is at least half full', () => {
    expect(cutIntoPages(TEXT, upTo(28))[0]).toBe('중랑천 산책로에서 나오십시오. ');
  });

  it('cuts at a space where the sentence ends too early or too late', () => {
    expect(cutIntoPages(TEXT, upTo(12))[0]).toBe('중랑천 산책로에서 ');
  });

  it('cuts a word that is longer than a page between characters', () => {
    expect(cutIntoPages('가나다라마바사', upTo(3))).toEqual(['가나다', '라마바', '사']);
  });

  it('has no page for an empty text, and ends when nothing fits at all', () => {
    expect(cutIntoPages('', upTo(5))).toEqual([]);
    expect(cutIntoPages('가나 다', () => false).join('')).toBe('가나 다');
  });

  it('tells each page its number', () => {
    const pages = cutIntoPages(
      '가 나 다 라',
      (piece, page) => piece.length <= (page === 0 ? 2 : 9),
    );
    expect(pages).toEqual(['가 ', '나 다 라']);
  });
});

const RIVER = '川の遊歩道から出てください。「地下駐車場」に車を取りに行かないでください。';

describe('a text without spaces', () => {
  it('is cut behind its sentences, and between its words', () => {
    expect(sentences(RIVER)).toEqual([
      '川の遊歩道から出てください。',
      '「地下駐車場」に車を取りに行かないでください。',
    ]);
    expect(cutIntoPages(RIVER, upTo(24), 'ja')[0]).toBe('川の遊歩道から出てください。');
    expect(cutIntoPages(RIVER, upTo(10), 'ja')).toEqual([
      ...['川の遊歩道から', '出てください。', '「地下駐車場」に車を', '取りに'],
      '行かないでください。',
    ]);
  });

  it.each([
    ['zh', '请立即离开河边。“不要”进入地下停车场！'],
    ['ja', RIVER],
    ['ko', ' 가나 다라.  마바'],
  ] as const)('keeps every character in its words: %s', (language, text) => {
    expect(wordsOf(text, language).join('')).toBe(text);
  });
});

describe('announcementText', () => {
  it('puts a short title into the band and lets the first sentence lead', () => {
    const text = announcementText('호우경보', TEXT);
    expect(text.topic).toBe('호우경보');
    expect(text.lead + text.rest).toBe(TEXT);
    expect(text.lead.trim()).toBe('중랑천 산책로에서 나오십시오.');
  });

  it('lets a long title lead', () => {
    const text = announcementText('1번 출구 에스컬레이터를 점검합니다', TEXT);
    expect(text).toEqual({
      topic: null,
      lead: '1번 출구 에스컬레이터를 점검합니다',
      rest: TEXT,
    });
  });

  it('has only a lead without a body', () => {
    expect(announcementText('호우경보', null)).toEqual({ topic: null, lead: '호우경보', rest: '' });
  });
});

describe('sentences', () => {
  it.each([TEXT, '끝', '하나. 둘', '3.5mm 넘는 비. “조심하십시오.” 끝', '줄\n바꿈. 둘'])(
    'joins to the text: %s',
    (text) => expect(sentences(text).join('')).toBe(text),
  );

  it('does not cut inside a number or before a closing quote', () => {
    expect(sentences('3.5mm 넘는 비. “조심하십시오.” 끝')).toEqual([
      '3.5mm 넘는 비. ',
      '“조심하십시오.” ',
      '끝',
    ]);
  });
});
