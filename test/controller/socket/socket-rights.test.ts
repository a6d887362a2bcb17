/** Who may connect, and what they may say: each kind of caller at each namespace, each event in each. */
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret, newSecret } from '../../../controller/people/secret.ts';
import {
  CONSOLE_NAMESPACE,
  KIOSK_NAMESPACE,
  type ConsoleToController,
  type KioskToController,
} from '../../../shared/protocol/events.ts';
import { actors, seedActors } from '../../support/house-actors.ts';
import { ask } from '../../support/kiosk-client.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { holdsSomewhere } from '../http/rights-grid.ts';

/** Every event, and who may say it. A new one must join this table, or it does not compile. */
const events: Readonly<
  Record<keyof KioskToController | keyof ConsoleToController, 'a board' | 'a console'>
> = {
  'kiosk:hello': 'a board',
  'kiosk:beat': 'a board',
  'kiosk:plays': 'a board',
  'kiosk:play-totals': 'a board',
  'kiosk:receipts': 'a board',
  'kiosk:problem': 'a board',
  'kiosk:answer': 'a board',
  'kiosk:time': 'a board',
  'console:hello': 'a console',
};

interface Caller {
  readonly who: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly auth: Readonly<Record<string, unknown>>;
  /** Where the caller is let in. */
  readonly enters: readonly string[];
}

let controller: TestController;
let callers: readonly Caller[];
const opened: Socket[] = [];
beforeAll(async () => {
  controller = await startTestController();
  await controller.store.transact(seedActors);
  callers = [...(await people()), ...(await others())];
});
afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect();
});
afterAll(() => controller.stop());

function people(): Promise<Caller[]> {
  const { origin } = controller;
  return Promise.all(
    actors.map(async ({ id, grants }) => ({
      ...{ who: id, headers: { origin, cookie: await controller.cookieOf(id) }, auth: {} },
      enters: holdsSomewhere(grants, 'screen.read') ? [CONSOLE_NAMESPACE] : [],
    })),
  );
}

async function others(): Promise<Caller[]> {
  const { origin, store } = controller;
  const expired = newSecret();
  await store.transact(async (records) => {
    const admin = (await records.people.get('admin'))!;
    await records.people.put({ ...admin, id: 'gone', loginName: 'gone', disabled: true });
    const session = {
      personId: 'admin',
      createdAt: 0,
      seenAt: 0,
      expiresAt: Date.now() - 1,
      confirmedAt: null,
      device: '',
    };
    await records.sessions.put({ ...session, id: hashSecret(expired) });
  });
  const revoked = await controller.deviceToken('board');
  const token = await controller.deviceToken('board');
  const cookie = (secret: string) => ({ origin, cookie: `plaza-session=${secret}` });
  const admin = await controller.cookieOf('admin');
  const bare = { headers: { origin }, auth: {}, enters: [] };
  return [
    { ...bare, who: 'nobody' },
    { ...bare, who: 'an expired session', headers: cookie(expired) },
    {
      ...{ ...bare, who: 'a disabled administrator' },
      headers: { origin, cookie: await controller.cookieOf('gone') },
    },
    { ...bare, who: 'a cookie without a page around it', headers: { cookie: admin } },
    { ...bare, who: 'a board', auth: { token }, enters: [KIOSK_NAMESPACE] },
    {
      ...bare,
      who: 'a board without a browser',
      headers: {},
      auth: { token },
      enters: [KIOSK_NAMESPACE],
    },
    { ...bare, who: 'a board whose token was revoked', auth: { token: revoked } },
    { ...bare, who: 'a token that is none', auth: { token: newSecret() } },
    { ...bare, who: 'a token that is an object', auth: { token: { $ne: null } } },
    { ...bare, who: 'a token in a list', auth: { token: [token] } },
    { ...bare, who: "a session's secret as a token", auth: { token: admin.split('=')[1] ?? '' } },
    { ...bare, who: 'a token as a session', headers: cookie(token) },
  ];
}

function connect(namespace: string, { headers, auth }: Pick<Caller, 'headers' | 'auth'>): Socket {
  const socket = io(`${controller.origin}${namespace}`, {
    ...{ transports: ['websocket'], reconnection: false, forceNew: true },
    ...{ extraHeaders: { ...headers }, auth: { ...auth } },
  });
  opened.push(socket);
  return socket;
}

async function isLetIn(namespace: string, caller: Caller): Promise<boolean> {
  const socket = connect(namespace, caller);
  const emitter = socket as unknown as NodeJS.EventEmitter;
  return Promise.race([
    once(emitter, 'connect').then(() => true),
    once(emitter, 'connect_error').then(() => false),
  ]);
}

describe('[U11] everyone at every namespace', () => {
  it.each([CONSOLE_NAMESPACE, KIOSK_NAMESPACE, '/', '/admin'])(
    '%s lets in whom the policy names, and nobody else',
    async (namespace) => {
      for (const caller of callers) {
        const may = caller.enters.includes(namespace);
        expect(await isLetIn(namespace, caller), caller.who).toBe(may);
      }
    },
  );

  it.each(Object.entries(events))('%s is known to %s alone', async (event, who) => {
    const token = await controller.deviceToken('board');
    const page = { origin: controller.origin, cookie: await controller.cookieOf('admin') };
    const board = connect(KIOSK_NAMESPACE, { headers: {}, auth: { token } });
    const console = connect(CONSOLE_NAMESPACE, { headers: page, auth: {} });
    const [speaker, other] = who === 'a board' ? [board, console] : [console, board];
    const heard = await ask(speaker, event, {});
    if (!heard.ok) expect(heard.code).toBe('malformed');
    expect(await ask(other, event, {})).toMatchObject({ ok: false, code: 'not-found' });
  });
});
