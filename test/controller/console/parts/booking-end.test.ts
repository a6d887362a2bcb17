import { describe, expect, it } from 'vitest';
import {
  endingSoon,
  endsByRule,
  lastDateOf,
  monthLater,
  whyNeverAgain,
  whyNoSlide,
} from '../../../../controller/console/parts/booking-end.ts';
import type { Booking } from '../../../../shared/content/booking.ts';
import type { SlideView } from '../../../../shared/protocol/http/content.ts';
import { aBooking, aManifest, TEST_DATE } from '../../../support/manifest-builder.ts';
import { aSavedBooking } from '../../../support/booking-samples.ts';

describe('monthLater', () => {
  it.each([
    ['2026-11-15', '2026-12-15', 'the same day of the next month'],
    ['2026-12-15', '2027-01-15', 'over the year’s end'],
    ['2026-01-30', '2026-02-28', 'the last day where there is no such day'],
    ['2028-01-30', '2028-02-29', 'a leap year'],
    ['2026-01-31', '2026-02-28', 'the end of a long month'],
    ['2026-02-28', '2026-03-31', 'the end of a month stays one'],
    ['2028-02-28', '2028-03-28', 'the 28th of a leap February is not its end'],
    ['2028-02-29', '2028-03-31', 'the leap day is its end'],
    ['2026-11-30', '2026-12-31', 'the end of a month before a longer one'],
    ['2026-12-31', '2027-01-31', 'the end of the year'],
  ])('%s to %s: %s', (date, later) => {
    expect(monthLater(date)).toBe(later);
  });
});

describe('lastDateOf', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261201T145959Z';
  it.each([
    { toDate: null, recurrence: null, last: null },
    { toDate: '2026-12-24', recurrence: null, last: '2026-12-24' },
    { toDate: null, recurrence: rule, last: '2026-12-01' },
    { toDate: '2026-12-24', recurrence: rule, last: '2026-12-01' },
    { toDate: '2026-11-24', recurrence: rule, last: '2026-11-24' },
  ])('to $toDate with $recurrence is $last', ({ toDate, recurrence, last }) => {
    expect(lastDateOf(aSavedBooking({ toDate, recurrence }))).toBe(last);
  });

  it.each([
    ['FREQ=DAILY;COUNT=5', true],
    [rule, true],
    ['FREQ=WEEKLY;BYDAY=MO', false],
    [null, false],
  ])('%s ends by itself: %s', (recurrence, isEnding) => {
    expect(endsByRule({ recurrence })).toBe(isEnding);
  });
});

describe('endingSoon', () => {
  it('holds from today to a week ahead, the soonest first', () => {
    const ending = (toDate: string, fields: Partial<Booking> = {}) =>
      aSavedBooking({ id: toDate, toDate, ...fields });
    const bookings = [
      ...[ending('2026-11-30'), ending('2026-11-23'), ending('2026-12-01'), ending('2026-11-22')],
      ending('2026-11-24', { state: 'ended' }),
      ending('2026-11-25', { endsAt: 1 }),
      aSavedBooking(),
    ];
    expect(endingSoon(bookings, TEST_DATE).map(({ booking }) => booking.id)).toEqual([
      '2026-11-23',
      '2026-11-30',
    ]);
  });
});

describe('whyNeverAgain', () => {
  const manifest = aManifest({ bookings: [aBooking('bread')] });
  it.each([
    { fields: { id: 'bread' }, why: undefined },
    { fields: { id: 'bread', toDate: '2026-11-22' }, why: /마지막 날\(11\. 22\.\(일\)\)이 지나/ },
    { fields: { id: 'other' }, why: /넉 달 안에 나가는 날이 없습니다/ },
    { fields: { id: 'other', recurrence: 'FREQ=YEARLY;BYMONTH=7,8' }, why: undefined },
    { fields: { id: 'other', fromDate: '2027-12-01' }, why: undefined },
    { fields: { id: 'other', state: 'ended' as const }, why: undefined },
  ])('$fields', ({ fields, why }) => {
    const words = whyNeverAgain(aSavedBooking(fields), TEST_DATE, manifest);
    if (why) expect(words).toMatch(why);
    else expect(words).toBeUndefined();
  });

  it('looks at dates alone where no manifest is there yet', () => {
    expect(whyNeverAgain(aSavedBooking({ id: 'other' }), TEST_DATE, undefined)).toBeUndefined();
  });
});

describe('whyNoSlide', () => {
  const view = (state: SlideView['slide']['state'], approvedRevisionId: string | null = null) => ({
    slide: {
      ...{ id: 'bread', organizationId: 'guild', shopId: null, house: false, state },
      ...{ latestRevisionId: 'bread-1', approvedRevisionId, rejectionReason: null },
      ...{ createdAt: 0, updatedAt: 0, version: 1 },
    },
  });
  it.each([
    { of: view('approved', 'bread-1'), why: undefined },
    { of: view('submitted', 'bread-1'), why: undefined },
    { of: view('submitted'), why: /승인을 기다립니다/ },
    { of: view('rejected'), why: /반려되었습니다/ },
    { of: view('draft'), why: /초안입니다/ },
    { of: view('withdrawn', 'bread-1'), why: /게시를 중단했습니다/ },
  ])('$of.slide.state', ({ of, why }) => {
    const words = whyNoSlide(aSavedBooking({ slideIds: ['bread'] }), [of as SlideView]);
    if (why) expect(words).toMatch(why);
    else expect(words).toBeUndefined();
  });
});
