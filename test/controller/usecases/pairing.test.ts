import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureBoardLink } from '../../../controller/usecases/board-link.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { cut, openKiosk } from '../../support/kiosk-client.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const SCREEN = { params: { screenId: 'board' } };
const VIEWPORT = { body: { viewportWidthPx: 1920, viewportHeightPx: 1080 } };

let controller: TestController;
let admin: TestClient;
let clock = 0;
beforeEach(async () => {
  clock = Date.now();
  controller = await startTestController({ now: () => clock });
  admin = await controller.as('admin');
});
afterEach(() => controller.stop());

async function pairByCode() {
  const { code, pairingId, secret } = await controller.anonymous.get('startPairing', VIEWPORT);
  await admin.get('confirmPairing', { ...SCREEN, body: { code } });
  return { pairingId, secret };
}

describe('pairing by code', () => {
  it('hands the token out once, to the board that asked', async () => {
    const asked = await controller.anonymous.get('startPairing', VIEWPORT);
    const body = { pairingId: asked.pairingId, secret: asked.secret };
    expect(asked.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(await controller.anonymous.get('pollPairing', { body })).toEqual({ paired: null });
    await admin.get('confirmPairing', { ...SCREEN, body: { code: asked.code } });
    const stranger = { ...body, secret: 'x'.repeat(43) };
    const refused = await controller.anonymous.send('pollPairing', { body: stranger });
    expect(refused.problem?.code).toBe('gone');
    const { paired } = await controller.anonymous.get('pollPairing', { body });
    expect(paired?.screenId).toBe('board');
    const again = await controller.anonymous.send('pollPairing', { body });
    expect(again.problem?.code).toBe('gone');
    const socket = await openKiosk(controller, paired?.token ?? '');
    socket.disconnect();
    const [view] = await admin.get('listScreens');
    expect(view?.device).toMatchObject({ screenId: 'board', revokedAt: null });
    expect(view?.device).not.toHaveProperty('tokenHash');
  });

  it('replaces a PC: the old one is cut, bookings and the plan stay', async () => {
    const old = await openKiosk(controller, await controller.deviceToken('board'));
    const before = controller.context.manifests.ofScreen('board');
    const gone = cut(old);
    const body = await pairByCode();
    await gone;
    const { paired } = await controller.anonymous.get('pollPairing', { body });
    (await openKiosk(controller, paired?.token ?? '')).disconnect();
    expect(controller.context.manifests.ofScreen('board')).toEqual(before);
  });

  it('takes a code once, and only for ten minutes', async () => {
    const { code } = await controller.anonymous.get('startPairing', VIEWPORT);
    clock += 10 * MINUTE_MS;
    const late = await admin.send('confirmPairing', { ...SCREEN, body: { code } });
    expect(late.problem?.code).toBe('not-found');
    const fresh = await controller.anonymous.get('startPairing', VIEWPORT);
    await admin.get('confirmPairing', { ...SCREEN, body: { code: fresh.code } });
    const twice = await admin.send('confirmPairing', { ...SCREEN, body: { code: fresh.code } });
    expect(twice.problem?.code).toBe('not-found');
  });

  it('stops a person who guesses, for ten minutes', async () => {
    const guess = { ...SCREEN, body: { code: '00000000' } };
    for (let i = 0; i < 5; i += 1)
      expect((await admin.send('confirmPairing', guess)).problem?.code).toBe('not-found');
    const { code } = await controller.anonymous.get('startPairing', VIEWPORT);
    const right = { ...SCREEN, body: { code } };
    expect((await admin.send('confirmPairing', right)).problem?.code).toBe('too-many');
    clock += 10 * MINUTE_MS;
    const next = await controller.anonymous.get('startPairing', VIEWPORT);
    await admin.get('confirmPairing', { ...SCREEN, body: { code: next.code } });
  });

  it.each(['manager', 'officer', 'viewer', 'guild-admin', 'baker'] as const)(
    'is not for %s',
    async (personId) => {
      const client = await controller.as(personId);
      const { code } = await controller.anonymous.get('startPairing', VIEWPORT);
      for (const sent of [
        await client.send('confirmPairing', { ...SCREEN, body: { code } }),
        await client.send('revokeDevice', SCREEN),
      ])
        expect(sent.problem?.code).toBe('forbidden');
    },
  );
});

describe('the board link', () => {
  it('makes whoever opens it first the board', async () => {
    const secret = await ensureBoardLink(controller.context);
    const { token, screenId } = await controller.anonymous.get('claimBoardLink', {
      body: { secret },
    });
    expect(screenId).toBe('board');
    (await openKiosk(controller, token)).disconnect();
    const again = await controller.anonymous.send('claimBoardLink', { body: { secret } });
    expect(again.problem?.code).toBe('gone');
    expect(await ensureBoardLink(controller.context)).toBeUndefined();
  });

  it('is worth nothing once the board was paired by code, or after a newer link', async () => {
    const first = await ensureBoardLink(controller.context);
    const second = await ensureBoardLink(controller.context);
    const body = await pairByCode();
    for (const secret of [first, second, 'x'.repeat(43)]) {
      const sent = await controller.anonymous.send('claimBoardLink', { body: { secret } });
      expect(sent.problem?.code).toBe('gone');
    }
    await controller.anonymous.get('pollPairing', { body });
  });
});
