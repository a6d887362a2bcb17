/** A second person's release, over HTTP. The rules: controller/announcements/RULES.md. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenFieldsOf } from '../../../controller/console/parts/screen-draft.ts';
import type { AnnouncementView } from '../../../shared/protocol/http/screens.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { anEmergency, putEmergencyOnAir } from '../../support/emergency.ts';
import { next, openConsole, openKiosk } from '../../support/kiosk-client.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let officer: TestClient;
let second: TestClient;
let clock = 0;
beforeEach(async () => {
  clock = Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now: () => clock });
  officer = await controller.as('officer');
  second = await controller.as('second-officer');
});
afterEach(() => controller.stop());

const proposal = (fields: object = {}) =>
  anEmergency({ expiresAt: clock + 60 * MINUTE_MS, ...fields });

async function ask(fields: object = {}) {
  const { request } = await officer.get('requestRelease', { body: proposal(fields) });
  return { params: { requestId: request.id }, body: { hash: request.hash } };
}

async function onAir(): Promise<AnnouncementView[]> {
  return officer.get('listAnnouncements');
}

async function lastAudit(action: string) {
  const admin = await controller.as('admin');
  const { entries } = await admin.get('listAudit');
  return entries.find((entry) => entry.action === action);
}

describe('an emergency', () => {
  it('[A1] is not sent by one person, whoever that is', async () => {
    for (const person of ['officer', 'second-officer', 'admin'] as const) {
      const client = await controller.as(person);
      const before = controller.fingerprint();
      const { problem } = await client.send('sendAnnouncement', { body: proposal() });
      expect(problem?.code).toBe('conflict');
      expect(controller.fingerprint()).toBe(before);
    }
  });

  it('[A1] is not let out as the correction of a notice, of a drill or of one that is over', async () => {
    const send = (fields: object) => officer.get('sendAnnouncement', { body: proposal(fields) });
    const important = await send({ level: 'important' });
    const training = await trainingBoard();
    const drill = await send({ drill: true, screens: [training] });
    const over = await putEmergencyOnAir(controller, { expiresAt: clock + MINUTE_MS });
    clock += MINUTE_MS;
    for (const { announcement } of [important, drill, over]) {
      const body = proposal({ corrects: announcement.id });
      const { problem } = await officer.send('sendAnnouncement', { body });
      expect(problem?.code).toBe('conflict');
    }
  });

  it('[A1] asks for no release where it needs none', async () => {
    const { problem } = await officer.send('requestRelease', {
      body: proposal({ level: 'important' }),
    });
    expect(problem?.code).toBe('conflict');
  });

  it.each([
    { why: 'an expiry that has passed', fields: { expiresAt: 1 }, path: 'expiresAt' },
    { why: 'a blank', fields: { title: '〔장소〕에서 나오십시오' }, path: 'title' },
    { why: 'a correction of nothing', fields: { corrects: 'nothing' }, path: 'corrects' },
    { why: 'a board that there is not', fields: { screens: ['nowhere'] }, path: 'screens.0' },
  ])('[A40] is not asked for with $why', async ({ fields, path }) => {
    const before = controller.fingerprint();
    const { problem } = await officer.send('requestRelease', { body: proposal(fields) });
    expect(problem).toMatchObject({ code: 'invalid', fields: [{ path }] });
    expect(controller.fingerprint()).toBe(before);
  });
});

describe('a request', () => {
  it('[A2] is seen at once by who may release it, whole, and shows nothing on any board', async () => {
    const watching = await openConsole(controller, 'second-officer');
    const told = next<{ kinds: string[] }>(watching, 'content:changed');
    await ask({ body: '중랑천에서 나오십시오.' });
    expect((await told).kinds).toContain('announcements');
    watching.disconnect();
    const { requests } = await second.get('listAlarms');
    expect(requests).toMatchObject([
      {
        requestedBy: 'officer',
        request: { state: 'waiting', proposal: { body: '중랑천에서 나오십시오.' } },
      },
    ]);
    expect(await onAir()).toEqual([]);
    const manager = await controller.as('manager');
    expect((await manager.get('listAlarms')).requests).toEqual([]);
  });

  it('[A3] of one is released by another, and on the boards in that moment', async () => {
    const board = await openKiosk(controller, await controller.deviceToken('board'));
    const shown = next<{ announcement: object }>(board, 'announcement:now');
    const asked = await ask();
    clock += 3 * MINUTE_MS;
    const { announcement } = await second.get('releaseAnnouncement', asked);
    expect(announcement).toMatchObject({ sentBy: 'officer', sentAt: clock, level: 'emergency' });
    expect(await shown).toEqual({ announcement });
    board.disconnect();
    expect(await lastAudit('announcement.release')).toMatchObject({
      personId: 'second-officer',
      subjectId: announcement.id,
      after: { requestedBy: 'officer', releasedBy: 'second-officer', hash: asked.body.hash },
    });
  });

  it('[A3] is not released or refused by who asked', async () => {
    const asked = await ask();
    const before = controller.fingerprint();
    const own = await officer.send('releaseAnnouncement', asked);
    expect(own.problem?.code).toBe('forbidden');
    expect(own.problem?.title).toContain('직접 요청한');
    const body = { reason: '생각이 바뀌었습니다' };
    const refused = await officer.send('refuseRelease', { ...asked, body });
    expect(refused.problem?.code).toBe('forbidden');
    expect(controller.fingerprint()).toBe(before);
  });

  it('[A4] is not released by the hash of other words, nor with words that were changed behind it', async () => {
    const other = await ask({ title: '다른 글' });
    const asked = await ask();
    const mixed = { ...asked, body: other.body };
    expect((await second.send('releaseAnnouncement', mixed)).problem?.code).toBe('conflict');
    await controller.store.transact(async (records) => {
      const request = await records.alarms.request(asked.params.requestId);
      const swapped = { ...request!.proposal, title: '바꿔치기' };
      await records.alarms.putRequest({ ...request!, proposal: swapped });
    });
    expect((await second.send('releaseAnnouncement', asked)).problem?.code).toBe('conflict');
    expect(await onAir()).toEqual([]);
  });

  it('[A5] waits ten minutes and not a millisecond longer', async () => {
    const late = await ask();
    const inTime = await ask();
    clock += 10 * MINUTE_MS - 1;
    await second.get('releaseAnnouncement', inTime);
    clock += 1;
    const { problem } = await second.send('releaseAnnouncement', late);
    expect(problem?.code).toBe('conflict');
    const { requests } = await second.get('listAlarms');
    expect(requests.map(({ request }) => request.state).sort()).toEqual(['lapsed', 'released']);
  });

  it('[A5] waits no longer than the emergency would be on air', async () => {
    const short = await ask({ expiresAt: clock + 2 * MINUTE_MS });
    clock += 2 * MINUTE_MS;
    expect((await second.send('releaseAnnouncement', short)).problem?.code).toBe('conflict');
  });

  it.each([
    ['refused', 'refuseRelease', 'second-officer'],
    ['taken back', 'takeBackRelease', 'officer'],
  ] as const)('[A5] that was %s is not released', async (_how, verb, by) => {
    const asked = await ask();
    const client = await controller.as(by);
    const { params } = asked;
    if (verb === 'refuseRelease')
      await client.get(verb, { params, body: { reason: '등급이 맞지 않음' } });
    else await client.get(verb, { params });
    expect((await second.send('releaseAnnouncement', asked)).problem?.code).toBe('conflict');
    expect(await onAir()).toEqual([]);
  });

  it('[A6] is taken back only by who asked; a refusal is told with its reason', async () => {
    const { params } = await ask();
    expect((await second.send('takeBackRelease', { params })).problem?.code).toBe('forbidden');
    const short = await second.send('refuseRelease', { params, body: { reason: '음' } });
    expect(short.problem).toMatchObject({ code: 'invalid', fields: [{ path: 'reason' }] });
    await second.get('refuseRelease', { params, body: { reason: '등급이 맞지 않음' } });
    const { requests } = await officer.get('listAlarms');
    expect(requests).toMatchObject([
      { decidedBy: 'second-officer', request: { state: 'refused', reason: '등급이 맞지 않음' } },
    ]);
  });

  it('[A7] of a person who lost the right is not released', async () => {
    const asked = await ask();
    const admin = await controller.as('admin');
    const { people } = controller.store.records;
    const person = await people.get('officer');
    await admin.get('savePerson', {
      params: { personId: 'officer' },
      body: {
        ...{ displayName: 'officer', email: null, version: person!.version, disabled: true },
        grants: person!.grants,
      },
    });
    expect((await second.send('releaseAnnouncement', asked)).problem?.code).toBe('conflict');
  });
});

/** A board in no public place. */
async function trainingBoard(): Promise<string> {
  const admin = await controller.as('admin');
  const [view] = await admin.get('listScreens');
  const fields = { ...screenFieldsOf(view!.screen), name: '훈련장', isPublic: false };
  const { screen } = await admin.get('createScreen', { body: fields });
  return screen.id;
}
