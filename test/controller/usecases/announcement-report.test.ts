/** What can be proved of an announcement. The rules: controller/announcements/RULES.md. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../../shared/content/play.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { anEmergency, putEmergencyOnAir } from '../../support/emergency.ts';
import { aHello, ask, openKiosk, value, type KioskClient } from '../../support/kiosk-client.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

let controller: TestController;
let officer: TestClient;
let board: KioskClient;
let clock = 0;
beforeEach(async () => {
  clock = Date.parse('2026-11-23T12:00:00+09:00');
  controller = await startTestController({ now: () => clock });
  officer = await controller.as('officer');
  board = await openKiosk(controller, await controller.deviceToken('board'));
  await value(ask(board, 'kiosk:hello', aHello()));
});
afterEach(async () => {
  board.disconnect();
  await controller.stop();
});

const fields = () => ({ expiresAt: clock + 60 * MINUTE_MS });
const reportOf = (announcementId: string) =>
  officer.get('readAnnouncementReport', { params: { announcementId } });

async function painted(receipt: Pick<Receipt, 'kind' | 'subjectId' | 'version'>): Promise<void> {
  const receipts = [{ ...receipt, id: randomUUID(), paintedAt: clock }];
  await value(ask(board, 'kiosk:receipts', { receipts }));
}

describe('the report', () => {
  it('[A60] says who asked, who released, when it was seen, for how long, and who lifted it', async () => {
    const { announcement } = await putEmergencyOnAir(controller, fields());
    const { id, seq } = announcement;
    expect((await reportOf(id)).boards).toMatchObject([{ paintedAt: null, goneAt: null }]);
    const sentAt = clock;
    clock += 300;
    await painted({ kind: 'announcement', subjectId: id, version: seq });
    expect((await reportOf(id)).end.kind).toBe('live');
    clock += 5 * MINUTE_MS;
    const second = await controller.as('second-officer');
    const lifted = await second.get('clearAnnouncement', { params: { announcementId: id } });
    clock += 200;
    await painted({ kind: 'all-clear', subjectId: id, version: lifted.announcement.seq });
    const report = await reportOf(id);
    expect(report).toMatchObject({
      sentBy: 'officer',
      release: { kind: 'released', requestedAt: sentAt, decidedBy: 'second-officer', reason: null },
      end: { kind: 'cleared', at: clock - 200, by: 'second-officer', correction: null },
      boards: [{ name: '광장 전광판', paintedAt: sentAt + 300, latencyMs: 300, goneAt: clock }],
    });
  });

  it('[A60] says why the glass was broken', async () => {
    const reason = '연락이 닿지 않음';
    const { announcement } = await officer.get('breakGlass', {
      body: { ...anEmergency(fields()), reason },
    });
    expect((await reportOf(announcement.id)).release).toMatchObject({
      ...{ kind: 'break-glass', decidedBy: 'officer', reason },
    });
  });

  it('[A60] names what took its place, and an end that nobody made', async () => {
    const { announcement } = await putEmergencyOnAir(controller, fields());
    const body = anEmergency({ ...fields(), corrects: announcement.id, title: '대피소 정정' });
    const correction = await officer.get('sendAnnouncement', { body });
    expect((await reportOf(announcement.id)).end).toEqual({
      ...{ kind: 'corrected', at: clock, by: 'officer', correction: '대피소 정정' },
    });
    const { id, seq } = correction.announcement;
    clock += 100;
    await painted({ kind: 'announcement', subjectId: id, version: seq });
    clock = body.expiresAt;
    const over = await reportOf(id);
    expect(over.end).toEqual({ kind: 'expired', at: clock, by: null, correction: null });
    expect(over.boards).toMatchObject([{ goneAt: clock }]);
    expect(over.release).toBeNull();
  });

  it('[A60] is not for who may not send', async () => {
    const { announcement } = await putEmergencyOnAir(controller, fields());
    const manager = await controller.as('manager');
    const params = { announcementId: announcement.id };
    expect((await manager.send('readAnnouncementReport', { params })).problem?.code).toBe(
      'forbidden',
    );
  });
});
