import { describe, expect, it } from 'vitest';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { addDays } from '../../../shared/time.ts';
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

const plan = (manifest: Manifest) => dayPlan(manifest, TEST_DATE);
const idsOf = (slots: readonly Slot[]) => slots.map(({ slideId }) => slideId);
const at = (slots: readonly Slot[], clock: string) =>
  slots.find(({ startMs, endMs }) => startMs <= seoul(clock) && seoul(clock) < endMs);
const count = (slots: readonly Slot[], slideId: string) =>
  slots.filter((slot) => slot.slideId === slideId).length;
/** Open for the minutes after 06:00. */
const openFor = (minutes: number) => aCalendar({ hours: openEveryDay(360, 360 + minutes) });

describe('dayPlan', () => {
  it('[S2] fills the whole opening and nothing else', () => {
    const slots = plan(loopOf(['a', 'b']));
    expect(slots[0]?.startMs).toBe(seoul('06:00'));
    expect(slots.at(-1)?.endMs).toBe(seoul('24:00'));
    expect(slots).toHaveLength((18 * 3600) / 15);
  });

  it('[S2] is empty on a closed day and outside the calendar', () => {
    const closed = aCalendar({ hours: openEveryDay(360, 1440).map(() => null) });
    expect(plan(loopOf(['a'], { calendar: closed }))).toEqual([]);
    expect(dayPlan(loopOf(['a']), '2025-01-01')).toEqual([]);
  });

  it('[S2] shows house slides in order until a booking becomes live', () => {
    const manifest = aManifest({
      calendar: aCalendar({ houseSlideIds: ['house', 'map'] }),
      slides: [aSlide('map'), aSlide('a')],
      bookings: [aBooking('a', { fromMinute: 361, toMinute: 362 })],
    });
    const slots = plan(manifest).slice(0, 9);
    expect(idsOf(slots)).toEqual(['house', 'map', 'house', 'map', 'a', 'a', 'a', 'a', 'house']);
    expect(slots[0]).toMatchObject({ kind: 'house', bookingId: null, organizationId: null });
  });

  it('[S2] shows the house where its slides are unknown', () => {
    const manifest = { ...aManifest({ calendar: openFor(1) }), slides: [] };
    expect(idsOf(plan(manifest))).toEqual(['house', 'house', 'house', 'house']);
  });

  it('[S1] plays the tail of last night and not what starts tonight', () => {
    const manifest = loopOf(['a'], {
      calendar: aCalendar({ hours: openEveryDay(0, 1440) }),
      bookings: [
        aBooking('a', {
          fromMinute: 1320,
          toMinute: 1560,
          days: daysOf('2026-11-22', '2026-11-22'),
        }),
      ],
    });
    const slots = plan(manifest);
    expect(at(slots, '01:59:59')?.slideId).toBe('a');
    expect(at(slots, '02:00')?.slideId).toBe('house');
    expect(at(slots, '23:00')?.slideId).toBe('house');
    expect(at(dayPlan(manifest, '2026-11-22'), '-1:00')?.slideId).toBe('a');
  });

  it('[S1] plays on over midnight on a board that is open late', () => {
    const manifest = loopOf(['a'], { calendar: aCalendar({ hours: openEveryDay(1200, 1560) }) });
    const slots = plan(manifest);
    expect(slots.at(-1)?.endMs).toBe(seoul('26:00'));
    expect(at(slots, '25:00')?.slideId).toBe('a');
  });

  it('[S3] lets an exclusive booking displace the loop from its first to its last millisecond', () => {
    const manifest = loopOf(['a', 'b', 'event'], {
      bookings: [
        aBooking('a'),
        aBooking('b'),
        aBooking('event', { exclusive: true, fromMinute: 610, toMinute: 640 }),
      ],
      slides: [aSlide('a'), aSlide('b', { dwellMs: 17_000 }), aSlide('event')],
    });
    const slots = plan(manifest);
    const during = slots.filter((s) => s.endMs > seoul('10:10') && s.startMs < seoul('10:40'));
    expect(new Set(idsOf(during))).toEqual(new Set(['event']));
    expect(during[0]?.startMs).toBe(seoul('10:10'));
    expect(during.at(-1)?.endMs).toBe(seoul('10:40'));
    expect(idsOf(slots.filter((s) => s.startMs >= seoul('10:40')))).not.toContain('event');
  });

  it('[S3] an exclusive booking without slides displaces nobody', () => {
    const manifest = loopOf(['a'], {
      bookings: [aBooking('a'), aBooking('event', { exclusive: true, slideIds: [] })],
    });
    expect(new Set(idsOf(plan(manifest)))).toEqual(new Set(['a']));
  });

  it('[S4] gives organizations their shares of every hour', () => {
    const manifest = loopOf(['a', 'd', 'f'], {
      organizations: [
        anOrganization('association', 50),
        anOrganization('district', 30),
        anOrganization('foundation', 20),
      ],
      bookings: [
        aBooking('a'),
        aBooking('d', { organizationId: 'district' }),
        aBooking('f', { organizationId: 'foundation', fromMinute: 600, toMinute: 660 }),
      ],
    });
    const slots = plan(manifest);
    const hour = (from: string, to: string) =>
      slots.filter((s) => s.startMs >= seoul(from) && s.startMs < seoul(to));
    expect(['a', 'd', 'f'].map((id) => count(hour('10:00', '11:00'), id))).toEqual([120, 72, 48]);
    expect(['a', 'd', 'f'].map((id) => count(hour('12:00', '13:00'), id))).toEqual([150, 90, 0]);
  });

  it.each([
    { why: 'what is left of 100', share: 75, none: [60, 60] },
    { why: 'nothing where others claim all', share: 100, none: [0, 0] },
  ])('[S4] an organization with a share of 0 gets $why', ({ share, none }) => {
    const manifest = loopOf(['a', 'x', 'y'], {
      organizations: [
        anOrganization('association', share),
        anOrganization('x', 0),
        anOrganization('y', 0),
      ],
      calendar: openFor(120),
      bookings: [
        aBooking('a'),
        aBooking('x', { organizationId: 'x' }),
        aBooking('y', { organizationId: 'y' }),
      ],
    });
    expect(['x', 'y'].map((id) => count(plan(manifest), id))).toEqual(none);
    const alone = plan({ ...manifest, bookings: manifest.bookings.slice(1) });
    expect(['x', 'y'].map((id) => count(alone, id))).toEqual([240, 240]);
  });

  it('[S5] gives a shop with five slides in three bookings no more than one with one', () => {
    const many = ['m1', 'm2', 'm3', 'm4', 'm5'];
    const manifest = aManifest({
      calendar: openFor(60),
      shops: [aShop('many'), aShop('one', { trade: 'cafe' }), aShop('two', { trade: 'fresh' })],
      slides: [...many, 'o', 't'].map((id) => aSlide(id)),
      bookings: [
        aBooking('b1', { shopId: 'many', slideIds: ['m1', 'm2', 'm3'] }),
        aBooking('b2', { shopId: 'many', slideIds: ['m4'] }),
        aBooking('b3', { shopId: 'many', slideIds: ['m5'] }),
        aBooking('b4', { shopId: 'one', slideIds: ['o'] }),
        aBooking('b5', { shopId: 'two', slideIds: ['t'] }),
      ],
    });
    const slots = plan(manifest);
    const turns = ['many', 'one', 'two'].map((id) => slots.filter((s) => s.shopId === id).length);
    expect(turns).toEqual([80, 80, 80]);
    expect(idsOf(slots.filter((s) => s.bookingId === 'b1')).slice(0, 4)).toEqual([
      'm1',
      'm2',
      'm3',
      'm1',
    ]);
    const ofBookings = ['b1', 'b2', 'b3'].map(
      (id) => slots.filter((s) => s.bookingId === id).length,
    );
    expect(Math.max(...ofBookings) - Math.min(...ofBookings)).toBe(1);
  });

  it('[S5] gives turns by weight, the highest of a shop, spread over the round', () => {
    const manifest = loopOf(['a', 'b', 'c'], {
      calendar: openFor(60),
      bookings: [aBooking('a', { weight: 3 }), aBooking('b', { weight: 2 }), aBooking('c')],
    });
    const slots = plan(manifest);
    const beyond = [120, 80, 40].map((due, index) => count(slots, 'abc'.charAt(index)) - due);
    for (const turns of beyond) expect(Math.abs(turns)).toBeLessThanOrEqual(1);
    expect(new Set(idsOf(slots.slice(0, 3))).size).toBeGreaterThan(1);
  });

  it('[S5] lets a joiner start at the current point of the round', () => {
    const manifest = loopOf(['a', 'b', 'c'], {
      bookings: [aBooking('a'), aBooking('b'), aBooking('c', { fromMinute: 720 })],
    });
    const after = plan(manifest).filter((slot) => slot.startMs >= seoul('12:00'));
    expect(idsOf(after.slice(0, 3))).toContain('c');
    for (let length = 1; length < 300; length += 1) {
      const turns = ['a', 'b', 'c'].map((id) => count(after.slice(0, length), id));
      expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(2);
    }
  });

  it('[S5] rotates who comes first by date', () => {
    const manifest = loopOf(['a', 'b', 'c']);
    const first = [0, 1, 2, 3].map(
      (days) => dayPlan(manifest, addDays(TEST_DATE, days))[0]?.slideId,
    );
    expect(new Set(first.slice(0, 3)).size).toBe(3);
    expect(first[3]).toBe(first[0]);
  });

  it('[S6] keeps trades apart where it can', () => {
    const manifest = aManifest({
      calendar: openFor(60),
      shops: [
        aShop('m1'),
        aShop('m2'),
        aShop('c1', { trade: 'cafe' }),
        aShop('c2', { trade: 'cafe' }),
      ],
      slides: ['m1', 'm2', 'c1', 'c2'].map((id) => aSlide(id)),
      bookings: ['m1', 'm2', 'c1', 'c2'].map((id) => aBooking(id, { shopId: id })),
    });
    const trades = plan(manifest).map((slot) => slot.shopId?.slice(0, 1));
    expect(trades.filter((trade, index) => index > 0 && trade === trades[index - 1])).toEqual([]);
  });

  it('[S6] lets another organization go between two slots of one slide', () => {
    const manifest = loopOf(['a', 'd'], {
      organizations: [anOrganization('association', 55), anOrganization('district', 45)],
      calendar: openFor(10),
      bookings: [aBooking('a'), aBooking('d', { organizationId: 'district' })],
    });
    const ids = idsOf(plan(manifest));
    expect(ids.filter((id, index) => id === ids[index - 1]).length).toBeLessThanOrEqual(4);
  });
});
