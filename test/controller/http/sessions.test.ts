import { once } from 'node:events';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserAfter, givePassword, TEST_PASSWORD } from '../../support/authenticator.ts';
import { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

const START = 1_800_000_000_000;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537';

let controller: TestController;
let at: number;
const opened: { disconnect(): unknown }[] = [];
beforeEach(async () => {
  at = START;
  controller = await startTestController({ now: () => at });
  await givePassword(controller, 'manager');
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.disconnect();
  await controller.stop();
});

const signIn = (headers: Readonly<Record<string, string>> = {}) => {
  const body = { loginName: 'manager', password: TEST_PASSWORD };
  return controller.anonymous.send('signIn', { body, headers });
};
const line = (client: TestClient) => {
  const socket = io(`${controller.origin}/console`, {
    ...{ transports: ['websocket'], reconnection: false, forceNew: true },
    extraHeaders: { ...client.headers, origin: controller.origin },
  });
  opened.push(socket);
  return socket as unknown as NodeJS.EventEmitter & { readonly connected: boolean };
};
const connected = async (client: TestClient) => {
  const socket = line(client);
  await once(socket, 'connect');
  return socket;
};

describe('the own sessions', () => {
  it('are listed with where and when, the newest first', async () => {
    const first = browserAfter(controller, await signIn({ 'user-agent': CHROME }));
    at += 60_000;
    const second = browserAfter(controller, await signIn({ 'user-agent': 'curl/8' }));
    const sessions = await second.get('listSessions');
    expect(sessions).toMatchObject([
      { device: '', createdAt: at, seenAt: at, isThis: true },
      { device: 'Windows · Chrome', createdAt: START, seenAt: START, isThis: false },
    ]);
    const here = (await first.get('listSessions')).filter(({ isThis }) => isThis);
    expect(here.map(({ device }) => device)).toEqual(['Windows · Chrome']);
  });

  it('[P10] are ended one by one, and all others at once', async () => {
    const [one, two, three] = [await signIn(), await signIn(), await signIn()].map((received) =>
      browserAfter(controller, received),
    ) as [TestClient, TestClient, TestClient];
    const id = (await two.get('listSessions')).find(({ isThis }) => isThis)!.id;
    expect((await one.send('endSession', { params: { sessionId: id } })).status).toBe(204);
    expect((await two.send('readSession')).status).toBe(401);
    const again = await one.send('endSession', { params: { sessionId: id } });
    expect(again.problem?.code).toBe('not-found');
    expect((await one.send('endOtherSessions')).status).toBe(204);
    expect((await three.send('readSession')).status).toBe(401);
    expect(await one.get('listSessions')).toHaveLength(1);
  });

  it('[P10] are not ended by others', async () => {
    const mine = browserAfter(controller, await signIn());
    const [{ id } = { id: '' }] = await mine.get('listSessions');
    const other = await controller.as('baker');
    const { problem } = await other.send('endSession', { params: { sessionId: id } });
    expect(problem?.code).toBe('not-found');
    expect((await mine.send('readSession')).status).toBe(200);
  });

  it('are told of by who manages the person, and by nobody else', async () => {
    await signIn({ 'user-agent': CHROME });
    const sent = { params: { personId: 'manager' } };
    const told = await (await controller.as('guild-admin')).get('listSessionsOf', sent);
    expect(told.sessions).toMatchObject([{ device: 'Windows · Chrome', isThis: false }]);
    const foreign = { params: { personId: 'admin' } };
    const refused = await (await controller.as('guild-admin')).send('listSessionsOf', foreign);
    expect(refused.problem?.code).toBe('not-found');
  });
});

describe('[57] [P10] an open line', () => {
  const endings: readonly { why: string; end: (client: TestClient) => Promise<unknown> }[] = [
    { why: 'the sign-out', end: (client) => client.send('signOut') },
    {
      why: 'a new password',
      end: (client) =>
        client.send('changePassword', {
          body: { current: TEST_PASSWORD, next: 'another long one' },
        }),
    },
    {
      why: 'the end of just this session',
      end: async (client) => {
        const [{ id } = { id: '' }] = await client.get('listSessions');
        return browserAfter(controller, await signIn()).send('endSession', {
          params: { sessionId: id },
        });
      },
    },
    {
      why: 'the end of all others',
      end: async () => browserAfter(controller, await signIn()).send('endOtherSessions'),
    },
    {
      why: 'an administrator who ends all',
      end: async () =>
        (await controller.as('admin')).send('endSessionsOf', { params: { personId: 'manager' } }),
    },
    {
      why: 'an administrator who disables the person',
      end: async () => {
        const { displayName, email, grants } =
          (await controller.store.records.people.get('manager'))!;
        return (await controller.as('admin')).send('savePerson', {
          params: { personId: 'manager' },
          body: { displayName, email, grants, disabled: true, version: 1 },
        });
      },
    },
    {
      why: 'a new password by a link',
      end: async () => {
        const admin = await controller.as('admin');
        const params = { personId: 'manager' };
        const { inviteSecret: secret } = await admin.get('reinvitePerson', { params });
        const body = { secret, password: 'another long one' };
        return controller.anonymous.get('acceptInvite', { body });
      },
    },
    {
      why: 'the next sign-in in the same browser',
      end: (client) => signIn({ cookie: client.headers.cookie! }),
    },
  ];

  it.each(endings)('is cut by $why, and does not come back', async ({ end }) => {
    const client = browserAfter(controller, await signIn());
    const socket = await connected(client);
    const cut = once(socket, 'disconnect');
    await end(client);
    await cut;
    expect((await client.send('readSession')).status).toBe(401);
    const again = line(client);
    await once(again, 'connect_error');
    expect(again.connected).toBe(false);
  });

  it('of another browser stays when one signs out', async () => {
    const [leaving, staying] = [await signIn(), await signIn()].map((received) =>
      browserAfter(controller, received),
    ) as [TestClient, TestClient];
    const [cutOne, kept] = [await connected(leaving), await connected(staying)];
    const cut = once(cutOne, 'disconnect');
    await leaving.send('signOut');
    await cut;
    expect(kept.connected).toBe(true);
    expect((await staying.send('readSession')).status).toBe(200);
  });

  it('is cut by rights that were taken, and comes back with what is left', async () => {
    const client = browserAfter(controller, await signIn());
    const socket = await connected(client);
    const cut = once(socket, 'disconnect');
    const grants = [{ role: 'viewer', organizationId: null, shopId: null }];
    await (
      await controller.as('admin')
    ).get('savePerson', {
      params: { personId: 'manager' },
      body: { displayName: '담당', email: null, grants, disabled: false, version: 1 },
    });
    await cut;
    const body = { organizationId: 'guild', shopId: null };
    expect((await client.send('createSlide', { body })).problem?.code).toBe('forbidden');
    await connected(client);
  });
});

describe('[62] a session', () => {
  it('is never one that the browser brought', async () => {
    const planted = 'x'.repeat(43);
    const received = await signIn({ cookie: `plaza-session=${planted}; plaza-device=${planted}` });
    expect(received.headers.getSetCookie().join()).not.toContain(planted);
    const fixed = new TestClient(controller.origin, { cookie: `plaza-session=${planted}` });
    expect((await fixed.send('readSession')).status).toBe(401);
  });

  it.each([
    {
      why: 'a form',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      status: 415,
    },
    { why: 'JSON that calls itself text', headers: { 'content-type': 'text/plain' }, status: 415 },
    { why: 'another origin', headers: { origin: 'https://evil.example' }, status: 403 },
    { why: 'a page of another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { why: 'a page of a sister site', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
  ])('is not ridden by $why', async ({ headers, status }) => {
    const client = browserAfter(controller, await signIn());
    const body = JSON.stringify({ password: TEST_PASSWORD, code: null });
    const before = controller.fingerprint();
    const sent = await client.send('confirmSession', { body, headers });
    expect(sent.status).toBe(status);
    expect(controller.fingerprint()).toBe(before);
  });

  it('changes nothing by reading, whatever method a header names', async () => {
    const client = browserAfter(controller, await signIn());
    for (const path of ['/api/session', '/api/sessions', '/api/session/two-step']) {
      const response = await fetch(controller.origin + path, {
        headers: { ...client.headers, 'x-http-method-override': 'DELETE' },
      });
      expect(response.status).toBe(200);
    }
    expect((await client.send('readSession')).status).toBe(200);
  });

  it('is kept in cookies that scripts cannot read and other sites cannot send', async () => {
    const lines = (await signIn()).headers.getSetCookie();
    expect(lines).toHaveLength(2);
    for (const set of lines) expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=/);
  });
});
