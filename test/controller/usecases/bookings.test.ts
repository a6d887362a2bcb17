import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { bookingFields, shopFields } from '../../support/values.ts';

let controller: TestController;
let manager: TestClient;
beforeAll(async () => {
  controller = await startTestController();
  manager = await controller.as('manager');
});
afterAll(() => controller.stop());

const manifest = () => controller.context.manifests.ofScreen('board')!.manifest;
const isOnBoard = (bookingId: string) => manifest().bookings.some(({ id }) => id === bookingId);
const noodles = { shopId: 'noodle-bar', slideIds: ['noodles'] };

describe('a booking', () => {
  it('reaches the boards, is changed, ended and resumed', async () => {
    const made = await manager.get('createBooking', { body: bookingFields(noodles) });
    expect(made).toMatchObject({ state: 'live', version: 1, ...noodles });
    expect(isOnBoard(made.id)).toBe(true);
    const params = { bookingId: made.id };
    const saved = await manager.get('saveBooking', {
      params,
      body: { ...bookingFields(noodles), weight: 3, version: 1 },
    });
    expect(saved).toMatchObject({ weight: 3, version: 2, state: 'live' });
    expect(manifest().bookings.find(({ id }) => id === made.id)?.weight).toBe(3);
    const ended = await manager.get('endBooking', { params, body: { version: 2 } });
    expect(ended.state).toBe('ended');
    expect(isOnBoard(made.id)).toBe(false);
    const again = await manager.send('endBooking', { params, body: { version: 3 } });
    expect(again.problem?.code).toBe('conflict');
    const resumed = await manager.get('resumeBooking', { params, body: { version: 3 } });
    expect(resumed).toMatchObject({ state: 'live', version: 4 });
    expect(isOnBoard(made.id)).toBe(true);
  });

  it('[S1] keeps its excluded dates through any other edit', async () => {
    const body = bookingFields({ ...noodles, excludedDates: ['2026-12-25'] });
    const made = await manager.get('createBooking', { body });
    const saved = await manager.get('saveBooking', {
      params: { bookingId: made.id },
      body: { ...body, name: '새 이름', version: 1 },
    });
    expect(saved.excludedDates).toEqual(['2026-12-25']);
  });

  it('is saved by one of two who edit at the same time', async () => {
    const made = await manager.get('createBooking', { body: bookingFields(noodles) });
    const both = await Promise.all(
      [2, 3].map((weight) =>
        manager.send('saveBooking', {
          params: { bookingId: made.id },
          body: { ...bookingFields(noodles), weight, version: 1 },
        }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('may name slides that are not approved yet', async () => {
    const { slide } = await manager.get('createSlide', {
      body: {
        organizationId: 'guild',
        shopId: null,
        content: { template: 'clock', title: { ko: '시계' } },
        dwellSeconds: 15,
      },
    });
    const made = await manager.get('createBooking', {
      body: bookingFields({ slideIds: [slide.id, 'festival'] }),
    });
    expect(manifest().bookings.find(({ id }) => id === made.id)?.slideIds).toEqual(['festival']);
  });
});

describe('shops and shares', () => {
  it('reach the boards', async () => {
    const shop = await manager.get('createShop', { body: shopFields({ name: { ko: '꽃집' } }) });
    const saved = await manager.get('saveShop', {
      params: { shopId: shop.id },
      body: { ...shopFields({ name: { ko: '새 꽃집' } }), version: 1 },
    });
    expect(saved).toMatchObject({ version: 2, name: { ko: '새 꽃집' } });
    expect(manifest().shops.find(({ id }) => id === shop.id)?.name.ko).toBe('새 꽃집');
    const stale = await manager.send('saveShop', {
      params: { shopId: shop.id },
      body: { ...shopFields({}), version: 1 },
    });
    expect(stale.problem?.code).toBe('conflict');
  });

  it('[S4] move together, so that one can give what the other takes', async () => {
    const admin = await controller.as('admin');
    const all = await admin.get('saveShares', {
      body: {
        shares: [
          { organizationId: 'guild', sharePercent: 60, version: 1 },
          { organizationId: 'office', sharePercent: 20, version: 1 },
        ],
      },
    });
    expect(all.map(({ id, sharePercent }) => [id, sharePercent])).toEqual([
      ['fund', 20],
      ['guild', 60],
      ['office', 20],
    ]);
    expect(manifest().organizations.find(({ id }) => id === 'guild')?.sharePercent).toBe(60);
  });
});
