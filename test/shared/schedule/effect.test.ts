import { describe, expect, it } from 'vitest';
import type { ManifestBooking } from '../../../shared/protocol/manifest.ts';
import { effect } from '../../../shared/schedule/effect.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  daysOf,
  loopOf,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';

const FIRST = aCalendar().firstDate;
const calendar = aCalendar({ hours: openEveryDay(360, 480) });
const two = loopOf(['a', 'b'], { calendar });
const put = (id: string, fields: Partial<ManifestBooking> = {}) => ({
  put: aBooking(id, fields),
  slides: [aSlide(id)],
});
const weekend = daysOf(FIRST, '2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06');
const hour = (clock: string) => ({ fromMs: seoul(clock), toMs: seoul(clock) + HOUR_MS });

describe('effect', () => {
  it('[S12] tells plays, first play, hours and what the others lose', () => {
    const [day, ...more] = effect(two, put('c'), seoul('05:00'));
    expect(more).toEqual([]);
    expect(day).toMatchObject({
      date: TEST_DATE,
      before: null,
      after: { plays: 160, playMs: 40 * MINUTE_MS, hours: 2 },
      own: { kind: 'booking', id: 'c', playsBefore: 0, playsAfter: 160 },
      others: [
        { kind: 'booking', id: 'a', playsBefore: 240, playsAfter: 160 },
        { kind: 'booking', id: 'b', playsBefore: 240, playsAfter: 160 },
      ],
      fullHours: [],
      freeWindows: [],
    });
    expect(day?.after?.firstAt).toBeLessThan(seoul('06:00:45'));
    expect(day?.alike).toHaveLength(6);
  });

  it.each([
    { why: 'today before opening', at: seoul('06:00'), date: TEST_DATE },
    { why: 'tomorrow once it is open', at: seoul('06:00:01'), date: '2026-11-24' },
  ])('[S12] is of $why', ({ at, date }) => {
    expect(effect(two, put('c'), at)[0]?.date).toBe(date);
  });

  it('[S12] looks at each weekday that differs', () => {
    const bookings = [...two.bookings, aBooking('b-2', { slideIds: ['b'], days: weekend })];
    const days = effect({ ...two, bookings }, put('c'), seoul('05:00'));
    expect(days.map(({ date, alike }) => [date, alike.length])).toEqual([
      [TEST_DATE, 4],
      ['2026-11-28', 1],
    ]);
  });

  it('[S12] begins with the first day on which the booking runs, and is empty without one', () => {
    expect(effect(two, put('c', { days: weekend }), seoul('05:00'))[0]?.date).toBe('2026-11-28');
    expect(effect(two, put('c', { days: daysOf(FIRST) }), seoul('05:00'))).toEqual([]);
    expect(effect(two, { drop: 'unknown' }, seoul('05:00'))).toEqual([]);
  });

  it('[S12] compares a booking with what it was, and one that is dropped with nothing', () => {
    const [longer] = effect(two, put('b', { toMinute: 420 }), seoul('05:00'));
    expect(longer).toMatchObject({
      before: { plays: 240, hours: 2 },
      after: { plays: 120, hours: 1 },
    });
    const [dropped] = effect(two, { drop: 'b' }, seoul('05:00'));
    expect(dropped).toMatchObject({
      before: { plays: 240 },
      after: null,
      own: { id: 'b', playsBefore: 240, playsAfter: 0 },
      others: [{ id: 'a', playsBefore: 240, playsAfter: 480 }],
    });
  });

  it("[S12] keeps the booking's shop apart from the others", () => {
    const shops = [aShop('noodles')];
    const manifest = aManifest({
      ...{ calendar, shops },
      slides: [aSlide('a'), aSlide('b')],
      bookings: [aBooking('a', { shopId: 'noodles' }), aBooking('b')],
    });
    const [day] = effect(manifest, put('c', { shopId: 'noodles' }), seoul('05:00'));
    expect(day).toMatchObject({
      own: { kind: 'shop', id: 'noodles', playsAfter: 240 },
      others: [],
    });
  });

  it('[S12] says which hours are full and offers the next that are not', () => {
    const crowd = Array.from({ length: 240 }, (_, index) => `crowd-${String(index)}`);
    const manifest = aManifest({
      calendar: aCalendar({ hours: openEveryDay(360, 600) }),
      organizations: [anOrganization('association', 100)],
      slides: crowd.map((id) => aSlide(id)),
      bookings: crowd.map((id, index) =>
        aBooking(id, { fromMinute: 420, toMinute: index < 100 ? 480 : 540 }),
      ),
    });
    const draft = put('c', { fromMinute: 430, toMinute: 510 });
    const [day] = effect(manifest, draft, seoul('05:00'));
    expect(day?.fullHours).toEqual([hour('07:00')]);
    expect(day?.freeWindows).toEqual([
      { fromMs: seoul('08:00'), toMs: seoul('10:00') },
      hour('06:00'),
    ]);
  });
});
