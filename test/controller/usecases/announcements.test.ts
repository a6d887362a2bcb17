import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateInZone } from '../../../controller/manifest/offsets.ts';
import { dayPlan } from '../../../shared/schedule/day-plan.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import { putEmergencyOnAir } from '../../support/emergency.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let officer: TestClient;
let clock = 0;
beforeEach(async () => {
  clock = Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now: () => clock });
  officer = await controller.as('officer');
});
afterEach(() => controller.stop());

function announcement(fields: object = {}) {
  return {
    body: {
      level: 'important',
      title: '창동교 통제 안내',
      body: null,
      source: '도봉구청 안전총괄과',
      screens: 'all',
      expiresAt: clock + 60 * MINUTE_MS,
      drill: false,
      corrects: null,
      unblank: false,
      ...fields,
    },
  };
}

async function pulled() {
  const token = await controller.deviceToken('board');
  const response = await fetch(`${controller.origin}/api/device/board`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as {
    announcements: { id: string; seq: number; clearedAt: number | null }[];
    announcementSeq: number;
    screen: { blankUntil: number | null };
  };
}

describe('sendAnnouncement', () => {
  it.each([
    { why: 'an expiry that has passed', fields: { expiresAt: 1 }, path: 'expiresAt' },
    {
      why: 'an emergency over 24 hours',
      fields: { level: 'emergency', expiresAt: Date.parse('2026-11-24T12:00:01+09:00') },
      path: 'expiresAt',
    },
    {
      why: 'a notice over 31 days',
      fields: { level: 'notice', expiresAt: Date.parse('2026-12-24T12:00:01+09:00') },
      path: 'expiresAt',
    },
    { why: 'a drill on all boards', fields: { drill: true }, path: 'screens' },
    {
      why: 'a screen that does not exist',
      fields: { screens: ['board', 'nowhere'] },
      path: 'screens.1',
    },
    { why: 'a correction of nothing', fields: { corrects: 'nothing' }, path: 'corrects' },
  ])('refuses $why and changes nothing', async ({ fields, path }) => {
    const before = controller.fingerprint();
    const { problem } = await officer.send('sendAnnouncement', announcement(fields));
    expect(problem).toMatchObject({ code: 'invalid', fields: [{ path }] });
    expect(controller.fingerprint()).toBe(before);
  });

  it.each(['manager', 'viewer', 'baker'] as const)('is not for %s', async (personId) => {
    const client = await controller.as(personId);
    const { problem } = await client.send('sendAnnouncement', announcement());
    expect(problem?.code).toBe('forbidden');
  });

  it('gives each change its own place in the stream', async () => {
    const first = await officer.get('sendAnnouncement', announcement());
    const second = await putEmergencyOnAir(controller, { expiresAt: clock + MINUTE_MS });
    expect([first.announcement.seq, second.announcement.seq]).toEqual([1, 2]);
    const cleared = await officer.get('clearAnnouncement', {
      params: { announcementId: second.announcement.id },
    });
    expect(cleared.announcement).toMatchObject({ seq: 3, clearedAt: clock });
    const board = await pulled();
    expect(board.announcementSeq).toBe(3);
    expect(board.announcements.map(({ id }) => id).sort()).toEqual(
      [first.announcement.id, second.announcement.id].sort(),
    );
    const twice = await officer.send('clearAnnouncement', {
      params: { announcementId: second.announcement.id },
    });
    expect(twice.problem?.code).toBe('conflict');
  });

  it('lifts what it corrects in the same change', async () => {
    const wrong = await putEmergencyOnAir(controller, { expiresAt: clock + MINUTE_MS });
    const right = await officer.get(
      'sendAnnouncement',
      announcement({ level: 'emergency', title: '정정', corrects: wrong.announcement.id }),
    );
    expect(right.announcement.corrects).toBe(wrong.announcement.id);
    const listed = await officer.get('listAnnouncements');
    const lifted = listed.find((view) => view.announcement.id === wrong.announcement.id);
    expect(lifted?.announcement.clearedAt).toBe(clock);
  });

  it('lights blanked boards when asked to', async () => {
    await officer.get('blankScreen', { params: { screenId: 'board' }, body: { minutes: 30 } });
    const expiresAt = clock + MINUTE_MS;
    await putEmergencyOnAir(controller, { expiresAt });
    expect((await pulled()).screen.blankUntil).not.toBeNull();
    await putEmergencyOnAir(controller, { expiresAt, unblank: true });
    expect((await pulled()).screen.blankUntil).toBeNull();
  });

  it('puts a notice into the loop of the district, whole, and takes it out again', async () => {
    const words = Array.from({ length: 60 }, (_, index) => `안내말${index}`).join(' ');
    const { announcement: sent } = await officer.get(
      'sendAnnouncement',
      announcement({ level: 'notice', body: words, expiresAt: clock + 3 * DAY_MS }),
    );
    const { manifest } = controller.context.manifests.ofScreen('board') ?? {};
    const booking = manifest?.bookings.find((one) => one.id === sent.bookingId);
    expect(booking).toMatchObject({ organizationId: 'office', fromMinute: 0, toMinute: 1440 });
    expect(manifest?.carry?.showNow?.slideId).toBe(sent.slideId);
    const lines = (booking?.slideIds ?? []).flatMap((id) => {
      const content = manifest?.slides.find((slide) => slide.id === id)?.content;
      return content?.template === 'notice' ? content.lines.map((line) => line.ko) : [];
    });
    expect(lines.join(' ')).toBe(words);
    expect((await pulled()).announcements).toMatchObject([{ id: sent.id }]);
    await officer.get('clearAnnouncement', { params: { announcementId: sent.id } });
    const after = controller.context.manifests.ofScreen('board')?.manifest;
    expect(after?.bookings.some((one) => one.id === sent.bookingId)).toBe(false);
    expect(after?.slides.some((one) => one.id === sent.slideId)).toBe(false);
  });

  it('[S9] a notice leaves the plan to the second, in the middle of a window', async () => {
    const expiresAt = clock + 90_500;
    const { announcement: sent } = await officer.get(
      'sendAnnouncement',
      announcement({ level: 'notice', expiresAt }),
    );
    const { manifest } = controller.context.manifests.ofScreen('board') ?? {};
    expect(manifest?.bookings.find((one) => one.id === sent.bookingId)).toMatchObject({
      endsAt: expiresAt,
    });
    const slots = dayPlan(manifest!, dateInZone('Asia/Seoul', clock));
    const own = slots.filter(({ bookingId }) => bookingId === sent.bookingId);
    expect(own.length).toBeGreaterThan(0);
    expect(Math.max(...own.map(({ endMs }) => endMs))).toBeLessThanOrEqual(expiresAt);
  });
});
