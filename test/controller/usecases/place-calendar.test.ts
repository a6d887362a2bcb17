import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { bookingFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  const now = () => Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now });
  manager = await controller.as('manager');
});
afterAll(() => controller.stop());

const version = async () => (await manager.get('readPlaceCalendar')).version;
const noodles = { shopId: 'noodle-bar', slideIds: ['noodles'], fromDate: '2026-11-01' };

describe('the calendar of the place', () => {
  it('[C8] is empty at first, saved with one entry a date, and written down', async () => {
    expect(await manager.get('readPlaceCalendar')).toEqual({
      id: 'place',
      temporaryHolidays: [],
      marketDigit: null,
      version: 1,
    });
    const temporaryHolidays = [
      { date: '2028-04-12', name: '선거일' },
      { date: '2027-10-08', name: '임시공휴일' },
      { date: '2028-04-12', name: '국회의원 선거' },
    ];
    const saved = await manager.get('savePlaceCalendar', {
      body: { temporaryHolidays, marketDigit: 2, version: 1 },
    });
    expect(saved).toMatchObject({ marketDigit: 2, version: 2 });
    expect(saved.temporaryHolidays).toEqual([temporaryHolidays[1], temporaryHolidays[2]]);
    const admin = await controller.as('admin');
    const { entries } = await admin.get('listAudit', { query: {} });
    expect(entries[0]).toMatchObject({
      action: 'calendar.save',
      subjectId: 'place',
      before: { version: 1 },
      after: { version: 2 },
    });
  });

  it('is saved by the first of two who had seen the same', async () => {
    const seen = await version();
    const officer = await controller.as('officer');
    const body = { temporaryHolidays: [], marketDigit: null, version: seen };
    await officer.get('savePlaceCalendar', { body });
    const late = await manager.send('savePlaceCalendar', { body });
    expect(late.problem?.code).toBe('conflict');
  });

  it('lists the days of a span, and refuses what is none', async () => {
    const query = { from: '2026-12-20', to: '2027-01-03' };
    expect(await manager.get('listNamedDays', { query })).toEqual({
      days: [
        { date: '2026-12-25', kind: 'public', name: '성탄절' },
        { date: '2027-01-01', kind: 'public', name: '신정' },
      ],
      knownUntil: '2038-12-31',
    });
    for (const name of ['listNamedDays', 'listBookingDays'] as const) {
      const backwards = { from: query.to, to: query.from };
      const refused = await manager.send(name, { query: backwards });
      expect(refused.problem).toMatchObject({ code: 'invalid', fields: [{ path: 'to' }] });
      const long = { from: '2026-01-01', to: '2027-02-05' };
      expect((await manager.send(name, { query: long })).problem?.title).toContain('400일');
      const longest = { from: '2026-01-01', to: '2027-02-04' };
      expect((await manager.send(name, { query: longest })).status).toBe(200);
    }
  });
});

describe('a booking that looks at the calendar', () => {
  const manifest = () => controller.context.manifests.ofScreen('board')!.manifest;
  const onBoard = (bookingId: string) => manifest().bookings.find(({ id }) => id === bookingId);
  const setMarket = async (marketDigit: number | null) =>
    manager.get('savePlaceCalendar', {
      body: { temporaryHolidays: [], marketDigit, version: await version() },
    });

  it('[C12] is planned anew at once, and nobody else', async () => {
    const days = { toDate: '2026-11-30' };
    const only = await manager.get('createBooking', {
      body: bookingFields({ ...noodles, ...days, marketDays: 'only' }),
    });
    expect(onBoard(only.id)).toBeUndefined();
    const before = manifest();
    await setMarket(3);
    const planned = onBoard(only.id);
    expect(planned?.days.indexOf('1')).toBe(2);
    expect(manifest().revision).toBe(before.revision + 1);
    for (const booking of before.bookings) expect(onBoard(booking.id)).toBe(booking);
    const now = Date.parse('2026-11-23T12:30:00+09:00');
    const slots = () => controller.context.manifests.planOf('board', '2026-11-23') ?? [];
    expect(slots().some((slot) => slot.bookingId === only.id && slot.startMs > now)).toBe(true);
    await setMarket(4);
    expect(slots().some((slot) => slot.bookingId === only.id && slot.startMs > now)).toBe(false);
    await manager.get('endBooking', { params: { bookingId: only.id }, body: { version: 1 } });
  });

  it('[C12] moves nothing where no booking gets other days', async () => {
    const skip = await manager.get('createBooking', {
      body: bookingFields({ ...noodles, holidays: 'skip' }),
    });
    const before = manifest();
    await setMarket(1);
    expect(manifest()).toBe(before);
    const temporaryHolidays = [{ date: '2026-11-25', name: '임시공휴일' }];
    await manager.get('savePlaceCalendar', {
      body: { temporaryHolidays, marketDigit: 1, version: await version() },
    });
    expect(onBoard(skip.id)?.days.slice(0, 6)).toBe('111101');
    expect(manifest().revision).toBe(before.revision + 1);
  });

  it('[C10] no longer does once the choice is taken back', async () => {
    const fields = bookingFields({ ...noodles, holidays: 'only' });
    const made = await manager.get('createBooking', { body: fields });
    const saved = await manager.get('saveBooking', {
      params: { bookingId: made.id },
      body: { ...bookingFields(noodles), version: 1 },
    });
    expect(saved).not.toHaveProperty('holidays');
    expect(onBoard(made.id)?.days.slice(0, 5)).toBe('11111');
  });

  it('[S1] [C10] tells its days, also past ones, without ended and empty ones', async () => {
    const fields = { ...noodles, toDate: null };
    const [only, ended, never] = await Promise.all(
      [
        { holidays: 'only' } as const,
        {},
        { fromDate: '2027-05-01', excludedDates: ['2027-05-02'] },
      ].map((more) =>
        manager.get('createBooking', { body: bookingFields({ ...fields, ...more }) }),
      ),
    );
    const ending = { params: { bookingId: ended!.id }, body: { version: 1 } };
    await manager.get('endBooking', ending);
    const query = { from: '2026-10-01', to: '2027-01-31' };
    const days = await manager.get('listBookingDays', { query });
    const datesOf = (id: string) => days.find(({ bookingId }) => bookingId === id)?.dates;
    expect(datesOf(only!.id)).toEqual(['2026-11-25', '2026-12-25', '2027-01-01']);
    expect(datesOf(ended!.id)).toBeUndefined();
    expect(datesOf(never!.id)).toBeUndefined();
    const later = await manager.get('listBookingDays', {
      query: { from: '2027-04-30', to: '2027-05-03' },
    });
    const inMay = later.find(({ bookingId }) => bookingId === never!.id)?.dates;
    expect(inMay).toEqual(['2027-05-01', '2027-05-03']);
  });

  it('[S1] is not told on the days on which its shop is shut', async () => {
    const shop = (await manager.get('listShops')).find(({ id }) => id === 'noodle-bar')!;
    const { id, version: seen, ...rest } = shop;
    const closedDates = ['2026-12-02'];
    const body = { ...rest, closedDates, closedNth: [{ nth: 1, weekday: 4 }], version: seen };
    await manager.get('saveShop', { params: { shopId: id }, body });
    const booking = await manager.get('createBooking', {
      body: bookingFields({ ...noodles, skipClosedDays: true }),
    });
    const query = { from: '2026-12-01', to: '2026-12-04' };
    const days = await manager.get('listBookingDays', { query });
    expect(days.find(({ bookingId }) => bookingId === booking.id)?.dates).toEqual([
      '2026-12-01',
      '2026-12-04',
    ]);
  });
});
