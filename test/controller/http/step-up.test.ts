import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFIRMED_MS } from '../../../controller/people/confirmed.ts';
import { signInLimit } from '../../../controller/people/sign-in-limit.ts';
import { confirmSession } from '../../../controller/usecases/confirm-session.ts';
import type { EndpointName } from '../../../shared/protocol/http/endpoints.ts';
import { codeAt, givePassword, TEST_PASSWORD, turnTwoStepOn } from '../../support/authenticator.ts';
import type { Sent, TestClient } from '../../support/test-client.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

const START = 1_800_000_000_000;
const MANAGER = { role: 'manager', organizationId: 'guild', shopId: null };
const ofManager = { params: { personId: 'manager' } };
const grave: readonly { readonly name: EndpointName; readonly sent: Sent }[] = [
  {
    name: 'invitePerson',
    sent: { body: { loginName: 'new', displayName: '새', email: null, grants: [MANAGER] } },
  },
  { name: 'reinvitePerson', sent: ofManager },
  {
    name: 'savePerson',
    sent: {
      ...ofManager,
      body: { displayName: '새', email: null, grants: [MANAGER], disabled: true, version: 1 },
    },
  },
  { name: 'endSessionsOf', sent: ofManager },
  { name: 'stopTwoStepOf', sent: ofManager },
  { name: 'startTwoStep', sent: {} },
  { name: 'stopTwoStep', sent: {} },
  { name: 'renewRecoveryCodes', sent: {} },
];

let controller: TestController;
let admin: TestClient;
let at: number;
beforeEach(async () => {
  at = START;
  controller = await startTestController({ now: () => at });
  await givePassword(controller, 'admin');
  admin = await controller.as('admin');
});
afterEach(() => controller.stop());

const confirm = (body: object) => admin.send('confirmSession', { body });

describe('[P9] what is grave', () => {
  it.each(grave)('$name needs a proof of the last ten minutes', async ({ name, sent }) => {
    at += CONFIRMED_MS - 1;
    expect((await admin.send(name, sent)).problem?.code).not.toBe('step-up-needed');
    at += 1;
    const before = controller.fingerprint();
    const { problem } = await admin.send(name, sent);
    expect(problem?.code).toBe('step-up-needed');
    expect(problem?.title).toContain('비밀번호');
    expect(controller.fingerprint()).toBe(before);
    expect((await confirm({ password: TEST_PASSWORD, code: null })).status).toBe(204);
    expect((await admin.send(name, sent)).problem?.code).not.toBe('step-up-needed');
  });

  it('is refused for want of the right before it is asked for', async () => {
    const guildAdmin = await controller.as('guild-admin');
    at += CONFIRMED_MS;
    const { problem } = await guildAdmin.send('reinvitePerson', { params: { personId: 'admin' } });
    expect(problem?.code).toBe('not-found');
  });

  it('is not opened by the proof of another session', async () => {
    const elsewhere = await controller.as('admin');
    at += CONFIRMED_MS;
    expect((await confirm({ password: TEST_PASSWORD, code: null })).status).toBe(204);
    const { problem } = await elsewhere.send('reinvitePerson', ofManager);
    expect(problem?.code).toBe('step-up-needed');
  });
});

describe('the proof', () => {
  it('[P9] is the right password, and counts wrong ones', async () => {
    const wrong = await confirm({ password: 'wrong password', code: null });
    expect(wrong.problem).toMatchObject({ code: 'invalid', fields: [{ path: 'password' }] });
    for (let i = 0; i < 4; i += 1) await confirm({ password: 'wrong password', code: null });
    expect((await confirm({ password: TEST_PASSWORD, code: null })).problem?.code).toBe('too-many');
  });

  it('[P9] is password and code of a person with two steps', async () => {
    const { key } = await turnTwoStepOn(controller, admin);
    at += CONFIRMED_MS;
    const asked = await confirm({ password: TEST_PASSWORD, code: null });
    expect(asked.problem?.code).toBe('code-needed');
    const wrong = await confirm({ password: TEST_PASSWORD, code: '000000' });
    expect(wrong.problem?.fields?.[0]?.path).toBe('code');
    expect((await admin.send('reinvitePerson', ofManager)).problem?.code).toBe('step-up-needed');
    const right = await confirm({ password: TEST_PASSWORD, code: codeAt(key, at) });
    expect(right.status).toBe(204);
    expect((await admin.send('reinvitePerson', ofManager)).status).toBe(200);
  });

  it('[P10] does not bring a session back that ended meanwhile', async () => {
    const both = await Promise.all([
      confirm({ password: TEST_PASSWORD, code: null }),
      admin.send('signOut'),
    ]);
    expect(both[1].status).toBe(204);
    expect((await admin.send('readSession')).status).toBe(401);
  });

  it('[P10] is worth nothing to a session that ended while the password was looked at', async () => {
    const person = (await controller.store.records.people.get('admin'))!;
    const times = { createdAt: at, seenAt: at, expiresAt: at + CONFIRMED_MS, confirmedAt: at };
    const before = controller.fingerprint();
    const proven = confirmSession(
      controller.context,
      signInLimit(() => at),
      {
        ...{ person, session: { id: 'ended', personId: 'admin', device: '', ...times } },
        ...{ password: TEST_PASSWORD, code: null, address: '127.0.0.1' },
      },
    );
    await expect(proven).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(controller.fingerprint()).toBe(before);
  });
});
