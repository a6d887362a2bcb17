import type ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { bookingCalendar } from '../../../controller/calendar/booking-calendar.ts';
import type { CalendarEntry } from '../../../controller/calendar/booking-events.ts';
import type { Booking } from '../../../shared/content/booking.ts';
import { addDays } from '../../../shared/time.ts';
import { occurrences, readCalendar } from '../../support/read-calendar.ts';
import { aBooking } from '../../support/values.ts';
import { calendarEntry } from './calendar-entry.ts';

const FIRST = '2026-11-01';
const SPAN = { firstDate: FIRST, count: 400 };
const SEOUL = 'Asia/Seoul';
const week = (from: string, count: number) =>
  Array.from({ length: count }, (_, day) => addDays(from, day));

function calendarOf(fields: Partial<Booking>, more: Partial<CalendarEntry> = {}): string {
  const dates = more.dates ?? week(fields.fromDate ?? FIRST, 7);
  const toDate = dates.at(-1) ?? null;
  const entry = calendarEntry(
    aBooking({ id: 'morning', fromDate: FIRST, toDate, ...fields }),
    more.zone ?? SEOUL,
    dates,
  );
  return bookingCalendar('편성', [{ ...entry, ...more }], SPAN);
}

function onlyEvent(text: string): ICAL.Event {
  const { events } = readCalendar(text);
  expect(events).toHaveLength(1);
  return events[0]!;
}

const value = (event: ICAL.Event, name: string) =>
  String(event.component.getFirstPropertyValue(name));
const times = (text: string) =>
  occurrences(readCalendar(text).events, Date.UTC(2028, 0, 1)).map(
    ({ fromMs, toMs }) =>
      `${new Date(fromMs).toISOString().slice(5, 16)} ${new Date(toMs).toISOString().slice(5, 16)}`,
  );

describe('the text of bookingCalendar', () => {
  const hard = '쉼표, 반점; 역빗금\\ "따옴표"\n둘째 줄 🥐👨‍👩‍👧 ' + '긴'.repeat(60);

  it('folds lines at 75 octets and loses nothing of what was written', () => {
    const text = calendarOf(
      { name: hard },
      { shopName: '빵, 커피', places: ['1번 출구; 광장', '2번, 출구'], slideTitles: [hard] },
    );
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.map((line) => Buffer.from(line).toString())).toEqual(lines);
    const event = onlyEvent(text);
    expect(event.summary).toBe(`${hard} (빵, 커피)`);
    expect(event.location).toBe('1번 출구; 광장, 2번, 출구');
    expect(event.description).toBe(`시간: 하루 종일\n슬라이드: ${hard}`);
  });

  it('names itself, and asks to be read again every hour', () => {
    const { calendar } = readCalendar(bookingCalendar('편성, 창동; 역', [], SPAN));
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('편성\\, 창동\\; 역');
    expect(calendar.getFirstPropertyValue('name')).toBe('편성\\, 창동\\; 역');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
  });

  it('is the same for the same bookings, so that a reader learns that nothing changed', () => {
    const twice = [1, 2].map(() => calendarOf({ fromMinute: 540, toMinute: 600 }));
    expect(twice[0]).toBe(twice[1]);
  });

  it('knows a booking again after a change by its UID, and the change by its version', () => {
    const before = onlyEvent(calendarOf({ version: 3 }));
    const changedAt = Date.UTC(2026, 10, 25, 3, 4, 5);
    const after = onlyEvent(calendarOf({ version: 4, name: '저녁' }, { changedAt }));
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([3, 4]);
    expect(value(after, 'last-modified')).toBe('2026-11-25T03:04:05Z');
    expect(value(after, 'dtstamp')).toBe('2026-11-25T03:04:05Z');
  });

  it('leads to the booking in the console where its address is known', () => {
    const url = 'https://board.example.kr/console#/bookings/morning';
    expect(value(onlyEvent(calendarOf({}, { url })), 'url')).toBe(url);
    expect(onlyEvent(calendarOf({})).component.hasProperty('url')).toBe(false);
  });

  it.each([
    { fromMinute: 540, toMinute: 1080, words: '시간: 오전 9:00부터 오후 6:00까지' },
    { fromMinute: 1320, toMinute: 1500, words: '시간: 오후 10:00부터 다음 날 오전 1:00까지' },
    { fromMinute: 720, toMinute: 1440, words: '시간: 낮 12:00부터 자정(24:00)까지' },
  ])('tells the hours: $words', ({ words, ...hours }) => {
    expect(onlyEvent(calendarOf(hours)).description.split('\n')[0]).toBe(words);
  });

  it('says that a booking displaces all others', () => {
    expect(onlyEvent(calendarOf({ exclusive: true })).description).toContain('행사 독점');
  });
});

describe('the events of bookingCalendar', () => {
  it('[S1] repeat by the rule of the booking, less the days on which it does not run', () => {
    const dates = week(FIRST, 14).filter((date) => date !== '2026-11-08');
    const event = onlyEvent(calendarOf({ fromMinute: 540, toMinute: 600 }, { dates }));
    expect(value(event, 'rrule')).toBe('FREQ=DAILY;UNTIL=20261114T000000Z');
    expect(value(event, 'exdate')).toBe('2026-11-08T09:00:00');
    expect(event.startDate.zone.tzid).toBe(SEOUL);
  });

  it('[S1] last the whole day where the window does', () => {
    const event = onlyEvent(calendarOf({}, { dates: week(FIRST, 3) }));
    expect(event.startDate.isDate).toBe(true);
    expect(occurrences([event], Date.UTC(2027, 0, 1)).map(({ date }) => date)).toEqual(
      week(FIRST, 3),
    );
  });

  it('[S1] go over midnight to the next day', () => {
    expect(times(calendarOf({ fromMinute: 1320, toMinute: 1560 }, { dates: [FIRST] }))).toEqual([
      '11-01T13:00 11-01T17:00',
    ]);
  });

  it('are told one by one where no rule says the days, neighbours of whole days as one', () => {
    const dates = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-12-25'];
    const { events } = readCalendar(calendarOf({ toDate: null }, { dates }));
    expect(
      events.map(({ startDate, endDate }) => `${startDate.toString()}/${endDate.toString()}`),
    ).toEqual(['2026-11-03/2026-11-06', '2026-12-25/2026-12-26']);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  it.each([
    // On 2027-03-14 there is no 02:30 in New York, on 2026-11-01 there are two of 01:30.
    {
      why: 'the night when clocks go forward',
      zone: 'America/New_York',
      from: '2027-03-13',
      windows: ['03-13T06:30 03-13T10:00', '03-14T06:30 03-14T09:00', '03-15T05:30 03-15T09:00'],
    },
    {
      why: 'the night when clocks go back',
      zone: 'America/New_York',
      from: '2026-10-31',
      windows: ['10-31T05:30 10-31T09:00', '11-01T05:30 11-01T10:00', '11-02T06:30 11-02T10:00'],
    },
    {
      why: 'the night when clocks go forward',
      zone: 'Europe/Berlin',
      from: '2027-03-27',
      windows: ['03-27T00:30 03-27T04:00', '03-28T00:30 03-28T03:00', '03-28T23:30 03-29T03:00'],
    },
    {
      why: 'the night when clocks go back',
      zone: 'Europe/Berlin',
      from: '2026-10-24',
      windows: ['10-23T23:30 10-24T03:00', '10-24T23:30 10-25T04:00', '10-26T00:30 10-26T04:00'],
    },
  ])('[S1] of $zone are right in $why', ({ zone, from, windows }) => {
    const span = { firstDate: '2026-10-01', count: 400 };
    const fields = { fromDate: from, toDate: addDays(from, 2), fromMinute: 90, toMinute: 300 };
    const entry = calendarEntry(aBooking(fields), zone, week(from, 3));
    expect(times(bookingCalendar('편성', [entry], span))).toEqual(windows);
  });

  it('are of instants where the zone is UTC itself', () => {
    const text = calendarOf({ fromMinute: 540, toMinute: 600 }, { zone: 'UTC' });
    expect(text).toContain('DTSTART:20261101T090000Z');
    expect(text).not.toContain('VTIMEZONE');
  });

  it.each([
    { hours: { fromMinute: 540, toMinute: 600 }, zone: SEOUL, at: '2026-11-04T00:00:00Z' },
    { hours: { fromMinute: 0, toMinute: 1440 }, zone: SEOUL, at: '2026-11-04T00:00:00Z' },
    { hours: { fromMinute: 540, toMinute: 600 }, zone: 'UTC', at: '2026-11-04T09:00:00Z' },
  ])('remind once, three days before the last day ($zone)', ({ hours, zone, at }) => {
    const event = onlyEvent(calendarOf(hours, { zone }));
    const alarms = event.component.getAllSubcomponents('valarm');
    expect(alarms).toHaveLength(1);
    expect(String(alarms[0]?.getFirstPropertyValue('trigger'))).toBe(at);
    expect(alarms[0]?.getFirstPropertyValue('description')).toBe('곧 끝나는 편성');
  });

  it('do not remind of an end that is not known yet', () => {
    const dates = week(FIRST, SPAN.count);
    expect(calendarOf({ toDate: null }, { dates })).not.toContain('VALARM');
    const far = { toDate: '2030-01-01' };
    expect(calendarOf(far, { dates })).not.toContain('VALARM');
    expect(calendarOf(far, { dates })).toContain('UNTIL=20300101');
  });

  it("end with the booking's own end, to the second", () => {
    const endsAt = Date.UTC(2026, 10, 2, 0, 30);
    const text = calendarOf({ fromMinute: 540, toMinute: 600, endsAt });
    expect(times(text)).toEqual(['11-01T00:00 11-01T01:00', '11-02T00:00 11-02T00:30']);
  });
});
