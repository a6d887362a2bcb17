/** The real process while people and boards come in: what it logs, what it keeps, and what it is at first. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { ADMINISTRATOR, setUp } from '../support/console-session.ts';
import {
  startController,
  temporaryFolder,
  type ControllerProcess,
} from '../support/controller-process.ts';
import { claimBoardLink } from '../support/pairing.ts';
import { writeSmallContent } from '../support/small-content.ts';

/** A first start draws its pictures. */
const START_MS = 60_000;

const folder = temporaryFolder();
/** By what they are, so that a failure does not print them. */
const secrets = new Map<string, string>();
const ODD_NAME = 'kim\r\n{"level":"info","msg":"forged"}\u001b[31m';
let controller: ControllerProcess;

beforeAll(async () => {
  const content = join(folder.path, 'content');
  writeSmallContent(content);
  const env = { CONTENT_DIR: content, LOG_LEVEL: 'trace' };
  controller = await startController({ dataDir: join(folder.path, 'data'), env });
}, START_MS);
afterAll(async () => {
  await controller.stop();
  folder.remove();
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const { origin } = controller;
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const value = (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
  return { status: response.status, value };
}

/** A whole morning: setup, wrong and right passwords, an invitation, two boards, a calendar, sockets. */
async function liveThrough(): Promise<void> {
  const { origin } = controller;
  const setupLink = controller.link('/setup/') ?? '';
  const boardLink = controller.link('pair=') ?? '';
  secrets.set('setup link', setupLink.split('/setup/')[1] ?? '');
  secrets.set('board link', boardLink.split('pair=')[1] ?? '');
  const session = await setUp(controller);
  secrets.set('session', session.cookie.split('=')[1] ?? '');
  secrets.set('password', ADMINISTRATOR.password);
  secrets.set('wrong password', 'a-wrong-password-7');
  for (const loginName of [ADMINISTRATOR.loginName, ODD_NAME])
    await post('/api/session', { loginName, password: 'a-wrong-password-7' });
  const invited = await session.call('POST', '/api/people', {
    ...{ loginName: 'mina', displayName: '민아', email: null },
    grants: [{ role: 'viewer', organizationId: null, shopId: null }],
  });
  const { inviteSecret } = invited.value as { inviteSecret: string };
  secrets.set('invitation', inviteSecret);
  await post('/api/invites', { secret: inviteSecret, password: 'juniper-lantern-42' });
  secrets.set("mina's password", 'juniper-lantern-42');
  const { token } = await claimBoardLink(origin, boardLink);
  secrets.set('board token', token);
  await fetch(`${origin}/api/board`, { headers: { authorization: `Bearer ${token}` } });
  const pairing = await post('/api/pairings', { viewportWidthPx: 1920, viewportHeightPx: 1080 });
  secrets.set('pairing code', pairing.value.code ?? '');
  secrets.set('pairing secret', pairing.value.secret ?? '');
  await session.call('POST', '/api/screens/nowhere/pair', { code: pairing.value.code });
  await post('/api/pairings/poll', {
    pairingId: pairing.value.pairingId,
    secret: pairing.value.secret,
  });
  const feed = await session.call('POST', '/api/feeds', {
    ...{ name: '전화', organizationId: null, shopId: null },
  });
  const { path } = feed.value as { path: string };
  secrets.set('calendar', path.split('/feeds/')[1]?.split('.')[0] ?? '');
  await fetch(`${origin}${path}`);
  await fetch(`${origin}/api/slides?token=${token}`);
  await connectOnce('/kiosk', { auth: { token } });
  await connectOnce('/kiosk', { auth: { token: `${token}x` } });
  await connectOnce('/console', { extraHeaders: { origin, cookie: session.cookie } });
  await session.call('DELETE', '/api/session');
}

async function connectOnce(namespace: string, options: object): Promise<void> {
  const socket = io(`${controller.origin}${namespace}`, {
    ...{ transports: ['websocket'], reconnection: false, forceNew: true, ...options },
  });
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve()).once('connect_error', () => resolve());
  });
  socket.disconnect();
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );
}

describe('the whole process', () => {
  it('[81] has nobody in it at first, and lets nobody in by a name and a password', async () => {
    for (const loginName of ['admin', 'administrator', 'root', 'plaza', '관리자'])
      for (const password of ['admin', 'password', '', 'plaza', 'changeme'])
        expect([401, 422, 429]).toContain(
          (await post('/api/session', { loginName, password })).status,
        );
  });

  it('[80] logs no secret of a whole morning, on whole lines', async () => {
    await liveThrough();
    const logged = controller.logged();
    for (const [what, secret] of secrets) {
      expect(secret.length, what).toBeGreaterThan(3);
      expect(logged.includes(secret), what).toBe(false);
    }
    const lines = logged.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const { msg } = JSON.parse(line) as { msg?: string };
      expect(msg).not.toBe('forged');
    }
    expect(logged).not.toContain('\u001b');
  });

  it('[81] closes its setup for good', async () => {
    const secret = secrets.get('setup link');
    const again = { ...ADMINISTRATOR, loginName: 'second', secret };
    expect((await post('/api/setup', again)).status).toBe(410);
  });

  it('[81] keeps what it writes to its own user', () => {
    const files = filesBelow(controller.dataDir);
    expect(files.some((file) => file.endsWith('.sqlite'))).toBe(true);
    const isOpen = (file: string) => (statSync(file).mode & 0o077) !== 0;
    expect(isOpen(controller.dataDir)).toBe(false);
    // Pictures are for everybody, and lie in a folder that is not.
    expect(files.filter((file) => isOpen(file) && !/\/[0-9a-f]{64}$/.test(file))).toEqual([]);
  });
});
