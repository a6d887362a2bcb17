import { describe, expect, it } from 'vitest';
import { newBooking } from '../../../../controller/console/parts/booking-draft.ts';
import {
  changedMost,
  changesSummary,
  dayLine,
  daysWords,
  fullHoursWords,
  noDayWords,
  possiblePlays,
  windowOf,
} from '../../../../controller/console/parts/effect-words.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { aChange, aDayEffect } from '../../../support/booking-samples.ts';
import { aCalendar, seoul, TEST_DATE } from '../../../support/manifest-builder.ts';

const { offsets } = aCalendar();
const NOW = seoul('15:30');
const hour = (clock: string) => ({ fromMs: seoul(clock), toMs: seoul(clock) + HOUR_MS });

describe('dayLine', () => {
  it('[S12] says when first, over how many hours, and how long altogether', () => {
    expect(dayLine(aDayEffect(), { offsets, now: NOW })).toBe(
      '첫 표출 내일 06:04 · 18시간에 걸쳐 · 모두 34분 30초',
    );
  });

  it('[S12] is silent where nothing plays', () => {
    const after = { plays: 0, playMs: 0, firstAt: null, hours: 0 };
    expect(dayLine(aDayEffect({ after }), { offsets, now: NOW })).toBe('');
  });
});

describe('daysWords', () => {
  it.each([
    [{ alike: [] }, '11. 24.(화)'],
    [{ alike: ['2026-11-29', '2026-11-23'] }, '월·화·일'],
  ])('%o is %s', (fields, words) => {
    expect(daysWords(aDayEffect(fields))).toBe(words);
  });
});

describe('others', () => {
  const noodles = aChange('noodles', { playsAfter: 132 });
  const flowers = aChange('flowers', { playsAfter: 137 });
  const shoes = aChange('shoes', { playsAfter: 140 });
  const house = aChange('', { kind: 'house', playsAfter: 1 });

  it('[S12] the most affected come first, without the house and who keeps all', () => {
    const changed = changedMost([flowers, house, aChange('hair'), shoes, noodles]);
    expect(changed.map(({ id }) => id)).toEqual(['noodles', 'shoes', 'flowers']);
  });

  it.each([
    [[], '다른 광고가 나가는 횟수는 그대로입니다.'],
    [[noodles], '1곳이 하루 6번씩 줄어듭니다.'],
    [[noodles, flowers], '2곳이 하루 1~6번씩 줄어듭니다.'],
    [[shoes], '1곳이 하루 2번씩 늘어납니다.'],
    [[noodles, shoes], '1곳이 하루 6번씩 줄고, 1곳이 하루 2번씩 늘어납니다.'],
  ])('[S12] %# in one sentence: %s', (changed, words) => {
    expect(changesSummary(changed)).toBe(words);
  });
});

describe('hours', () => {
  it.each([
    [[hour('18:00')], '18시는'],
    [[hour('17:00'), hour('18:00'), hour('19:00')], '17시부터 20시까지는'],
    [[hour('09:00'), hour('23:00')], '9시, 23시는'],
    [[hour('22:00'), hour('23:00')], '22시부터 24시까지는'],
  ])('[S12] full hours %# begin with %s', (hours, words) => {
    expect(fullHoursWords(hours, offsets)).toBe(
      `${words} 꽉 찼습니다: 모두에게 한 차례씩 돌아가지 않습니다.`,
    );
  });

  it.each([
    { from: '14:00', to: '17:00', hours: { fromMinute: 840, toMinute: 1020 } },
    { from: '22:00', to: '24:00', hours: { fromMinute: 1320, toMinute: 1440 } },
    { from: '24:00', to: '26:00', hours: { fromMinute: 1440, toMinute: 1560 } },
  ])('[S12] a free window from $from to $to is $hours', ({ from, to, hours }) => {
    const window = { fromMs: seoul(from), toMs: seoul(to) };
    expect(windowOf(window, TEST_DATE, offsets)).toEqual(hours);
  });
});

describe('noDayWords', () => {
  const screen = {
    week: Array.from({ length: 7 }, () => ({ fromMinute: 360, toMinute: 1440 })),
    specialDays: [],
  };
  const draft = newBooking('guild', NOW);
  it.each([
    { fields: { fromDate: '2026-11-25', toDate: '2026-11-24' }, words: '첫날보다 빠릅니다' },
    { fields: { fromDate: '2026-11-01', toDate: '2026-11-22' }, words: '이미 지났습니다' },
    { fields: { toDate: TEST_DATE }, words: '오늘 남은 시간에만' },
    { fields: { fromDate: '2027-06-01' }, words: '넉 달 뒤라' },
    { fields: { fromMinute: 60, toMinute: 300 }, words: '화면을 켜지 않습니다' },
    { fields: { fromMinute: 1380, toMinute: 1500 }, words: '조건에 맞는 날이 없습니다' },
    { fields: { recurrence: 'FREQ=YEARLY' }, words: '조건에 맞는 날이 없습니다' },
  ])('[S12] $fields: $words', ({ fields, words }) => {
    expect(noDayWords({ ...draft, ...fields }, [screen], TEST_DATE)).toContain(words);
  });
});

describe('possiblePlays', () => {
  const planOf = (...plays: number[]) => ({
    screenIds: ['plaza-1'],
    days: plays.map((one) =>
      aDayEffect({ after: { plays: one, playMs: 0, firstAt: 0, hours: 1 } }),
    ),
  });
  it('[S12] is the least of all days and plans', () => {
    const plans = [planOf(138, 130), planOf(90)];
    expect(possiblePlays({ plans, unapprovedSlideIds: [] })).toBe(90);
    expect(possiblePlays({ plans: [planOf()], unapprovedSlideIds: [] })).toBeUndefined();
  });
});
