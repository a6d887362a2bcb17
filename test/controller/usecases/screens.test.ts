import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Screen } from '../../../shared/content/screen.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { aScreen } from '../../support/values.ts';

const SCREEN = { params: { screenId: 'board' } };
const NOON = Date.parse('2026-11-23T12:00:00+09:00');

let controller: TestController;
let admin: TestClient;
let clock = NOON;
beforeEach(async () => {
  clock = NOON;
  controller = await startTestController({ now: () => clock });
  admin = await controller.as('admin');
});
afterEach(() => controller.stop());

function fields(of: Partial<Screen> = {}): object {
  const sent: Partial<Screen> = aScreen(of);
  delete sent.id;
  delete sent.version;
  delete sent.blankUntil;
  return sent;
}

describe('screens', () => {
  it('a new board plays what is booked for all', async () => {
    const { screen } = await admin.get('createScreen', { body: fields({ name: '2번 출구' }) });
    const params = { screenId: screen.id };
    const { manifest } = await admin.get('readScreenManifest', { params });
    expect(manifest.bookings.map((booking) => booking.id)).toEqual([
      'bread-booking',
      'news-booking',
    ]);
  });

  it('[S1] new hours move the plan at once', async () => {
    const week = Array.from({ length: 7 }, () => ({ fromMinute: 600, toMinute: 1200 }));
    await admin.get('saveScreen', { ...SCREEN, body: { ...fields({ week }), version: 1 } });
    const { slots } = await admin.get('readPlan', { ...SCREEN, query: { date: '2026-11-24' } });
    expect(slots[0]?.startMs).toBe(Date.parse('2026-11-24T10:00:00+09:00'));
    expect(slots.at(-1)?.endMs).toBe(Date.parse('2026-11-24T20:00:00+09:00'));
  });

  it('[S9] shows any past day as it came about, and the revision that it ended with', async () => {
    const query = { date: '2026-11-23' };
    const today = await admin.get('readPlan', { ...SCREEN, query });
    clock += 86_400_000;
    admin = await controller.as('admin');
    const week = Array.from({ length: 7 }, () => ({ fromMinute: 600, toMinute: 1200 }));
    await admin.get('saveScreen', { ...SCREEN, body: { ...fields({ week }), version: 1 } });
    expect(await admin.get('readPlan', { ...SCREEN, query })).toEqual(today);
    const before = await admin.get('readPlan', { ...SCREEN, query: { date: '2026-11-01' } });
    expect(before).toEqual({ date: '2026-11-01', manifestRevision: 2, slots: [] });
  });

  it('refuses a zone that does not exist, an old version and an unknown board', async () => {
    const bad = { ...SCREEN, body: { ...fields({ zone: 'Mars/Olympus' }), version: 1 } };
    expect((await admin.send('saveScreen', bad)).problem?.fields?.[0]?.path).toBe('zone');
    const stale = { ...SCREEN, body: { ...fields(), version: 7 } };
    expect((await admin.send('saveScreen', stale)).problem?.code).toBe('conflict');
    const unknown = { params: { screenId: 'nowhere' } };
    for (const sent of [
      await admin.send('saveScreen', { ...unknown, body: { ...fields(), version: 1 } }),
      await admin.send('readPlan', { ...unknown, query: { date: '2026-11-24' } }),
      await admin.send('readScreenManifest', unknown),
      await admin.send('blankScreen', { ...unknown, body: { minutes: 1 } }),
      await admin.send('commandScreen', { ...unknown, body: { command: 'identify' } }),
    ])
      expect(sent.problem?.code).toBe('not-found');
  });

  it('[S3] a blank ends by itself, and 0 lights the board again', async () => {
    const officer = await controller.as('officer');
    const dark = await officer.get('blankScreen', { ...SCREEN, body: { minutes: 60 } });
    expect(dark.screen.blankUntil).toBe(NOON + 3_600_000);
    const longer = await officer.send('blankScreen', { ...SCREEN, body: { minutes: 61 } });
    expect(longer.problem?.code).toBe('invalid');
    const lit = await officer.get('blankScreen', { ...SCREEN, body: { minutes: 0 } });
    expect(lit.screen.blankUntil).toBeNull();
  });

  it('says that a board which is not connected cannot be commanded', async () => {
    const sent = await admin.send('commandScreen', { ...SCREEN, body: { command: 'identify' } });
    expect(sent.problem?.code).toBe('unavailable');
  });

  it.each(['manager', 'viewer', 'baker', 'guild-admin'] as const)(
    'leaves boards as they are for %s',
    async (personId) => {
      const client = await controller.as(personId);
      const before = controller.fingerprint();
      for (const sent of [
        await client.send('createScreen', { body: fields() }),
        await client.send('saveScreen', { ...SCREEN, body: { ...fields(), version: 1 } }),
        await client.send('commandScreen', { ...SCREEN, body: { command: 'reload' } }),
      ])
        expect(sent.problem?.code).toBe('forbidden');
      expect(controller.fingerprint()).toBe(before);
    },
  );
});

describe('showSlideNow', () => {
  it('[S9] charges the slide’s booking, and nobody where it has none', async () => {
    const manager = await controller.as('manager');
    for (const [slideId, bookingId] of [
      ['bread', 'bread-booking'],
      ['noodles', null],
    ] as const) {
      clock += 60_000;
      const shown = await manager.get('showSlideNow', {
        params: { slideId },
        body: { screens: ['board'] },
      });
      expect(shown).toMatchObject({ acceptedAt: clock, screenIds: ['board'] });
      const { manifest } = await admin.get('readScreenManifest', SCREEN);
      expect(manifest.carry?.showNow).toMatchObject({ slideId, bookingId });
      expect(manifest.revision).toBe(shown.version);
    }
  });

  it('leaves out boards outside of their hours, and says why where none is open', async () => {
    const week = Array.from({ length: 7 }, () => ({ fromMinute: 600, toMinute: 660 }));
    const { screen } = await admin.get('createScreen', { body: fields({ week }) });
    const manager = await controller.as('manager');
    const show = { params: { slideId: 'bread' }, body: { screens: 'all' } };
    expect((await manager.get('showSlideNow', show)).screenIds).toEqual(['board']);
    const closed = { ...show, body: { screens: [screen.id] } };
    const { problem } = await manager.send('showSlideNow', closed);
    expect(problem).toMatchObject({ code: 'conflict' });
    expect(problem?.title).toContain('운영 시간이 아니어서');
  });

  it('refuses what is not on air, another partner’s slide and unknown boards', async () => {
    const manager = await controller.as('manager');
    const show = (slideId: string, screens: unknown = 'all') =>
      manager.send('showSlideNow', { params: { slideId }, body: { screens } });
    expect((await show('news')).problem?.code).toBe('forbidden');
    expect((await show('nothing')).problem?.code).toBe('not-found');
    expect((await show('bread', ['board', 'nowhere'])).problem?.code).toBe('invalid');
    await manager.get('withdrawSlide', { params: { slideId: 'bread' }, body: { version: 1 } });
    expect((await show('bread')).problem?.code).toBe('conflict');
  });
});
