import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../controller/usecases/change.ts';
import { EMPTY_PLACE_CALENDAR } from '../../../shared/content/place-calendar.ts';
import type { BookingFields } from '../../../shared/content/booking.ts';
import type { Manifest, Slot } from '../../../shared/protocol/manifest.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { NOON } from '../../support/test-desk.ts';
import { aRevision, aScreen, aSlide, bookingFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
beforeEach(async () => {
  controller = await startTestController({ now: () => NOON });
  manager = await controller.as('manager');
});
afterEach(() => controller.stop());

const BREAD = { shopId: 'bakery', slideIds: ['bread'] };
const NOODLES = { shopId: 'noodle-bar', slideIds: ['noodles'] };
const manifestOf = (screenId: string) => controller.context.manifests.ofScreen(screenId)!.manifest;
const effectOf = (fields: BookingFields, bookingId: string | null = null) =>
  manager.get('readEffect', { body: { bookingId, fields } });

/** Plays and milliseconds of each advertiser, counted anew. */
function tally({ bookings }: Manifest, slots: readonly Slot[]) {
  const shopOf = new Map(bookings.map(({ id, shopId }) => [id, shopId ?? id]));
  const counts: Record<string, { plays: number; ms: number }> = {};
  for (const { bookingId, startMs, endMs } of slots) {
    const key = bookingId === null ? 'house' : (shopOf.get(bookingId) ?? bookingId);
    const count = (counts[key] ??= { plays: 0, ms: 0 });
    count.plays += 1;
    count.ms += endMs - startMs;
  }
  return counts;
}

/** What every advertiser gains or loses between two manifests on a date. */
function differences(before: Manifest, after: Manifest, date: string) {
  const [a, b] = [tally(before, dayPlan(before, date)), tally(after, dayPlan(after, date))];
  const none = { plays: 0, ms: 0 };
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .map((id) => ({ id, before: a[id] ?? none, after: b[id] ?? none }))
    .filter((one) => one.before.plays !== one.after.plays || one.before.ms !== one.after.ms)
    .toSorted((x, y) => x.id.localeCompare(y.id));
}

type Told = Awaited<ReturnType<typeof effectOf>>['plans'][number]['days'][number];

const told = ({ own, others }: Told) =>
  [own, ...others]
    .map(({ kind, id, ...counts }) => ({
      id: kind === 'house' ? 'house' : id,
      before: { plays: counts.playsBefore, ms: counts.msBefore },
      after: { plays: counts.playsAfter, ms: counts.msAfter },
    }))
    .toSorted((x, y) => x.id.localeCompare(y.id));

describe('the effect of a booking', () => {
  it.each([
    { why: 'a new one in every hour', fields: {} },
    { why: 'one in some hours of some weekdays', fields: { fromMinute: 660, toMinute: 840 } },
    { why: 'an exclusive one', fields: { exclusive: true, fromMinute: 600, toMinute: 630 } },
  ])('[S12] of $why is the difference of the plans after it is saved', async ({ fields }) => {
    const body = bookingFields({
      ...NOODLES,
      weight: 2,
      recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,SA',
      ...fields,
    });
    const before = manifestOf('board');
    const { plans } = await effectOf(body);
    expect(manifestOf('board')).toBe(before);
    await manager.get('createBooking', { body });
    const [plan] = plans;
    expect(plan?.screenIds).toEqual(['board']);
    expect(plan?.days.flatMap(({ date, alike }) => [date, ...alike]).toSorted()).toEqual([
      '2026-11-25',
      '2026-11-28',
      '2026-11-30',
    ]);
    for (const day of plan!.days)
      expect(told(day)).toEqual(differences(before, manifestOf('board'), day.date));
  });

  it('[S12] of a change is the difference too, and compares it with what it was', async () => {
    const made = await manager.get('createBooking', { body: bookingFields(NOODLES) });
    const body = bookingFields({ ...NOODLES, weight: 4, toMinute: 720 });
    const before = manifestOf('board');
    const { plans } = await effectOf(body, made.id);
    await manager.get('saveBooking', {
      params: { bookingId: made.id },
      body: { ...body, version: 1 },
    });
    const [day] = plans[0]!.days;
    expect(told(day!)).toEqual(differences(before, manifestOf('board'), day!.date));
    expect(day?.before?.plays).toBeGreaterThan(0);
    expect(day?.after?.hours).toBe(12);
  });

  it("[S12] knows the place's holidays and the shop's closing days", async () => {
    const temporaryHolidays = ['2026-11-26', '2026-11-27'].map((date) => ({ date, name: '쉼' }));
    await change(controller.context, { job: 'test' }, async (records, noted) => {
      await records.placeCalendars.put({ ...EMPTY_PLACE_CALENDAR, temporaryHolidays });
      const shop = (await records.shops.get('noodle-bar'))!;
      await records.shops.put({ ...shop, closedDates: ['2026-11-26'] });
      noted.touch('calendar', 'shops');
    });
    const body = bookingFields({ ...NOODLES, holidays: 'only', skipClosedDays: true });
    const before = manifestOf('board');
    const days = (await effectOf(body)).plans[0]!.days;
    await manager.get('createBooking', { body });
    expect(days.map(({ date, alike }) => [date, alike])).toEqual([['2026-11-27', []]]);
    expect(told(days[0]!)).toEqual(differences(before, manifestOf('board'), '2026-11-27'));
  });

  it('[S12] counts slides that wait for approval in their latest revision, and names them', async () => {
    await controller.store.transact(async (records) => {
      await records.revisions.add(aRevision({ id: 'waiting-r1', slideId: 'waiting', pages: 2 }));
      await records.slides.put(
        aSlide({ id: 'waiting', state: 'submitted', latestRevisionId: 'waiting-r1' }),
      );
    });
    const { plans, unapprovedSlideIds } = await effectOf(bookingFields({ slideIds: ['waiting'] }));
    expect(unapprovedSlideIds).toEqual(['waiting']);
    const { plays, playMs } = plans[0]!.days[0]!.after!;
    expect(plays).toBeGreaterThan(100);
    expect(playMs).toBe(plays * 30_000);
  });

  it('[S12] is told of each plan: of those that it joins and of those that it leaves', async () => {
    const admin = await controller.as('admin');
    const { id, version, blankUntil, ...screen } = aScreen({ name: '역 안' });
    expect([id, version, blankUntil]).toEqual(['board', 1, null]);
    const inside = (await admin.get('createScreen', { body: screen })).screen.id;
    const body = bookingFields({ ...NOODLES, screens: ['board'] });
    const made = await manager.get('createBooking', { body });
    const moved = await effectOf({ ...body, screens: [inside] }, made.id);
    const byScreen = new Map(moved.plans.map(({ screenIds, days }) => [screenIds.join(), days[0]]));
    expect([...byScreen.keys()].toSorted()).toEqual(['board', inside].toSorted());
    expect(byScreen.get('board')).toMatchObject({ after: null });
    expect(byScreen.get('board')?.before?.plays).toBeGreaterThan(0);
    expect(byScreen.get(inside)).toMatchObject({ before: null });
    expect((await effectOf(body, made.id)).plans.map(({ screenIds }) => screenIds)).toEqual([
      ['board'],
    ]);
    const half = await effectOf({ ...bookingFields(BREAD), screens: ['board'] }, 'bread-booking');
    expect(half.plans.map(({ screenIds }) => screenIds.length)).toEqual([1, 1]);
  });

  it('is nothing for a booking that was ended, and writes nothing', async () => {
    const params = { bookingId: 'bread-booking' };
    await manager.get('endBooking', { params, body: { version: 1 } });
    const before = controller.fingerprint();
    expect((await effectOf(bookingFields(BREAD), 'bread-booking')).plans).toEqual([]);
    expect((await effectOf(bookingFields(BREAD))).plans).toHaveLength(1);
    expect(controller.fingerprint()).toBe(before);
  });

  it.each([
    {
      why: 'what saving would refuse',
      fields: { fromMinute: 600, toMinute: 600 },
      code: 'invalid',
    },
    { why: "another organization's", fields: { organizationId: 'office' }, code: 'forbidden' },
  ])('refuses $why', async ({ fields, code }) => {
    const body = { bookingId: null, fields: bookingFields({ ...BREAD, ...fields }) };
    expect((await manager.send('readEffect', { body })).problem?.code).toBe(code);
  });

  it('refuses to hand a booking to another organization, and so does saving', async () => {
    const admin = await controller.as('admin');
    const fields = bookingFields({ ...BREAD, organizationId: 'office' });
    const params = { bookingId: 'bread-booking' };
    const before = controller.fingerprint();
    const tried = [
      await admin.send('readEffect', { body: { ...params, fields } }),
      await admin.send('saveBooking', { params, body: { ...fields, version: 1 } }),
    ];
    for (const { problem } of tried)
      expect(problem?.fields?.map(({ path }) => path)).toEqual(['organizationId']);
    expect(controller.fingerprint()).toBe(before);
  });
});
