import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookingFields } from '../../../shared/content/booking.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { NOON } from '../../support/test-desk.ts';
import { bookingFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
beforeEach(async () => {
  controller = await startTestController({ now: () => NOON });
  manager = await controller.as('manager');
});
afterEach(() => controller.stop());

const book = (fields: Partial<BookingFields>) =>
  manager.get('createBooking', {
    body: bookingFields({ shopId: 'bakery', slideIds: ['bread'], ...fields }),
  });
const extend = (bookingId: string, toDate: string | null, version = 1) =>
  manager.send('extendBooking', { params: { bookingId }, body: { toDate, version } });

describe('extending a booking', () => {
  it('moves its last day on every board, without one too, and back', async () => {
    const { id } = await book({ toDate: '2026-11-25' });
    const days = () =>
      controller.context.manifests
        .ofScreen('board')!
        .manifest.bookings.find((booking) => booking.id === id)!
        .days.lastIndexOf('1');
    const before = days();
    expect((await extend(id, '2026-12-02')).value).toMatchObject({
      ...{ id, toDate: '2026-12-02', version: 2, fromDate: '2020-01-01' },
    });
    expect(days()).toBe(before + 7);
    expect((await extend(id, null, 2)).value?.toDate).toBeNull();
    expect(days()).toBe(119);
    expect((await extend(id, '2026-11-25', 3)).value?.toDate).toBe('2026-11-25');
    expect(days()).toBe(before);
    const admin = await controller.as('admin');
    const { entries } = await admin.get('listAudit');
    expect(entries[0]).toMatchObject({ action: 'booking.save', subjectId: id });
  });

  it.each([
    { why: 'of an older version', fields: {}, toDate: '2026-12-02', version: 7, code: 'conflict' },
    { why: 'to before it begins', fields: {}, toDate: '2019-12-31', version: 1, code: 'invalid' },
    {
      why: 'beyond the end of its rule',
      fields: { recurrence: 'FREQ=DAILY;UNTIL=20261130' },
      ...{ toDate: '2026-12-02', version: 1, code: 'conflict' },
    },
    {
      why: 'whose rule counts its days',
      fields: { recurrence: 'FREQ=DAILY;COUNT=10' },
      ...{ toDate: null, version: 1, code: 'conflict' },
    },
  ])('refuses one $why', async ({ fields, toDate, version, code }) => {
    const { id } = await book({ toDate: '2026-11-25', ...fields });
    expect((await extend(id, toDate, version)).problem?.code).toBe(code);
  });

  it('may shorten what its rule would end anyway', async () => {
    const { id } = await book({ recurrence: 'FREQ=DAILY;COUNT=10', toDate: '2026-11-30' });
    expect((await extend(id, '2026-11-28')).value?.toDate).toBe('2026-11-28');
  });

  it("refuses what was ended, a notice's, and another organization's", async () => {
    const { id } = await book({ toDate: '2026-11-25' });
    await manager.get('endBooking', { params: { bookingId: id }, body: { version: 1 } });
    expect((await extend(id, '2026-12-02', 2)).problem?.title).toContain('되살린');
    await controller.store.transact(async (records) => {
      const bread = (await records.bookings.get('bread-booking'))!;
      await records.bookings.put({ ...bread, endsAt: NOON + 1000 });
    });
    expect((await extend('bread-booking', '2026-12-02')).problem?.title).toContain('공지');
    expect((await extend('news-booking', '2026-12-02')).problem?.code).toBe('forbidden');
    expect((await extend('nothing', '2026-12-02')).problem?.code).toBe('not-found');
  });
});
