import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../../controller/console/parts/audit-differences.ts';
import { fieldWords, unsaid } from '../../../../controller/console/parts/audit-field-words.ts';
import { announcementSchema } from '../../../../shared/content/announcement.ts';
import { bookingSchema } from '../../../../shared/content/booking.ts';
import { organizationSchema } from '../../../../shared/content/organization.ts';
import { personSchema } from '../../../../shared/content/person.ts';
import { screenSchema } from '../../../../shared/content/screen.ts';
import { shopSchema } from '../../../../shared/content/shop.ts';
import { slideSchema } from '../../../../shared/content/slide.ts';
import { RUNS } from '../../../support/runs.ts';
import { aBooking } from '../../../support/values.ts';

const words = {
  offsets: [{ fromMs: 0, offsetMs: 9 * 3_600_000 }],
  nameOf: (id: string) => ({ bread: '아침 빵' })[id],
};
const said = (before: unknown, after: unknown) =>
  differencesOf(before, after, words).map(
    (one) => `${one.label}: ${one.before ?? '-'} > ${one.after ?? '-'}`,
  );

describe('differencesOf', () => {
  it('says what an edit changed, by the words of the forms', () => {
    const before = aBooking({ id: 'b', slideIds: ['bread'], fromMinute: 540, toDate: null });
    const after = {
      ...before,
      ...{ fromMinute: 630, toDate: '2026-12-24', slideIds: ['bread', 'gone'], version: 2 },
      ...{ exclusive: true, state: 'ended', holidays: 'skip' },
    };
    expect(said(before, after)).toEqual([
      '슬라이드: 아침 빵 > 아침 빵, gone',
      '마지막 날: 없음 > 2026년 12월 24일(목)',
      '시작: 09:00 > 10:30',
      '행사 독점: 아니요 > 예',
      '상태: 송출 중 > 끝남',
      '공휴일: - > 빼기',
    ]);
  });

  it('names languages, weekdays and places in lists', () => {
    const before = {
      title: { ko: '빵', en: 'Bread' },
      week: [null, { fromMinute: 540, toMinute: 1470 }],
    };
    const after = { title: { ko: '빵', en: 'Cake' }, week: [null, null] };
    expect(said(before, after)).toEqual([
      '제목 · 영어: Bread > Cake',
      '요일별 시간 · 월요일: 09:00~24:30 > 없음',
    ]);
  });

  it('says instants in the time of the place', () => {
    expect(said({ endsAt: null }, { endsAt: Date.UTC(2026, 10, 22, 6, 30) })).toEqual([
      '끝나는 때: 없음 > 2026년 11월 22일(일) 오후 3:30',
    ]);
  });

  it('says all that a new thing has, and what a plain value is', () => {
    expect(said(null, { name: '새 가게', onnuri: { card: true } })).toEqual([
      '이름: - > 새 가게',
      '온누리상품권 · 카드: - > 예',
    ]);
    expect(said('pc-1', null)).toEqual(['값: pc-1 > -']);
    expect(said(null, null)).toEqual([]);
  });

  it('takes anything, and finds nothing between equals', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differencesOf(one, structuredClone(one), words)).toEqual([]);
        differencesOf(one, other, words);
      }),
      RUNS,
    );
  });

  it.each(
    Object.entries({
      ...{ bookingSchema, announcementSchema, screenSchema, shopSchema },
      ...{ organizationSchema, slideSchema, personSchema },
    }),
  )('has a word for every field of %s', (_name, { shape }) => {
    const fields = Object.keys(shape).filter((field) => !unsaid.has(field));
    expect(fields.filter((field) => !(field in fieldWords))).toEqual([]);
  });
});
