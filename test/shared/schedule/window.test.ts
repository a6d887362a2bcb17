import { describe, expect, it } from 'vitest';
import {
  bookingWindows,
  dayIndexOf,
  instantsAround,
  openingOf,
  planDateAt,
  unite,
  without,
} from '../../../shared/schedule/window.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import {
  aBooking,
  aCalendar,
  daysOf,
  EVERY_DAY,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

/** Europe/Oslo through 2026: CET, CEST from 29 March 01:00Z, CET from 25 October 01:00Z. */
const OSLO = [
  { fromMs: 0, offsetMs: HOUR_MS },
  { fromMs: Date.UTC(2026, 2, 29, 1), offsetMs: 2 * HOUR_MS },
  { fromMs: Date.UTC(2026, 9, 25, 1), offsetMs: HOUR_MS },
];

function windowsOn(
  date: string,
  booking: Parameters<typeof aBooking>[1],
  calendar = aCalendar({ hours: openEveryDay(0, 1440) }),
) {
  const opening = openingOf(calendar, date);
  if (!opening) return [];
  return bookingWindows(aBooking('b', booking), opening, {
    dayIndex: dayIndexOf(calendar, date),
    instant: instantsAround(calendar, date),
  });
}

describe('openingOf', () => {
  it('[S2] is the hours of the day, half-open', () => {
    expect(openingOf(aCalendar(), TEST_DATE)).toEqual({
      fromMs: seoul('06:00'),
      toMs: seoul('24:00'),
    });
  });

  it('[S2] is undefined on a closed day and beyond the calendar', () => {
    const hours = openEveryDay(360, 1440).map((opening, index) => (index === 1 ? null : opening));
    const calendar = aCalendar({ hours });
    expect(openingOf(calendar, TEST_DATE)).toBeUndefined();
    expect(openingOf(calendar, '2026-11-21')).toBeUndefined();
    expect(openingOf(calendar, '2027-03-21')).toEqual({
      fromMs: seoul('06:00', '2027-03-21'),
      toMs: seoul('24:00', '2027-03-21'),
    });
    expect(openingOf(calendar, '2027-03-22')).toBeUndefined();
  });

  it('[S1] lets a day over midnight go on before the next begins', () => {
    const calendar = aCalendar({ hours: openEveryDay(60, 1500) });
    expect(openingOf(calendar, '2026-11-22')).toEqual({
      fromMs: seoul('01:00', '2026-11-22'),
      toMs: seoul('01:00'),
    });
    const late = aCalendar({ hours: openEveryDay(360, 1560) });
    expect(openingOf(late, TEST_DATE)?.toMs).toBe(seoul('26:00'));
  });

  it.each([
    { night: 'shorter', date: '2026-03-29', hours: 23 },
    { night: 'longer', date: '2026-10-25', hours: 25 },
    { night: 'plain', date: '2026-02-28', hours: 24 },
  ])('[S1] a whole day with the $night night has $hours hours', ({ date, hours }) => {
    const calendar = aCalendar({
      firstDate: date,
      offsets: OSLO,
      hours: openEveryDay(0, 1440),
    });
    const opening = openingOf(calendar, date);
    expect(opening && opening.toMs - opening.fromMs).toBe(hours * HOUR_MS);
  });
});

describe('planDateAt', () => {
  const late = aCalendar({ hours: openEveryDay(360, 1560) });

  it.each([
    { why: 'by day', at: seoul('12:00'), date: TEST_DATE },
    { why: "last night's board still lit", at: seoul('01:59:59'), date: '2026-11-22' },
    { why: 'the night board has closed', at: seoul('02:00'), date: TEST_DATE },
    { why: 'before the first day', at: seoul('01:00', '2026-11-22'), date: '2026-11-22' },
  ])('[S1] $why', ({ at, date }) => {
    expect(planDateAt(late, at)).toBe(date);
  });
});

describe('bookingWindows', () => {
  it.each([
    {
      why: 'a window by day',
      booking: { fromMinute: 600, toMinute: 720 },
      windows: [['10:00', '12:00']],
    },
    {
      why: 'the last second of the day',
      booking: { fromMinute: 1439, toMinute: 1440 },
      windows: [['23:59', '24:00']],
    },
    {
      why: "last night's tail and tonight's start",
      booking: { fromMinute: 1320, toMinute: 1560 },
      windows: [
        ['00:00', '02:00'],
        ['22:00', '24:00'],
      ],
    },
    {
      why: 'only the tail of the night before',
      booking: { fromMinute: 1320, toMinute: 1560, days: daysOf('2026-11-22', '2026-11-22') },
      windows: [['00:00', '02:00']],
    },
    {
      why: 'only tonight',
      booking: { fromMinute: 1320, toMinute: 1560, days: daysOf('2026-11-22', TEST_DATE) },
      windows: [['22:00', '24:00']],
    },
    {
      why: 'an expiry in the middle of a window',
      booking: { fromMinute: 600, toMinute: 720, endsAt: seoul('11:00') },
      windows: [['10:00', '11:00']],
    },
    {
      why: 'nothing is left after the expiry',
      booking: { fromMinute: 600, toMinute: 720, endsAt: seoul('10:00') },
      windows: [],
    },
    {
      why: 'days that touch are one window',
      booking: { fromMinute: 720, toMinute: 2160 },
      windows: [['00:00', '24:00']],
    },
    {
      why: 'not on this day',
      booking: { days: daysOf('2026-11-22', '2026-11-24') },
      windows: [],
    },
    { why: 'an empty window', booking: { fromMinute: 600, toMinute: 600 }, windows: [] },
  ])('[S1] $why', ({ booking, windows }) => {
    expect(windowsOn(TEST_DATE, booking)).toEqual(
      windows.map(([from = '', to = '']) => ({ fromMs: seoul(from), toMs: seoul(to) })),
    );
  });

  it('[S1] runs on 29 February', () => {
    const calendar = aCalendar({ firstDate: '2028-02-01', hours: openEveryDay(0, 1440) });
    const booking = {
      days: daysOf('2028-02-01', '2028-02-29'),
      fromMinute: 600,
      toMinute: 601,
    };
    const at = seoul('10:00', '2028-02-29');
    expect(windowsOn('2028-02-29', booking, calendar)).toEqual([{ fromMs: at, toMs: at + 60_000 }]);
    expect(windowsOn('2028-03-01', booking, calendar)).toEqual([]);
  });

  it.each([
    {
      why: 'a start in the gap moves forward',
      date: '2026-03-29',
      from: 150,
      to: 240,
      z: [1.5, 2],
    },
    { why: 'an end in the gap moves forward', date: '2026-03-29', from: 60, to: 150, z: [0, 1.5] },
    {
      why: 'a window over the gap is an hour short',
      date: '2026-03-29',
      from: 60,
      to: 240,
      z: [0, 2],
    },
    { why: 'the first of two counts', date: '2026-10-25', from: 150, to: 240, z: [0.5, 3] },
    { why: 'up to the first of two', date: '2026-10-25', from: 60, to: 150, z: [-1, 0.5] },
  ])('[S1] in Oslo $why', ({ date, from, to, z: [fromHour = 0, toHour = 0] }) => {
    const calendar = aCalendar({ firstDate: date, offsets: OSLO, hours: openEveryDay(0, 1440) });
    const midnightZ = Date.parse(`${date}T00:00Z`);
    const booking = { fromMinute: from, toMinute: to, days: EVERY_DAY };
    expect(windowsOn(date, booking, calendar)).toEqual([
      { fromMs: midnightZ + fromHour * HOUR_MS, toMs: midnightZ + toHour * HOUR_MS },
    ]);
  });

  it('[S1] does not run when the gap leaves nothing of it', () => {
    const calendar = aCalendar({
      firstDate: '2026-03-29',
      offsets: OSLO,
      hours: openEveryDay(0, 1440),
    });
    const booking = { fromMinute: 120, toMinute: 180 };
    expect(windowsOn('2026-03-29', booking, calendar)).toEqual([]);
  });
});

describe('unite and without', () => {
  it('[S1] join what touches and cut what is taken', () => {
    const joined = unite([
      { fromMs: 5, toMs: 7 },
      { fromMs: 0, toMs: 2 },
      { fromMs: 2, toMs: 3 },
    ]);
    expect(joined).toEqual([
      { fromMs: 0, toMs: 3 },
      { fromMs: 5, toMs: 7 },
    ]);
    expect(without([{ fromMs: 1, toMs: 10 }], joined)).toEqual([
      { fromMs: 3, toMs: 5 },
      { fromMs: 7, toMs: 10 },
    ]);
    expect(without(joined, [{ fromMs: 0, toMs: 9 }])).toEqual([]);
  });
});
