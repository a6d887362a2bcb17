/** Drills and public boards. The rules: controller/announcements/RULES.md. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenFieldsOf } from '../../../controller/console/parts/screen-draft.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { anEmergency } from '../../support/emergency.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let officer: TestClient;
let admin: TestClient;
let hall: string;
let clock = 0;
beforeEach(async () => {
  clock = Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now: () => clock });
  officer = await controller.as('officer');
  admin = await controller.as('admin');
  const { screen } = await admin.get('createScreen', { body: await fieldsOf('board', false) });
  hall = screen.id;
});
afterEach(() => controller.stop());

async function fieldsOf(screenId: string, isPublic: boolean) {
  const screen = await controller.store.records.screens.get(screenId);
  return { ...screenFieldsOf(screen!), isPublic };
}

const drill = (screens: unknown, fields: object = {}) => ({
  body: anEmergency({ expiresAt: clock + 20 * MINUTE_MS, drill: true, screens, ...fields }),
});

describe('a drill', () => {
  it('[A30] goes out by one person to a board that is not in public', async () => {
    const { announcement } = await officer.get('sendAnnouncement', drill([hall]));
    expect(announcement).toMatchObject({ drill: true, screens: [hall] });
  });

  it.each([
    ['all boards', () => 'all'],
    ['a public one', () => ['board']],
    ['a public one among others', () => [hall, 'board']],
  ])('[A30] is refused for %s', async (_which, screens) => {
    for (const level of ['emergency', 'important', 'notice']) {
      const before = controller.fingerprint();
      const { problem } = await officer.send('sendAnnouncement', drill(screens(), { level }));
      expect(problem).toMatchObject({ code: 'invalid', fields: [{ path: 'screens' }] });
      expect(controller.fingerprint()).toBe(before);
    }
  });

  it('[A31] keeps its board from becoming public until it is over', async () => {
    const { announcement } = await officer.get('sendAnnouncement', drill([hall]));
    const publish = async () => {
      const body = { ...(await fieldsOf(hall, true)), version: 1 };
      return admin.send('saveScreen', { params: { screenId: hall }, body });
    };
    expect((await publish()).problem?.code).toBe('conflict');
    await officer.get('clearAnnouncement', { params: { announcementId: announcement.id } });
    expect((await publish()).problem).toBeUndefined();
    expect((await officer.send('sendAnnouncement', drill([hall]))).problem?.code).toBe('invalid');
  });
});
