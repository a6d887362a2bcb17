import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { secondPersonReasons, type SlideToJudge } from '../../../shared/content/second-person.ts';
import type { SlideContent } from '../../../shared/content/slide.ts';
import { noticeContent } from '../../support/values.ts';

const district = {
  kind: 'district',
  twoPersonApproval: false,
  election: { from: '2026-12-05', until: '2027-06-03' },
} as const;
const plain = { kind: 'association', twoPersonApproval: false } as const;

function reasons(content: SlideContent, parts: Partial<SlideToJudge> = {}) {
  return secondPersonReasons({
    ...{ content, organization: plain, shopPhone: null, today: '2026-12-10' },
    ...parts,
  });
}
const portrait = (ko: string): SlideContent => ({
  template: 'picture',
  title: null,
  picture: { sha256: 'a'.repeat(64), alt: { ko }, focusX: 0.5, focusY: 0.5 },
});

describe('secondPersonReasons', () => {
  it('[V10] asks for a second person wherever the organization does', () => {
    const organization = { ...plain, twoPersonApproval: true };
    expect(reasons(noticeContent('김장 나눔'), { organization })).toEqual(['organization']);
    expect(reasons(noticeContent('김장 나눔'))).toEqual([]);
  });

  it.each([
    { why: 'the day before', today: '2026-12-04', found: [] },
    { why: 'the first day', today: '2026-12-05', found: ['election'] },
    { why: 'the last day', today: '2027-06-03', found: ['election'] },
    { why: 'the day after', today: '2027-06-04', found: [] },
  ])('[V11] holds on both days and between: $why', ({ today, found }) => {
    const content = noticeContent('홍길동 구청장 신년 인사');
    expect(reasons(content, { organization: district, today })).toEqual(found);
  });

  it.each([
    { why: 'without a name', content: noticeContent('구청장과 함께하는 걷기') },
    { why: 'written apart', content: noticeContent('도봉 구 청 장') },
    { why: 'in English', content: withTitle({ ko: '신년 인사', en: 'From the Mayor' }) },
    { why: 'in Chinese', content: withTitle({ ko: '신년 인사', zh: '道峰区长致辞' }) },
    { why: 'as a portrait', content: portrait('구청장이 김장을 담근다') },
  ])('[V11] finds the head of the district $why', ({ content }) => {
    expect(reasons(content, { organization: district })).toEqual(['election']);
  });

  it('[V11] is about districts, about their head, and about a period that is set', () => {
    const content = noticeContent('구청장 표창 받은 가게');
    expect(reasons(content)).toEqual([]);
    expect(reasons(noticeContent('구청 장터'), { organization: district })).toEqual([]);
    const calm = { ...plain, kind: 'district' } as const;
    expect(reasons(content, { organization: calm })).toEqual([]);
  });

  it.each([
    { text: '문의 010-1234-5678', found: ['personal-data'] },
    { text: '문의 01012345678', found: ['personal-data'] },
    { text: '문의 016-123-4567', found: ['personal-data'] },
    { text: '문의 02-906-1234', found: [] },
    { text: '계좌 1010-1234-56789', found: [] },
  ])('[V12] takes a mobile number for personal data: $text', ({ text, found }) => {
    expect(reasons(noticeContent(text))).toEqual(found);
  });

  it("[V12] leaves the shop's own line alone, however it is written, and no other beside it", () => {
    const shopPhone = '010 1234 5678';
    expect(reasons(noticeContent('주문 010-1234-5678'), { shopPhone })).toEqual([]);
    const both = noticeContent('주문 010-1234-5678, 010-8765-4321');
    expect(reasons(both, { shopPhone })).toEqual(['personal-data']);
  });

  it('[V10] never loses a reason by more words', () => {
    const words = fc.stringMatching(/^[가-힣 ]{1,12}$/).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(words, words, (before, after) => {
        const content = noticeContent(`${before} 010-1234-5678 ${after} 구청장`);
        expect(reasons(content, { organization: district })).toEqual(['election', 'personal-data']);
      }),
    );
  });
});

function withTitle(title: { ko: string; en?: string; zh?: string }): SlideContent {
  const lines: { ko: string }[] = [];
  return { template: 'notice', title, lines, contact: null, picture: null };
}
