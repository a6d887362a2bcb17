import { DatabaseSync } from 'node:sqlite';
import { once } from 'node:events';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { endpoints } from '../../../shared/protocol/http/endpoints.ts';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import {
  browserAfter,
  codeAt,
  givePassword,
  TEST_PASSWORD,
  turnTwoStepOn,
} from '../../support/authenticator.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import { openConsole } from '../../support/kiosk-client.ts';
import type { TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';
import { policies } from './policies.ts';

const START = 1_800_000_000_000;
const STEP_MS = 30_000;

let controller: TestController;
let at: number;
beforeEach(async () => {
  at = START;
  controller = await startTestController({ now: () => at });
});
afterEach(() => controller.stop());

const signIn = (loginName: string, fields: object = {}) =>
  controller.anonymous.send('signIn', { body: { loginName, password: TEST_PASSWORD, ...fields } });
const enrolled = async (personId: PersonId) => {
  await givePassword(controller, personId);
  const client = await controller.as(personId);
  return { client, ...(await turnTwoStepOn(controller, client)) };
};

describe('turning two steps on', () => {
  it('[P5] takes a code of the new key, and ends the other sessions', async () => {
    await givePassword(controller, 'manager');
    const [here, there] = [await controller.as('manager'), await controller.as('manager')];
    const { key, address } = await here.get('startTwoStep');
    expect(address).toContain(key);
    expect(await here.get('readTwoStep')).toMatchObject({ onSince: null, codesLeft: 0 });
    expect((await signIn('manager')).status).toBe(200);
    const wrong = await here.send('finishTwoStep', { body: { code: codeAt(key, at + 3_600_000) } });
    expect(wrong.problem?.fields?.[0]?.path).toBe('code');
    await here.get('finishTwoStep', { body: { code: codeAt(key, at) } });
    expect(await here.get('readTwoStep')).toEqual({
      ...{ onSince: START, isDemanded: false, codesLeft: 10 },
    });
    expect((await there.send('readSession')).status).toBe(401);
    expect((await signIn('manager')).problem?.code).toBe('code-needed');
  });

  it('[P5] starts anew with another key until it is on, and then not', async () => {
    const client = await controller.as('manager');
    const first = await client.get('startTwoStep');
    const { key } = await client.get('startTwoStep');
    const old = await client.send('finishTwoStep', { body: { code: codeAt(first.key, at) } });
    expect(old.problem?.code).toBe('invalid');
    await client.get('finishTwoStep', { body: { code: codeAt(key, at) } });
    expect((await client.send('startTwoStep')).problem?.code).toBe('conflict');
    const again = await client.send('finishTwoStep', { body: { code: codeAt(key, at + STEP_MS) } });
    expect(again.problem?.code).toBe('conflict');
  });

  it('[P5] without a start is refused', async () => {
    const client = await controller.as('manager');
    const { problem } = await client.send('finishTwoStep', { body: { code: '123456' } });
    expect(problem?.code).toBe('gone');
  });
});

describe('signing in by two steps', () => {
  it('[P4] asks for the code only once the password was right', async () => {
    const { key } = await enrolled('manager');
    at += STEP_MS;
    const wrong = await signIn('manager', { password: 'wrong password' });
    const unknown = await signIn('nobody', { code: codeAt(key, at) });
    expect(wrong.problem).toEqual(unknown.problem);
    const asked = await signIn('manager');
    expect(asked.problem?.code).toBe('code-needed');
    expect(asked.headers.getSetCookie()).toEqual([]);
    const entered = await signIn('manager', { code: codeAt(key, at) });
    expect(entered.value?.person.id).toBe('manager');
  });

  it('[P6] [63] takes a code once, also a later one that comes first', async () => {
    const { key } = await enrolled('manager');
    const replayed = await signIn('manager', { code: codeAt(key, at) });
    expect(replayed.problem?.fields?.[0]?.path).toBe('code');
    const next = codeAt(key, at + STEP_MS);
    const both = await Promise.all([1, 2].map(() => signIn('manager', { code: next })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    at += STEP_MS;
    expect((await signIn('manager', { code: codeAt(key, at) })).status).toBe(422);
    at += STEP_MS;
    expect((await signIn('manager', { code: codeAt(key, at) })).status).toBe(200);
  });

  it('[P6] [63] takes a recovery code once, in the same field', async () => {
    const { client, codes } = await enrolled('manager');
    expect(codes).toHaveLength(10);
    const code = codes[3]!.toLowerCase().replace('-', ' ');
    expect((await signIn('manager', { code })).status).toBe(200);
    expect((await signIn('manager', { code })).status).toBe(422);
    expect((await client.get('readTwoStep')).codesLeft).toBe(9);
    const renewed = await client.get('renewRecoveryCodes');
    expect((await signIn('manager', { code: codes[4] })).status).toBe(422);
    expect((await signIn('manager', { code: renewed.codes[0] })).status).toBe(200);
  });

  it('[P12] counts wrong codes, but not the password that asks for one', async () => {
    const { key } = await enrolled('manager');
    for (let i = 0; i < 8; i += 1)
      expect((await signIn('manager')).problem?.code).toBe('code-needed');
    const codes = [];
    for (let i = 0; i < 6; i += 1)
      codes.push((await signIn('manager', { code: '000000' })).problem?.code);
    expect(codes).toEqual([...Array<string>(5).fill('invalid'), 'too-many']);
    at += STEP_MS;
    const locked = await signIn('manager', { code: codeAt(key, at) });
    expect(locked.problem?.code).toBe('too-many');
  });

  it('[P7] leaves nothing of keys and codes in the audit log, the log or the store of codes', async () => {
    const { client, key, codes } = await enrolled('manager');
    await signIn('manager', { code: '000000' });
    const renewed = await client.get('renewRecoveryCodes');
    const audit = JSON.stringify(await controller.store.records.audit.page(null, 100));
    const database = new DatabaseSync(join(controller.dataDir, 'plaza.db'), { readOnly: true });
    onTestFinished(() => database.close());
    const stored = JSON.stringify(database.prepare('select * from "recoveryCodes"').all());
    expect(audit).toContain('person.two-step-on');
    expect(audit).toContain('person.renew-codes');
    for (const secret of [key, ...codes, ...renewed.codes]) {
      expect(audit).not.toContain(secret);
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(secret.replace('-', ''));
      expect(JSON.stringify(controller.log)).not.toContain(secret);
    }
  });

  it('[P9] is turned off by its person, and by who manages them', async () => {
    const { client } = await enrolled('manager');
    await client.get('stopTwoStep');
    expect((await signIn('manager')).status).toBe(200);
    await turnTwoStepOn(controller, await controller.as('manager'));
    const [admin, officer] = [await controller.as('guild-admin'), await controller.as('officer')];
    const sent = { params: { personId: 'manager' } };
    expect((await admin.get('listSessionsOf', sent)).hasTwoStep).toBe(true);
    expect((await officer.send('stopTwoStepOf', sent)).problem?.code).toBe('forbidden');
    expect((await admin.send('stopTwoStepOf', sent)).status).toBe(204);
    expect((await admin.get('listSessionsOf', sent)).hasTwoStep).toBe(false);
    expect((await signIn('manager')).status).toBe(200);
  });
});

describe('a controller that other machines reach', () => {
  // A reply to HEAD has no body that names its code.
  const closed = (Object.keys(endpoints) as EndpointName[]).filter(
    (name) =>
      !['public', 'device', 'entering'].includes(endpoints[name].access) &&
      endpoints[name].method !== 'head',
  );
  const reachable = async (site: object = { isLoopback: false, allowHttp: true }) => {
    await controller.stop();
    controller = await startTestController({ now: () => at, site });
  };
  const codeOf = async (client: TestClient, name: EndpointName) =>
    (await client.send(name, policies[name].sent ?? {})).problem?.code;

  it.each(['admin', 'guild-admin', 'officer'] as const)(
    '[P8] opens nothing but the setup of two steps to the %s without it',
    async (personId) => {
      await reachable();
      await givePassword(controller, personId);
      const client = browserAfter(controller, await signIn(personId));
      expect(await client.get('readSession')).toMatchObject({ mustSetTwoStepUp: true });
      const before = controller.fingerprint();
      for (const name of closed) expect(await codeOf(client, name), name).toBe('two-step-needed');
      expect(controller.fingerprint()).toBe(before);
      await expectNoSocket(client);
      await turnTwoStepOn(controller, client);
      expect(await client.get('readSession')).toMatchObject({ mustSetTwoStepUp: false });
      expect((await client.send('listSlides')).status).toBe(200);
    },
  );

  it('[P8] does so too behind a proxy on the same machine', async () => {
    await reachable({ trustProxyHops: 1, secure: true, publicUrl: 'https://board.example.kr' });
    const { origin } = controller;
    const session = await controller.as('admin');
    expect(await session.get('readTwoStep')).toMatchObject({ isDemanded: true });
    expect(origin).toContain('127.0.0.1');
  });

  it('[P8] does not ask merchants, managers and viewers for it', async () => {
    await reachable();
    for (const personId of ['manager', 'baker', 'viewer'] as const) {
      const client = await controller.as(personId);
      expect((await client.send('listSlides')).status).toBe(200);
      const socket = await openConsole(controller, personId);
      onTestFinished(() => void socket.disconnect());
    }
  });

  it('[P8] closes itself again to whoever turns it off', async () => {
    await reachable();
    const client = await controller.as('officer');
    await turnTwoStepOn(controller, client);
    await client.get('stopTwoStep');
    expect((await client.send('listSlides')).problem?.code).toBe('two-step-needed');
  });

  async function expectNoSocket(client: TestClient): Promise<void> {
    const socket = io(`${controller.origin}/console`, {
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { ...client.headers, origin: controller.origin },
    });
    onTestFinished(() => void socket.disconnect());
    await once(socket as unknown as NodeJS.EventEmitter, 'connect_error');
    expect(socket.connected).toBe(false);
  }
});
