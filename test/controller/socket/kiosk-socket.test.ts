import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../../shared/content/play.ts';
import type { Screen } from '../../../shared/content/screen.ts';
import type { AnnouncementNow, Newest, ScreenState } from '../../../shared/protocol/events.ts';
import type { Manifest, ManifestPatch } from '../../../shared/protocol/manifest.ts';
import { applyPatch } from '../../../shared/schedule/apply-patch.ts';
import {
  aHello,
  ask,
  cut,
  next,
  openConsole,
  openKiosk,
  value,
  type ConsoleClient,
  type KioskClient,
} from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { TestClient } from '../../support/test-client.ts';
import { aScreen, bookingFields } from '../../support/values.ts';

let controller: TestController;
let token: string;
let board: KioskClient;
const opened: (KioskClient | ConsoleClient)[] = [];

beforeEach(async () => {
  controller = await startTestController();
  token = await controller.deviceToken('board');
  board = await connect();
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await controller.stop();
});

async function connect(with_ = token): Promise<KioskClient> {
  const socket = await openKiosk(controller, with_);
  opened.push(socket);
  return socket;
}

async function watch(personId = 'officer'): Promise<ConsoleClient> {
  const socket = await openConsole(controller, personId);
  opened.push(socket);
  return socket;
}

async function pull(): Promise<{ manifest: Manifest; hash: string }> {
  const device = new TestClient(controller.origin, { authorization: `Bearer ${token}` });
  return device.get('pullManifest');
}

const notice = {
  level: 'important' as const,
  title: '안내',
  body: null,
  source: '도봉구청',
  screens: 'all' as const,
  drill: false,
  corrects: null,
  unblank: false,
};
const soon = () => Date.now() + 600_000;

describe('the boards’ namespace', () => {
  it('answers hello with the newest of everything', async () => {
    const newest = await value(ask<Newest>(board, 'kiosk:hello', aHello()));
    const { manifest, hash } = await pull();
    expect(newest).toMatchObject({
      screenId: 'board',
      manifestId: manifest.id,
      manifestRevision: manifest.revision,
      manifestHash: hash,
      announcementSeq: 0,
      screenVersion: 1,
    });
  });

  it('refuses a board of another protocol in words', async () => {
    expect(await ask(board, 'kiosk:hello', aHello({ protocol: 99 }))).toMatchObject({
      ok: false,
      code: 'outdated',
    });
  });

  it.each(['', 'x'.repeat(43), 'x'.repeat(10_000)])('lets no wrong token in', async (wrong) => {
    await expect(openKiosk(controller, wrong)).rejects.toThrow('unauthenticated');
  });

  it('[L13.5] keeps for the consoles what a board has no room for', async () => {
    const misfit = { slideId: 'bread', revisionId: 'bread-r1', message: '둘째 줄' };
    await value(ask(board, 'kiosk:problem', { kind: 'slide-misfit', ...misfit }));
    const states = controller.context.boards.states();
    expect(states.find(({ screenId }) => screenId === 'board')?.misfits).toEqual([misfit]);
  });

  it('pushes a patch that brings the board to the hash it names', async () => {
    const { manifest } = await pull();
    const manager = await controller.as('manager');
    const arrived = next<ManifestPatch>(board, 'manifest:changed');
    await manager.get('createBooking', { body: bookingFields({ slideIds: ['festival'] }) });
    const patch = await arrived;
    const after = applyPatch(manifest, patch);
    expect(after?.revision).toBe(manifest.revision + 1);
    expect(patch.hash).toBe((await pull()).hash);
  });

  it('names the newest revision at every beat, so that a gap is seen', async () => {
    const { manifest } = await pull();
    const manager = await controller.as('manager');
    await manager.get('createBooking', { body: bookingFields({ slideIds: ['festival'] }) });
    const newest = await value(ask<Newest>(board, 'kiosk:hello', aHello()));
    expect(newest.manifestRevision).toBe(manifest.revision + 1);
    expect((await pull()).hash).toBe(newest.manifestHash);
  });

  it('[S9] replans at once on a withdrawal and on 지금 송출', async () => {
    const manager = await controller.as('manager');
    const shown = next<ManifestPatch>(board, 'manifest:changed');
    const accepted = await manager.get('showSlideNow', {
      params: { slideId: 'festival' },
      body: { screens: 'all' },
    });
    expect(accepted.screenIds).toEqual(['board']);
    expect(await shown).toMatchObject({
      to: accepted.version,
      replan: { effectiveAt: expect.any(Number) as number, showNow: { slideId: 'festival' } },
    });
    const withdrawn = next<ManifestPatch>(board, 'manifest:changed');
    await manager.get('withdrawSlide', { params: { slideId: 'bread' }, body: { version: 1 } });
    const patch = await withdrawn;
    expect(patch.drop.slides).toContain('bread');
    expect(patch.replan).not.toBeNull();
  });

  it('pushes an announcement to every board and its receipt to the console', async () => {
    const officer = await controller.as('officer');
    const observer = await watch();
    const arrived = next<AnnouncementNow>(board, 'announcement:now');
    await officer.get('sendAnnouncement', { body: { ...notice, expiresAt: soon() } });
    const { announcement } = await arrived;
    const receipt: Receipt = {
      ...{ id: randomUUID(), kind: 'announcement', subjectId: announcement.id },
      ...{ version: announcement.seq, paintedAt: announcement.sentAt + 80 },
    };
    const relayed = next<{ latencyMs: number }>(observer, 'receipt:arrived');
    const batch = { receipts: [receipt] };
    expect(await ask(board, 'kiosk:receipts', batch)).toEqual({
      ok: true,
      value: { stored: [receipt.id] },
    });
    expect(await relayed).toMatchObject({ screenId: 'board', latencyMs: 80 });
    expect((await ask(board, 'kiosk:receipts', batch)).ok).toBe(true);
    const [view] = await officer.get('listAnnouncements');
    expect(view?.receipts).toHaveLength(1);
  });

  it('pushes an announcement also to boards that it does not name, so that none sees a gap', async () => {
    const admin = await controller.as('admin');
    const { screen } = await admin.get('createScreen', { body: screenBody() });
    const arrived = next<AnnouncementNow>(board, 'announcement:now');
    const officer = await controller.as('officer');
    await officer.get('sendAnnouncement', {
      body: { ...notice, screens: [screen.id], expiresAt: soon() },
    });
    const { announcement } = await arrived;
    expect(announcement).toMatchObject({ seq: 1, screens: [screen.id] });
    const newest = await value(ask<Newest>(board, 'kiosk:hello', aHello()));
    expect(newest.announcementSeq).toBe(1);
  });

  it('pushes a notice in the stream too: its slide is what the receipt tells of', async () => {
    const arrived = next<AnnouncementNow>(board, 'announcement:now');
    const officer = await controller.as('officer');
    await officer.get('sendAnnouncement', {
      body: { ...notice, level: 'notice', expiresAt: soon() },
    });
    const { announcement } = await arrived;
    expect(announcement).toMatchObject({ seq: 1, slideId: expect.any(String) as string });
  });

  it('cuts a revoked board and lets it in no more', async () => {
    const admin = await controller.as('admin');
    const gone = cut(board);
    await admin.get('revokeDevice', { params: { screenId: 'board' } });
    expect(await gone).toBe('io server disconnect');
    await expect(openKiosk(controller, token)).rejects.toThrow('unauthenticated');
  });

  it('keeps one socket for a device: the newer replaces the older', async () => {
    const gone = cut(board);
    const newer = await connect();
    await gone;
    expect((await ask(newer, 'kiosk:time', {})).ok).toBe(true);
  });

  it('tells the consoles who is connected, and what each last said', async () => {
    const observer = await watch('viewer');
    const state = next<ScreenState>(observer, 'screen:state');
    await ask(board, 'kiosk:hello', aHello());
    expect(await state).toMatchObject({ screenId: 'board', connected: true });
    const left = next<ScreenState>(observer, 'screen:state');
    board.disconnect();
    expect(await left).toMatchObject({ screenId: 'board', connected: false });
    const { screens } = await value(ask<{ screens: ScreenState[] }>(observer, 'console:hello', {}));
    expect(screens.map((screen) => screen.connected)).toEqual([false]);
  });

  it('tells a board that its own document changed, and gives commands', async () => {
    const officer = await controller.as('officer');
    const changed = next<{ version: number }>(board, 'screen:changed');
    const command = next(board, 'command:now');
    await officer.get('blankScreen', { params: { screenId: 'board' }, body: { minutes: 5 } });
    expect(await command).toMatchObject({ command: 'blank' });
    expect(await changed).toEqual({ version: 2 });
  });

  it('refuses further events beyond a socket’s budget and goes on afterwards', async () => {
    const replies = await Promise.all(
      Array.from({ length: 120 }, () => ask(board, 'kiosk:time', {})),
    );
    const refused = replies.filter((reply) => !reply.ok && reply.code === 'too-many');
    expect(refused.length).toBeGreaterThan(30);
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect((await ask(board, 'kiosk:time', {})).ok).toBe(true);
  });
});

function screenBody(): object {
  const sent: Partial<Screen> = aScreen({ name: '2번 출구' });
  delete sent.id;
  delete sent.version;
  delete sent.blankUntil;
  return sent;
}
