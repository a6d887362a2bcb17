import { describe, expect, it } from 'vitest';
import {
  dayWords,
  explanationWords,
  reasonWords,
} from '../../../../controller/console/app/reason-words.ts';
import { reasons } from '../../../../shared/schedule/explain.ts';
import { aCalendar, aSlot, seoul } from '../../../support/manifest-builder.ts';

const { offsets } = aCalendar();
const NOW = seoul('15:30:05');
const slotAt = (startMs: number) => aSlot('bread', startMs, startMs + 15_000);

describe('explanationWords', () => {
  it('[S11] a booking on air', () => {
    const explanation = { state: 'on-air' as const, reason: null, slot: slotAt(NOW) };
    expect(explanationWords(explanation, offsets, NOW)).toBe('지금 송출 중입니다.');
  });

  it('[S11] waiting its turn today', () => {
    const slot = slotAt(seoul('15:32:15'));
    expect(explanationWords({ state: 'waiting', reason: null, slot }, offsets, NOW)).toBe(
      '차례를 기다립니다. 다음은 오늘 15:32:15입니다.',
    );
  });

  it('[S11] why not, and when next', () => {
    const slot = slotAt(seoul('06:04', '2026-11-24'));
    expect(explanationWords({ state: 'not', reason: 'shop-closed', slot }, offsets, NOW)).toBe(
      '지금은 나가지 않습니다: 가게가 쉬는 날입니다. 다음은 내일 06:04:00입니다.',
    );
  });

  it('[S11] nothing planned later is told', () => {
    expect(explanationWords({ state: 'not', reason: 'expired', slot: null }, offsets, NOW)).toBe(
      '지금은 나가지 않습니다: 편성이 끝났습니다. 정해진 다음 차례가 없습니다.',
    );
  });

  it.each(reasons)('[S11] %s is a sentence of its own', (reason) => {
    expect(reasonWords[reason]).toMatch(/[다오]\.$/);
    const same = reasons.filter((other) => reasonWords[other] === reasonWords[reason]);
    expect(same).toEqual([reason]);
  });
});

describe('dayWords', () => {
  it.each([
    { date: '2026-12-31', today: '2026-12-31', words: '오늘' },
    { date: '2027-01-01', today: '2026-12-31', words: '내일' },
    { date: '2026-12-30', today: '2026-12-31', words: '어제' },
    { date: '2028-02-29', today: '2028-03-01', words: '어제' },
    { date: '2026-11-25', today: '2026-11-22', words: '11. 25.(수)' },
  ])('$date seen from $today is $words', ({ date, today, words }) => {
    expect(dayWords(date, today)).toBe(words);
  });
});
