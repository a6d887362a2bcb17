import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { dayOverview } from '../../../shared/schedule/overview.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { changed, recorded } from '../../support/changed-manifest.ts';
import {
  aBooking,
  aCalendar,
  aManifest,
  anOrganization,
  aShop,
  aSlide,
  aSlot,
  openEveryDay,
  seoul,
  TEST_DATE,
} from '../../support/manifest-builder.ts';
import { boardDay, shopDays } from '../../support/plan-day.ts';

const organizations = [anOrganization('guild', 60), anOrganization('office', 30)];
const morning = aCalendar({ hours: openEveryDay(360, 560) });

function overview(manifest: Manifest) {
  return dayOverview(manifest, { date: TEST_DATE, slots: dayPlan(manifest, TEST_DATE) });
}

/** The guild all day, the office from 07:30 to 08:00. */
const halfHour = aManifest({
  calendar: morning,
  organizations,
  slides: [aSlide('bread'), aSlide('flu')],
  bookings: [
    aBooking('bread', { organizationId: 'guild' }),
    aBooking('flu', { organizationId: 'office', fromMinute: 450, toMinute: 480 }),
  ],
});

describe('dayOverview', () => {
  it('[S1] cuts the clock hours by opening and closing', () => {
    const { hours } = overview({
      ...halfHour,
      calendar: aCalendar({ hours: openEveryDay(390, 500) }),
    });
    expect(hours.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [seoul('06:30'), seoul('07:00')],
      [seoul('07:00'), seoul('08:00')],
      [seoul('08:00'), seoul('08:20')],
    ]);
  });

  it('[S4] holds a share against the time in which its organization is live', () => {
    const [six, seven] = overview(halfHour).hours;
    expect(six?.parties).toEqual([
      { organizationId: 'guild', ms: HOUR_MS, dueMs: 0.6 * HOUR_MS, isKept: true },
      { organizationId: 'office', ms: 0, dueMs: 0, isKept: true },
    ]);
    const liveMs = 30 * MINUTE_MS - 15_000 + 1;
    expect(seven?.parties[1]?.dueMs).toBe(Math.floor(0.3 * liveMs));
    expect(seven?.parties.every(({ isKept }) => isKept)).toBe(true);
  });

  it('[S4] says that a share is not kept when a plan takes more than one slot of it', () => {
    const slots = Array.from({ length: 240 }, (_, n) => {
      const slot = aSlot('bread', seoul('06:00') + n * 15_000, seoul('06:00') + (n + 1) * 15_000);
      return { ...slot, organizationId: n < 70 ? 'office' : 'guild', bookingId: 'bread' };
    });
    const shared = aManifest({
      organizations,
      slides: [aSlide('bread'), aSlide('flu')],
      bookings: [
        aBooking('bread', { organizationId: 'guild' }),
        aBooking('flu', { organizationId: 'office' }),
      ],
    });
    const [hour] = dayOverview(shared, { date: TEST_DATE, slots }).hours;
    expect(hour?.parties.map(({ isKept }) => isKept)).toEqual([true, false]);
  });

  it('[S4] charges what was put on by hand for nobody to nobody', () => {
    const next = changed(
      halfHour,
      {},
      {
        effectiveAt: seoul('06:10:05'),
        showNow: { id: 'now', slideId: 'flu', bookingId: null },
      },
    );
    const slots = dayPlan(halfHour, TEST_DATE);
    const effectiveAt = seoul('06:10:05');
    const record = recorded(slots, next, { date: TEST_DATE, effectiveAt });
    const [six] = dayOverview(next, { date: TEST_DATE, slots: record }).hours;
    expect(six?.handMs).toBe(15_000);
    expect(six?.parties[0]).toMatchObject({ ms: HOUR_MS - 15_000, isKept: true });
  });

  it('[S9] judges nothing of which the manifest does not know who was live', () => {
    const effectiveAt = seoul('07:20:05');
    const next = changed(halfHour, { bookings: halfHour.bookings.slice(0, 1) }, { effectiveAt });
    const slots = recorded(dayPlan(halfHour, TEST_DATE), next, { date: TEST_DATE, effectiveAt });
    const { hours } = dayOverview(next, { date: TEST_DATE, slots });
    expect(hours.map(({ parties }) => parties.map(({ isKept }) => isKept))).toEqual([
      [null, null],
      [true, true],
      [true, true],
      [true, true],
    ]);
    const past = dayOverview(next, { date: TEST_DATE, slots, knownFrom: Infinity });
    expect(past.hours.every(({ parties }) => parties[0]?.dueMs === null)).toBe(true);
  });

  it('[S12] names the organizations of which not everybody has a turn in the hour', () => {
    const shops = Array.from({ length: 250 }, (_, n) => `shop-${n}`);
    const crowd = aManifest({
      calendar: morning,
      organizations,
      shops: shops.map((id) => aShop(id)),
      slides: [...shops.map((id) => aSlide(id)), aSlide('flu')],
      bookings: [
        ...shops.map((id) =>
          aBooking(id, { organizationId: 'guild', shopId: id, fromMinute: 420, toMinute: 480 }),
        ),
        aBooking('flu', { organizationId: 'office' }),
      ],
    });
    const { hours } = overview(crowd);
    expect(hours.map(({ fullFor }) => fullFor)).toEqual([[], ['guild'], [], []]);
    expect(hours[1]?.advertisers).toBeLessThan(251);
    expect(hours[2]?.advertisers).toBe(1);
  });

  it('[S3] names the exclusive booking of an hour and those that it displaces', () => {
    const fair = aManifest({
      calendar: morning,
      organizations,
      slides: [aSlide('bread'), aSlide('fair')],
      bookings: [
        aBooking('bread', { organizationId: 'guild' }),
        aBooking('late', { organizationId: 'guild', slideIds: ['bread'], fromMinute: 480 }),
        aBooking('empty', { organizationId: 'guild', slideIds: [] }),
        aBooking('fair', {
          organizationId: 'office',
          exclusive: true,
          fromMinute: 430,
          toMinute: 450,
        }),
      ],
    });
    const { hours } = overview(fair);
    expect(hours.map(({ exclusiveIds }) => exclusiveIds)).toEqual([[], ['fair'], [], []]);
    expect(hours.map(({ displacedIds }) => displacedIds)).toEqual([[], ['bread'], [], []]);
  });

  it('[S2] counts the house as time that nobody booked', () => {
    const { hours, houseMs, plays } = overview(aManifest({ calendar: morning }));
    expect(hours[0]).toMatchObject({ houseMs: HOUR_MS, advertisers: 0 });
    expect(houseMs).toBe(200 * MINUTE_MS);
    expect(plays).toBe(0);
  });

  it('tells of each shop how often, from when to when, and its longest time without', () => {
    const manifest = boardDay();
    const slots = dayPlan(manifest, TEST_DATE);
    const { shops, plays } = dayOverview(manifest, { date: TEST_DATE, slots });
    expect(plays).toBe(slots.length);
    expect(
      shops.map(({ shopId, plays: own, largestGapMs }) => ({ shopId, plays: own, largestGapMs })),
    ).toEqual(shopDays(slots));
    const own = slots.filter(({ shopId }) => shopId === 'shop-01');
    expect(shops[0]).toMatchObject({ firstAt: own[0]?.startMs, lastAt: own.at(-1)?.startMs });
  });

  it('is empty on a day on which the board is dark', () => {
    const dark = aManifest({ calendar: aCalendar({ hours: openEveryDay(0, 0) }) });
    expect(overview(dark)).toEqual({ hours: [], shops: [], plays: 0, houseMs: 0 });
  });
});
