/** What two people do in the same moment, a hundred times each: one effect, one state, one audit row. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/problem.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { anEmergency } from '../../support/emergency.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const TIMES = 100;
const REASON = '연락이 닿지 않음';

let controller: TestController;
let officer: TestClient;
let second: TestClient;
let admin: TestClient;
let clock = 0;
beforeEach(async () => {
  clock = Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now: () => clock });
  officer = await controller.as('officer');
  second = await controller.as('second-officer');
  admin = await controller.as('admin');
});
afterEach(() => controller.stop());

interface Outcome {
  readonly problem: Problem | undefined;
}

async function ask() {
  const body = anEmergency({ expiresAt: clock + 60 * MINUTE_MS });
  const { request } = await officer.get('requestRelease', { body });
  return { id: request.id, params: { requestId: request.id }, body: { hash: request.hash } };
}

/** What the race left behind, since the newest audit row before it. */
async function left(requestId: string) {
  const { records } = controller.store;
  const request = await records.alarms.request(requestId);
  const announcements = await records.announcements.all();
  const own = announcements.filter(({ id }) => id === request?.announcementId);
  const audit = await records.audit.page(null, 10_000);
  const rows = audit.filter(
    ({ subjectId, after }) =>
      subjectId === requestId ||
      (typeof after === 'object' && after !== null && 'requestId' in after
        ? after.requestId === requestId
        : false),
  );
  const ends = rows.map(({ action }) => action).filter((one) => one !== 'announcement.request');
  return { state: request?.state, onAir: own.length, ends };
}

const refusals = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap(({ problem }) => (problem ? [problem.code] : []));

describe('one hundred times', () => {
  it('[A5] two release at once: one does', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const asked = await ask();
      const outcomes = await Promise.all([
        second.send('releaseAnnouncement', asked),
        admin.send('releaseAnnouncement', asked),
      ]);
      expect(refusals(outcomes)).toEqual(['conflict']);
      expect(await left(asked.id)).toEqual({
        ...{ state: 'released', onAir: 1, ends: ['announcement.release'] },
      });
    }
    expect(await controller.store.records.announcements.newestSeq()).toBe(TIMES);
  });

  it('[A5] a release and its end come at once: one happens, and the other is told', async () => {
    const endings = [
      (params: { requestId: string }) => officer.send('takeBackRelease', { params }),
      (params: { requestId: string }) =>
        admin.send('refuseRelease', { params, body: { reason: REASON } }),
      (params: { requestId: string }) =>
        officer.send('breakGlassOnRequest', { params, body: { reason: REASON } }),
    ] as const;
    const action = {
      released: 'announcement.release',
      'taken-back': 'announcement.take-request-back',
    };
    const known: Readonly<Record<string, string>> = {
      ...{ ...action, refused: 'announcement.refuse-release' },
      'break-glass': 'announcement.break-glass',
    };
    for (let round = 0; round < TIMES; round += 1) {
      const asked = await ask();
      const end = endings[round % endings.length]!;
      const both = [
        () => second.send('releaseAnnouncement', asked),
        () => end(asked.params),
      ] as const;
      const order = round % 2 === 0 ? both : both.toReversed();
      const outcomes: Outcome[] = await Promise.all(order.map((act) => act()));
      expect(refusals(outcomes)).toEqual(['conflict']);
      const { state = '', onAir, ends } = await left(asked.id);
      expect(ends).toEqual([known[state]]);
      expect(onAir).toBe(state === 'released' || state === 'break-glass' ? 1 : 0);
    }
  });

  it('[A5] a release after the time ran out puts nothing on air', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const asked = await ask();
      clock += 10 * MINUTE_MS;
      const outcomes = await Promise.all([
        second.send('releaseAnnouncement', asked),
        admin.send('releaseAnnouncement', asked),
      ]);
      expect(refusals(outcomes)).toEqual(['conflict', 'conflict']);
      expect(await left(asked.id)).toMatchObject({ onAir: 0, ends: [] });
    }
  });

  it('[A21] two lift at once what was just released: it is over once', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const asked = await ask();
      const { announcement } = await second.get('releaseAnnouncement', asked);
      const params = { announcementId: announcement.id };
      const outcomes = await Promise.all([
        second.send('clearAnnouncement', { params }),
        admin.send('clearAnnouncement', { params }),
      ]);
      expect(refusals(outcomes)).toEqual(['conflict']);
      const audit = await controller.store.records.audit.page(null, 10_000);
      const lifted = audit.filter(
        ({ action, subjectId }) => action === 'announcement.clear' && subjectId === announcement.id,
      );
      expect(lifted).toHaveLength(1);
    }
  });

  it('[A20] a correction and the lifting of what it corrects come at once: no emergency is left unreleased', async () => {
    for (let round = 0; round < TIMES; round += 1) {
      const asked = await ask();
      const { announcement } = await second.get('releaseAnnouncement', asked);
      const corrects = announcement.id;
      const body = anEmergency({ expiresAt: clock + 30 * MINUTE_MS, corrects });
      const both = [
        () => officer.send('sendAnnouncement', { body }),
        () => admin.send('clearAnnouncement', { params: { announcementId: corrects } }),
      ] as const;
      const order = round % 2 === 0 ? both : both.toReversed();
      const outcomes: Outcome[] = await Promise.all(order.map((act) => act()));
      expect(refusals(outcomes)).toEqual(['conflict']);
      const all = await controller.store.records.announcements.all();
      const corrections = all.filter((one) => one.corrects === corrects);
      expect(all.find(({ id }) => id === corrects)?.clearedAt).toBe(clock);
      expect(corrections.length).toBeLessThanOrEqual(1);
      for (const { id } of corrections)
        await admin.get('clearAnnouncement', { params: { announcementId: id } });
    }
  });
});
