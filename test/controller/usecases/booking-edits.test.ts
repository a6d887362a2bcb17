import fc from 'fast-check';
import { RRule } from 'rrule';
import { describe, expect, it } from 'vitest';
import { planEdit } from '../../../controller/usecases/booking-edits.ts';
import type { Booking } from '../../../shared/content/booking.ts';
import { Refusal } from '../../../shared/problem.ts';
import type { BookingEdit } from '../../../shared/protocol/http/planning.ts';
import { addDays, dateOfDay, DAY_MS, dayNumber, type CivilDate } from '../../../shared/time.ts';
import { RUNS } from '../../support/runs.ts';
import { aBooking } from '../../support/values.ts';

const FIRST = '2026-11-01';
const SPAN = { first: '2026-09-01', last: '2028-12-31' };

/** Every date of the rule, excluded ones too, by a library that the product does not use. */
function ruleDays({ fromDate, toDate, recurrence }: Booking): CivilDate[] {
  const rule = new RRule({
    ...RRule.parseString(recurrence ?? 'FREQ=DAILY'),
    dtstart: new Date(dayNumber(fromDate) * DAY_MS),
  });
  const last = toDate === null || toDate > SPAN.last ? SPAN.last : toDate;
  return rule
    .between(new Date(dayNumber(SPAN.first) * DAY_MS), new Date(dayNumber(last) * DAY_MS), true)
    .map((at) => dateOfDay(Math.floor(at.getTime() / DAY_MS)));
}

type At = Pick<Booking, 'fromMinute' | 'toMinute'>;
const window = (date: CivilDate, at: At) => `${date} ${at.fromMinute}-${at.toMinute}`;
const kept = (booking: Booking, dates: readonly CivilDate[]) =>
  dates.filter((date) => !booking.excludedDates.includes(date));
const windows = (booking: Booking) =>
  kept(booking, ruleDays(booking)).map((date) => window(date, booking));

/** What the edit is meant to do, to the list of windows itself. */
function expected(booking: Booking, day: CivilDate, edit: BookingEdit): string[] {
  const days = ruleDays(booking);
  switch (edit.kind) {
    case 'copy':
      return [...windows(booking), window(edit.to.date, edit.to)];
    case 'exclude':
      return windows(booking).filter((one) => one !== window(day, booking));
    case 'split':
      return windows(booking);
    case 'dates':
      return windows({ ...booking, fromDate: edit.fromDate, toDate: edit.toDate });
    case 'move': {
      const { scope, to } = edit;
      const moves = (date: CivilDate) =>
        scope === 'all' || (scope === 'day' ? date === day : date >= day);
      const by = dayNumber(to.date) - dayNumber(day);
      const landed = days.filter(moves).map((date) => addDays(date, by));
      const stay = kept(booking, days).filter((date) => !moves(date));
      // A day is cut out of its booking; a booking of one day goes with its excluded dates, as a whole.
      const isCutOut = scope === 'day' && booking.fromDate !== booking.toDate;
      return [
        ...stay.map((date) => window(date, booking)),
        ...(isCutOut ? landed : kept(booking, landed)).map((date) => window(date, to)),
      ];
    }
  }
}

function actual(booking: Booking, day: CivilDate, edit: BookingEdit): string[] {
  const { changed, made } = planEdit(booking, day, edit);
  return [
    ...windows({ ...booking, ...changed }),
    ...(made ? windows({ ...booking, ...made }) : []),
  ];
}

/** Within two years, away from the ends of what is expanded at all. */
const inSight = (list: readonly string[]) =>
  list.filter((one) => one >= '2026-10-15' && one < '2028-11-01').sort();

const plainRules = fc
  .oneof(
    fc.constant(null),
    fc.record({
      frequency: fc.constantFrom('DAILY', 'WEEKLY'),
      interval: fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3'),
      end: fc.constantFrom(
        '',
        ';COUNT=40',
        ';COUNT=3',
        ';UNTIL=20270630',
        ';UNTIL=20261224T120000Z',
      ),
      weekStart: fc.constantFrom('', ';WKST=SU', ';WKST=TH'),
      days: fc.subarray(['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']),
    }),
  )
  .map((parts) => {
    if (parts === null) return null;
    const { frequency, interval, end, weekStart, days } = parts;
    return `FREQ=${frequency}${interval}${end}${weekStart}${days.length ? `;BYDAY=${days.join(',')}` : ''}`;
  });
const rarerRules = fc.constantFrom(
  'FREQ=MONTHLY;BYMONTHDAY=15',
  'FREQ=MONTHLY;BYDAY=2SU,4SU',
  'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1;COUNT=9',
  'FREQ=WEEKLY;BYDAY=MO,WE;BYMONTH=11,12,3',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=2',
);
const bookings = (rules: fc.Arbitrary<string | null>) =>
  fc
    .record({
      recurrence: rules,
      start: fc.nat(20),
      length: fc.option(fc.integer({ min: 0, max: 300 })),
      excluded: fc.array(fc.nat(60), { maxLength: 4 }),
    })
    .map(({ recurrence, start, length, excluded }) => {
      const fromDate = addDays(FIRST, start);
      return aBooking({
        ...{ recurrence, fromDate, fromMinute: 600, toMinute: 720 },
        toDate: length === null ? null : addDays(fromDate, length),
        excludedDates: [...new Set(excluded.map((day) => addDays(FIRST, day)))].sort(),
      });
    })
    .filter((booking) => windows(booking).length > 0);
const targets = (day: CivilDate) =>
  fc
    .record({
      by: fc.integer({ min: -10, max: 10 }),
      from: fc.nat(1439),
      long: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ by, from, long }) => ({
      date: addDays(day, by),
      fromMinute: from,
      toMinute: from + long,
    }));
const edits = (booking: Booking, day: CivilDate): fc.Arbitrary<BookingEdit> =>
  fc.oneof(
    targets(day).chain((to) =>
      fc.constantFrom('day' as const, 'following' as const, 'all' as const).map((scope) => ({
        ...{ kind: 'move' as const, scope, to },
      })),
    ),
    targets(day).map((to) => ({ kind: 'copy' as const, to })),
    fc.constantFrom({ kind: 'exclude' as const }, { kind: 'split' as const }),
    fc
      .record({ by: fc.integer({ min: -9, max: 9 }), long: fc.option(fc.nat(90)) })
      .map(({ by, long }) => {
        const fromDate = addDays(booking.fromDate, by);
        const toDate = long === null ? null : addDays(fromDate, long);
        return { kind: 'dates' as const, fromDate, toDate };
      }),
  );
const cases = (rules: fc.Arbitrary<string | null>) =>
  bookings(rules).chain((booking) => {
    const days = kept(booking, ruleDays(booking)).slice(0, 40);
    return fc
      .constantFrom(...days)
      .chain((day) => edits(booking, day).map((edit) => ({ booking, day, edit })));
  });

describe('an edit on the calendar', () => {
  it('[S1] moves exactly the windows that it is meant to, over two years', () => {
    fc.assert(
      fc.property(cases(fc.oneof({ weight: 4, arbitrary: plainRules }, rarerRules)), (one) => {
        const { booking, day, edit } = one;
        try {
          expect(inSight(actual(booking, day, edit))).toEqual(
            inSight(expected(booking, day, edit)),
          );
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.code).toBe('conflict');
        }
      }),
      RUNS,
    );
  });

  it('[S1] never refuses to move days of a daily or weekly rule', () => {
    fc.assert(
      fc.property(cases(plainRules), ({ booking, day, edit }) => {
        fc.pre(edit.kind === 'move');
        expect(() => planEdit(booking, day, edit)).not.toThrow();
      }),
      RUNS,
    );
  });
});
