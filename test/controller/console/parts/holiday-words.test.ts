import { describe, expect, it } from 'vitest';
import { dateRuns, datesOf, runWords } from '../../../../controller/console/parts/date-runs.ts';
import {
  byMonth,
  marketDaysWords,
  marketWords,
  nextMarketDay,
} from '../../../../controller/console/parts/holiday-words.ts';

describe('market days in words', () => {
  it.each([
    { digit: 0, words: '5·10일', days: '5·10·15·20·25·30일', next: '2027-03-05' },
    { digit: 1, words: '1·6일', days: '1·6·11·16·21·26·31일', next: '2027-03-01' },
    { digit: 4, words: '4·9일', days: '4·9·14·19·24·29일', next: '2027-03-04' },
  ])('[C9] $words', ({ digit, words, days, next }) => {
    expect(marketWords(digit)).toBe(words);
    expect(marketDaysWords(digit)).toBe(days);
    expect(nextMarketDay(digit, '2027-02-28')).toBe(next);
    expect(nextMarketDay(digit, next)).toBe(next);
  });
});

describe('byMonth', () => {
  it('cuts sorted days where a month ends', () => {
    const day = (date: string) => ({ date, kind: 'public' as const, name: '' });
    const days = ['2026-12-25', '2027-01-01', '2027-02-06', '2027-02-07'].map(day);
    expect(byMonth(days).map(([month, { length }]) => `${month} ${length}`)).toEqual([
      '2026-12 1',
      '2027-01 1',
      '2027-02 2',
    ]);
    expect(byMonth([])).toEqual([]);
  });
});

describe('dateRuns', () => {
  it('joins days that follow each other, also over the end of a year', () => {
    const runs = dateRuns(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03']);
    expect(runs.map(runWords)).toEqual(['12. 30.(수) ~ 1. 1.(금)', '1. 3.(일)']);
    expect(runs.flatMap(datesOf)).toHaveLength(4);
    expect(dateRuns([])).toEqual([]);
    expect(datesOf({ from: '2027-01-02', to: '2027-01-01' })).toEqual([]);
  });
});
