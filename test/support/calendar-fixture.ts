/** The calendar page over replies from memory: some bookings in the week of the fixture's day. */
import type { Booking } from '../../shared/content/booking.ts';
import type { Person } from '../../shared/content/person.ts';
import { addDays, type CivilDate } from '../../shared/time.ts';
import type { ConsoleCalendar } from '../../controller/console/pages/console-calendar.ts';
import { aSavedBooking } from './booking-samples.ts';
import { administrator, consoleFixture, type ConsoleFixture } from './console-fixture.ts';

/** The week from Sunday on that holds the fixture's Monday. */
export const WEEK = { from: '2026-11-22', to: '2026-11-28' };

/** Lunch on one day, in the time grid. */
export const lunch = aSavedBooking({
  ...{ id: 'lunch', name: '점심 특가', fromDate: '2026-11-24', toDate: '2026-11-24' },
  ...{ fromMinute: 660, toMinute: 780 },
});
/** Every weekday's evening. */
export const evening = aSavedBooking({
  ...{ id: 'evening', name: '저녁 마감', fromDate: '2026-11-23', toDate: '2026-11-27' },
  ...{ fromMinute: 1080, toMinute: 1200, organizationId: 'office', shopId: null },
});
export const winter = aSavedBooking({ id: 'winter', name: '겨울 안내', toDate: '2026-11-26' });
export const fair = aSavedBooking({
  ...{ id: 'fair', name: '광장 장터', fromDate: '2026-11-25', toDate: '2026-11-25' },
  ...{ fromMinute: 1020, toMinute: 1260, exclusive: true, shopId: null },
});

/** Its days within the span, as the server would tell them of a booking without a rule. */
export function daysOf(booking: Booking, from: CivilDate, to: CivilDate): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1))
    if (
      date >= booking.fromDate &&
      (booking.toDate === null || date <= booking.toDate) &&
      !booking.excludedDates.includes(date)
    )
      dates.push(date);
  return dates;
}

/** From now on the server has these. */
export function reply(fixture: ConsoleFixture, bookings: readonly Booking[]): void {
  fixture.reply('GET /api/bookings', bookings);
  for (const [from, to] of [
    [WEEK.from, WEEK.to],
    ['2026-11-01', '2026-12-12'],
    ['2026-11-23', '2026-11-25'],
    ['2026-11-29', '2026-12-05'],
  ] as const) {
    const first = addDays(from, -1);
    const last = addDays(to, 1);
    const days = bookings.map((booking) => ({
      bookingId: booking.id,
      dates: daysOf(booking, first, last),
    }));
    fixture.reply(`GET /api/bookings/days?from=${first}&to=${last}`, days);
    fixture.reply(`GET /api/calendar/days?from=${from}&to=${to}`, {
      days: [
        { date: '2026-11-24', kind: 'temporary', name: '임시 공휴일' },
        { date: '2026-11-27', kind: 'market', name: '장날' },
      ].filter(({ date }) => date >= from && date <= to),
      knownUntil: '2036-12-31',
    });
  }
}

/** The page with these bookings in the document's main part; `close` takes it out. */
export function openCalendar(
  bookings: readonly Booking[] = [winter, evening, fair, lunch],
  me: Person = administrator,
): {
  readonly fixture: ConsoleFixture;
  readonly calendar: ConsoleCalendar;
  readonly close: () => void;
} {
  const fixture = consoleFixture(me);
  reply(fixture, bookings);
  const calendar = document.createElement('console-calendar');
  calendar.desk = fixture.desk;
  calendar.me = me;
  const main = document.createElement('main');
  main.append(calendar);
  document.body.append(main);
  return { fixture, calendar, close: () => main.remove() };
}
