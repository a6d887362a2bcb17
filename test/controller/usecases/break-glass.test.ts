/** 비상 단독 송출, corrections, and who is told. The rules: controller/announcements/RULES.md. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../../shared/content/alert.ts';
import { lapseReleases } from '../../../controller/usecases/end-release.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { anEmergency, putEmergencyOnAir } from '../../support/emergency.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const REASON = '당직 중 다른 담당자와 연락이 닿지 않음';

let controller: TestController;
let officer: TestClient;
let clock = 0;
let mailed: Alert[] = [];
beforeEach(async () => {
  clock = Date.parse('2026-11-23T03:00:00+09:00');
  mailed = [];
  const desk = {
    channel: 'mail',
    to: 'desk@example.kr',
    send: (alerts: readonly Alert[]) => {
      mailed.push(...alerts);
      return Promise.resolve();
    },
  } as const;
  controller = await startTestController({ now: () => clock, senders: [desk] });
  officer = await controller.as('officer');
});
afterEach(() => controller.stop());

const alone = (fields: object = {}) => ({
  body: { ...anEmergency({ expiresAt: clock + 60 * MINUTE_MS }), reason: REASON, ...fields },
});

async function notesOf(personId: PersonId) {
  return (await (await controller.as(personId)).get('listAlarms')).notes;
}

describe('break-glass', () => {
  it('[A10] puts an emergency on air at once, and the audit log keeps why', async () => {
    const { announcement } = await officer.get('breakGlass', alone());
    expect(announcement).toMatchObject({ sentAt: clock, sentBy: 'officer', clearedAt: null });
    const { entries } = await (await controller.as('admin')).get('listAudit');
    expect(entries[0]).toMatchObject({
      action: 'announcement.break-glass',
      subjectId: announcement.id,
      after: { reason: REASON },
    });
  });

  it('[A10] asks who signed in long ago to sign in again', async () => {
    clock += 11 * MINUTE_MS;
    const before = controller.fingerprint();
    const { problem } = await officer.send('breakGlass', alone());
    expect(problem?.code).toBe('step-up-needed');
    expect(controller.fingerprint()).toBe(before);
  });

  it.each(['', '급함', '    급함    '])(
    '[A10] asks for a reason in words: “%s”',
    async (reason) => {
      const { problem } = await officer.send('breakGlass', alone({ reason }));
      expect(problem?.code).toBe('invalid');
      expect(problem?.fields?.[0]?.path).toBe('reason');
    },
  );

  it('[A10] is for emergencies only', async () => {
    const { problem } = await officer.send('breakGlass', alone({ level: 'important' }));
    expect(problem?.code).toBe('conflict');
  });

  it('[A11] tells everybody who runs the board, and nobody else, until each says that they know', async () => {
    await officer.get('breakGlass', alone());
    const told = ['second-officer', 'manager', 'admin', 'guild-admin'] as const;
    for (const person of told)
      expect(await notesOf(person), person).toMatchObject([
        { kind: 'break-glass', by: 'officer', reason: REASON, title: '호우경보' },
      ]);
    for (const person of ['officer', 'baker', 'viewer'] as const)
      expect(await notesOf(person), person).toEqual([]);
    const manager = await controller.as('manager');
    const [note] = await notesOf('manager');
    await manager.get('acknowledgeAlarm', { params: { noteId: note!.id } });
    expect(await notesOf('manager')).toEqual([]);
    expect(await notesOf('admin')).toHaveLength(1);
    const before = controller.fingerprint();
    await manager.get('acknowledgeAlarm', { params: { noteId: note!.id } });
    expect(controller.fingerprint()).toBe(before);
    const viewer = await controller.as('viewer');
    const strange = await viewer.send('acknowledgeAlarm', { params: { noteId: note!.id } });
    expect(strange.problem?.code).toBe('not-found');
  });

  it('[A11] sends an alert with who, why and what in the next round', async () => {
    await officer.get('breakGlass', alone());
    await controller.alerts.deliver();
    expect(mailed).toMatchObject([{ kind: 'emergency', screenIds: ['board'] }]);
    for (const words of ['officer', REASON, '호우경보', '광장 전광판'])
      expect(mailed[0]?.text).toContain(words);
  });

  it('[A12] asks who signed in long ago to sign in again, for their own request too', async () => {
    clock += 5 * MINUTE_MS;
    const { request } = await officer.get('requestRelease', {
      body: anEmergency({ expiresAt: clock + 60 * MINUTE_MS }),
    });
    clock += 6 * MINUTE_MS;
    const before = controller.fingerprint();
    const { problem } = await officer.send('breakGlassOnRequest', {
      params: { requestId: request.id },
      body: { reason: REASON },
    });
    expect(problem?.code).toBe('step-up-needed');
    expect(controller.fingerprint()).toBe(before);
  });

  it('[A12] ends the waiting of one’s own request, and takes no other’s', async () => {
    const { request } = await officer.get('requestRelease', {
      body: anEmergency({ expiresAt: clock + 60 * MINUTE_MS }),
    });
    const asked = { params: { requestId: request.id } };
    const second = await controller.as('second-officer');
    const strange = await second.send('breakGlassOnRequest', {
      ...asked,
      body: { reason: REASON },
    });
    expect(strange.problem?.code).toBe('forbidden');
    const { announcement } = await officer.get('breakGlassOnRequest', {
      ...asked,
      body: { reason: REASON },
    });
    expect(announcement.sentBy).toBe('officer');
    const late = await second.send('releaseAnnouncement', {
      ...asked,
      body: { hash: request.hash },
    });
    expect(late.problem?.code).toBe('conflict');
    expect(await notesOf('manager')).toHaveLength(1);
  });
});

describe('a request', () => {
  it('[A2] is told by an alert with the whole text and the end of its waiting', async () => {
    await officer.get('requestRelease', {
      body: anEmergency({ expiresAt: clock + 60 * MINUTE_MS, body: '중랑천에서 나오십시오.' }),
    });
    await controller.alerts.deliver();
    expect(mailed[0]?.subject).toBe('[전자게시대] 긴급 송출 승인을 기다립니다: 호우경보');
    expect(mailed[0]?.text).toContain('중랑천에서 나오십시오.');
    expect(mailed[0]?.text).toContain('2026년 11월 23일(월) 오전 3:10이 지나면');
  });

  it('[A5] that lapsed is written down once', async () => {
    await officer.get('requestRelease', { body: anEmergency({ expiresAt: clock + 3_600_000 }) });
    expect(await lapseReleases(controller.context)).toBeNull();
    clock += 10 * MINUTE_MS;
    expect(await lapseReleases(controller.context)).toEqual({ lapsed: 1 });
    expect(await lapseReleases(controller.context)).toBeNull();
  });
});

describe('a correction of an emergency that is on air', () => {
  it('[A20] goes out at once, takes its place, and everybody is told', async () => {
    const wrong = await putEmergencyOnAir(controller, { expiresAt: clock + 60 * MINUTE_MS });
    const corrects = wrong.announcement.id;
    const body = anEmergency({ expiresAt: clock + 30 * MINUTE_MS, corrects, title: '대피소 정정' });
    const right = await officer.get('sendAnnouncement', { body });
    expect(right.announcement).toMatchObject({ corrects, clearedAt: null });
    expect(await notesOf('manager')).toMatchObject([{ kind: 'correction', title: '대피소 정정' }]);
    await controller.alerts.deliver();
    const subjects = mailed.map(({ subject }) => subject);
    expect(subjects.filter((one) => one.includes('긴급 송출을 정정했습니다'))).toHaveLength(1);
    const { entries } = await (await controller.as('admin')).get('listAudit');
    expect(entries.map(({ action }) => action)).toContain('announcement.correct');
  });

  it('[A20] does not reach a board that the emergency is not on', async () => {
    const wrong = await putEmergencyOnAir(controller, {
      ...{ expiresAt: clock + 60 * MINUTE_MS, screens: ['board'] },
    });
    const corrects = wrong.announcement.id;
    const body = anEmergency({ expiresAt: clock + 30 * MINUTE_MS, corrects });
    const { problem } = await officer.send('sendAnnouncement', { body });
    expect(problem).toMatchObject({ code: 'invalid', fields: [{ path: 'screens' }] });
  });
});
