import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Booking } from '../../../shared/content/booking.ts';
import type { BookingEdit } from '../../../shared/protocol/http/planning.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { bookingFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
});
afterAll(() => controller.stop());

const DAY = '2026-12-09';
const noodles = {
  ...{ shopId: 'noodle-bar', slideIds: ['noodles'], fromMinute: 600, toMinute: 720 },
  ...{ fromDate: '2026-12-07', toDate: '2026-12-11' },
};
const to = { date: '2026-12-10', fromMinute: 660, toMinute: 780 };

function book(fields: Partial<Booking> = {}): Promise<Booking> {
  return manager.get('createBooking', { body: bookingFields({ ...noodles, ...fields }) });
}

function send(booking: Booking, edit: BookingEdit, day = DAY) {
  const params = { bookingId: booking.id };
  return manager.send('editBooking', { params, body: { version: booking.version, day, edit } });
}

async function stored(id: string): Promise<Booking> {
  return (await manager.get('listBookings')).find((one) => one.id === id)!;
}

async function daysOf(ids: readonly string[]): Promise<string[]> {
  const query = { from: '2026-12-01', to: '2026-12-31' };
  const all = await manager.get('listBookingDays', { query });
  return all
    .filter(({ bookingId }) => ids.includes(bookingId))
    .flatMap(({ dates }) => dates)
    .sort();
}

describe('an edit on the calendar', () => {
  it.each<{ edit: BookingEdit; made: number }>([
    { edit: { kind: 'move', scope: 'day', to }, made: 1 },
    { edit: { kind: 'move', scope: 'following', to }, made: 1 },
    { edit: { kind: 'move', scope: 'all', to }, made: 0 },
    { edit: { kind: 'dates', fromDate: '2026-12-08', toDate: null }, made: 0 },
    { edit: { kind: 'exclude' }, made: 0 },
    { edit: { kind: 'copy', to }, made: 1 },
    { edit: { kind: 'split' }, made: 1 },
  ])(
    'is saved as a whole and taken back as a whole: $edit.kind $edit.scope',
    async ({ edit, made }) => {
      const booking = await book();
      const before = await daysOf([booking.id]);
      const edited = (await send(booking, edit)).value!;
      expect(edited.filter((one) => one.before === null).length).toBe(made);
      for (const { after } of edited) expect(await stored(after.id)).toEqual(after);
      await manager.get('undoEdit', { body: { edited } });
      expect(await daysOf([booking.id, ...edited.map(({ after }) => after.id)])).toEqual(before);
      for (const one of edited)
        expect((await stored(one.after.id)).state).toBe(one.before ? 'live' : 'ended');
    },
  );

  it('[S1] keeps excluded dates, and puts nothing on them', async () => {
    const booking = await book({ excludedDates: ['2026-12-10'] });
    const refused = await send(booking, { kind: 'move', scope: 'all', to });
    expect(refused.problem?.code).toBe('conflict');
    const there = { ...to, date: DAY };
    const [edited] = (await send(booking, { kind: 'move', scope: 'all', to: there })).value!;
    expect(edited?.after).toMatchObject({ excludedDates: ['2026-12-10'], fromMinute: 660 });
  });

  it('is refused on a day without it, when it is stale, over, or of a notice', async () => {
    const booking = await book();
    const other = await send(booking, { kind: 'exclude' }, '2026-12-12');
    expect(other.problem?.code).toBe('conflict');
    const stale = await send({ ...booking, version: 9 }, { kind: 'exclude' });
    expect(stale.problem?.code).toBe('conflict');
    const params = { bookingId: booking.id };
    const ended = await manager.get('endBooking', { params, body: { version: 1 } });
    expect((await send(ended, { kind: 'exclude' })).problem?.code).toBe('conflict');
    const notice = { ...(await book()), endsAt: Date.parse('2027-01-01T00:00:00Z') };
    await controller.store.transact((records) => records.bookings.put(notice));
    expect((await send(notice, { kind: 'split' })).problem?.code).toBe('conflict');
  });

  it('tells to use the form where the rule is one of its own kind', async () => {
    const booking = await book({ recurrence: 'FREQ=MONTHLY;BYDAY=2WE', toDate: null });
    const { problem } = await send(booking, { kind: 'move', scope: 'all', to });
    expect(problem?.title).toContain('편성 고치기');
  });

  it('is not taken back, not even in part, once somebody changed one of them', async () => {
    const booking = await book();
    const edited = (await send(booking, { kind: 'split' })).value!;
    const [kept, made] = edited;
    const params = { bookingId: made!.after.id };
    await manager.get('endBooking', { params, body: { version: 1 } });
    const { problem } = await manager.send('undoEdit', { body: { edited } });
    expect(problem?.code).toBe('conflict');
    expect(await stored(booking.id)).toEqual(kept!.after);
  });

  it('is not taken back to another organization', async () => {
    const booking = await book();
    const [edited] = (await send(booking, { kind: 'exclude' })).value!;
    const before = { ...edited!.before, organizationId: 'office' };
    const admin = await controller.as('admin');
    const body = { edited: [{ ...edited, before }] };
    const { problem } = await admin.send('undoEdit', { body });
    expect(problem?.fields?.map(({ path }) => path)).toEqual(['organizationId']);
    expect(await stored(booking.id)).toEqual(edited!.after);
  });

  it('is written down for each booking', async () => {
    const booking = await book();
    await send(booking, { kind: 'split' });
    const admin = await controller.as('admin');
    const { entries } = await admin.get('listAudit');
    expect(
      entries
        .slice(0, 2)
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['booking.create', 'booking.save']);
  });
});
