import { describe, expect, it } from 'vitest';
import { monthlyOf, monthlyRule } from '../../../../controller/console/parts/monthly.ts';
import { daysWords, recurrenceWords } from '../../../../controller/console/parts/weekly.ts';
import { parseRule } from '../../../../controller/manifest/rule.ts';

describe('rules by the month', () => {
  it.each([
    { rule: 'FREQ=MONTHLY;BYMONTHDAY=1,15', words: '매월 1·15일' },
    { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', words: '매월 말일' },
    { rule: 'FREQ=MONTHLY;BYMONTHDAY=5,-1', words: '매월 5일·말일' },
    { rule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', words: '매월 둘째·넷째 일요일' },
    { rule: 'FREQ=MONTHLY;BYDAY=-1FR', words: '매월 마지막 금요일' },
    { rule: 'FREQ=MONTHLY;BYDAY=1MO,1TU,3MO,3TU', words: '매월 첫째·셋째 월·화요일' },
  ])('are read, written back and said: $rule', ({ rule, words }) => {
    const monthly = monthlyOf(rule);
    expect(monthly && monthlyRule(monthly)).toBe(rule);
    expect(recurrenceWords(rule)).toBe(words);
    expect(parseRule(rule)).toBeDefined();
  });

  it.each([
    null,
    'FREQ=WEEKLY;BYDAY=MO',
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;BYDAY=SU',
    'FREQ=MONTHLY;BYDAY=2SU,4MO',
    'FREQ=MONTHLY;BYDAY=-2SU',
    'FREQ=MONTHLY;BYMONTHDAY=-2',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1',
  ])('are not made of what says something else: %s', (rule) => {
    expect(monthlyOf(rule)).toBeUndefined();
  });

  it('are none while nothing is chosen', () => {
    expect(monthlyRule({ by: 'days', days: [] })).toBeUndefined();
    expect(monthlyRule({ by: 'weekdays', nths: [2], weekdays: [] })).toBeUndefined();
    expect(monthlyRule({ by: 'weekdays', nths: [], weekdays: [0] })).toBeUndefined();
  });
});

describe('daysWords', () => {
  it.each([
    { of: {}, words: '매일' },
    { of: { holidays: 'skip' }, words: '매일, 공휴일은 빼고' },
    { of: { holidays: 'only' }, words: '매일, 공휴일만' },
    { of: { holidays: 'skip', marketDays: 'only' }, words: '매일, 장날만, 공휴일은 빼고' },
    { of: { holidays: 'only', marketDays: 'only' }, words: '매일, 공휴일과 장날만' },
    { of: { holidays: 'skip', marketDays: 'skip' }, words: '매일, 공휴일과 장날은 빼고' },
  ] as const)('[C10] are $words', ({ of, words }) => {
    expect(daysWords({ recurrence: null, ...of })).toBe(words);
  });
});
