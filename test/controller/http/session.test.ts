import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../controller/people/password.ts';
import { ensureSetupSecret } from '../../../controller/usecases/setup.ts';
import { TestClient } from '../../support/test-client.ts';
import type { Received } from '../../support/test-client.ts';
import { FIRST } from '../../support/emergency.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController, TestControllerOptions } from '../../support/test-controller.ts';

const PASSWORD = '흐린 날의 붕어빵 셋';
const START = 1_800_000_000_000;

let controller: TestController;
let at: number;
const start = async (options: TestControllerOptions = {}) => {
  controller = await startTestController({ now: () => at, ...options });
};
const setPassword = async (personId: string) => {
  const hash = await hashPassword(PASSWORD);
  await controller.store.transact((records) => records.people.setPasswordHash(personId, hash));
};
const signIn = (loginName: string, password = PASSWORD) =>
  controller.anonymous.send('signIn', { body: { loginName, password } });
const cookieOf = (received: Received<unknown>) => received.headers.getSetCookie()[0] ?? '';
const clientOf = (received: Received<unknown>) =>
  new TestClient(controller.origin, { cookie: cookieOf(received).split(';')[0]! });
beforeEach(() => {
  at = START;
});
afterEach(() => controller.stop());

describe('the first setup', () => {
  const nobody = () => Promise.resolve();
  const body = (secret: string) => ({
    secret,
    loginName: 'admin',
    displayName: '관리자',
    password: PASSWORD,
  });

  it('[81] makes one administrator by the printed secret, once', async () => {
    await start({ seed: nobody });
    const secret = (await ensureSetupSecret(controller.context))!;
    expect(await controller.anonymous.get('readSetup')).toEqual({ open: true });
    const wrong = await controller.anonymous.send('runSetup', { body: body('x'.repeat(43)) });
    expect(wrong.problem?.code).toBe('forbidden');
    const made = await controller.anonymous.send('runSetup', { body: body(secret) });
    expect(made.value?.person.grants).toEqual([
      { role: 'administrator', organizationId: null, shopId: null },
    ]);
    expect((await clientOf(made).get('readSession')).person.loginName).toBe('admin');
    expect(await controller.anonymous.get('readSetup')).toEqual({ open: false });
    const again = await controller.anonymous.send('runSetup', { body: body(secret) });
    expect(again.problem?.code).toBe('gone');
    expect(await ensureSetupSecret(controller.context)).toBeUndefined();
    expect((await signIn('admin')).status).toBe(200);
  });

  it('is won by one of two that use the secret at the same time', async () => {
    await start({ seed: nobody });
    const secret = (await ensureSetupSecret(controller.context))!;
    const both = await Promise.all(
      ['one', 'two'].map((loginName) =>
        controller.anonymous.send('runSetup', { body: { ...body(secret), loginName } }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await controller.store.records.people.all()).toHaveLength(1);
  });

  it('takes only the newest secret', async () => {
    await start({ seed: nobody });
    const old = (await ensureSetupSecret(controller.context))!;
    const secret = (await ensureSetupSecret(controller.context))!;
    const refused = await controller.anonymous.send('runSetup', { body: body(old) });
    expect(refused.problem?.code).toBe('forbidden');
    const taken = await controller.anonymous.send('runSetup', { body: body(secret) });
    expect(taken.status).toBe(200);
  });
});

describe('signing in', () => {
  it('hands out a cookie that scripts cannot read and other sites cannot send', async () => {
    await start();
    await setPassword('manager');
    const received = await signIn(' Manager ');
    expect(cookieOf(received)).toMatch(
      /^plaza-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    expect(received.value?.person.id).toBe('manager');
    expect(JSON.stringify(received.value)).not.toContain('argon2');
  });

  it('over TLS hands out a cookie with the __Host- prefix', async () => {
    await start({ site: { secure: true, publicUrl: 'https://board.example.kr' } });
    await setPassword('manager');
    expect(cookieOf(await signIn('manager'))).toMatch(/^__Host-plaza-session=.*; Secure$/);
  });

  it('is refused in the clear from other machines, unless allowed', async () => {
    await start({ site: { isLoopback: false } });
    await setPassword('manager');
    expect((await signIn('manager')).problem?.code).toBe('insecure');
    await controller.stop();
    await start({ site: { isLoopback: false, allowHttp: true } });
    await setPassword('manager');
    expect((await signIn('manager')).status).toBe(200);
  });

  it('is not made in the clear from other machines by a setup or an invitation either', async () => {
    await start({ site: { isLoopback: false } });
    const { password } = FIRST;
    const names = { loginName: 'first', displayName: '관리자', secret: 'x'.repeat(43) };
    const { anonymous } = controller;
    const setup = await anonymous.send('runSetup', { body: { ...names, password } });
    const { secret } = names;
    const invited = await anonymous.send('acceptInvite', { body: { secret, password } });
    expect([setup.problem?.code, invited.problem?.code]).toEqual(['insecure', 'insecure']);
  });

  it('[62] renews the session: the one held before is dead', async () => {
    await start();
    await setPassword('manager');
    const first = clientOf(await signIn('manager'));
    const second = await first.send('signIn', {
      body: { loginName: 'manager', password: PASSWORD },
    });
    expect((await first.send('readSession')).status).toBe(401);
    expect((await clientOf(second).send('readSession')).status).toBe(200);
  });

  it('[59] says the same of unknown names, wrong passwords, people without one and disabled ones', async () => {
    await start();
    await setPassword('manager');
    await setPassword('baker');
    await controller.store.transact(async (records) => {
      const baker = (await records.people.get('baker'))!;
      await records.people.put({ ...baker, disabled: true });
    });
    const replies = [
      await signIn('nobody'),
      await signIn('manager', 'wrong password'),
      await signIn('officer'),
      await signIn('baker'),
      await signIn('__proto__'),
      await signIn("' or 1=1 --"),
    ];
    expect(replies.map(({ problem }) => problem?.code)).toEqual(
      replies.map(() => 'unauthenticated'),
    );
    expect(new Set(replies.map(({ problem }) => problem?.title)).size).toBe(1);
  });

  it('[58] is refused after five failures, also with the right password, until 15 minutes passed', async () => {
    await start();
    await setPassword('manager');
    for (let i = 0; i < 5; i += 1) await signIn('manager', 'wrong password');
    expect((await signIn('manager')).problem?.code).toBe('too-many');
    at += 15 * 60_000;
    expect((await signIn('manager')).status).toBe(200);
  });

  it('[58] counts attempts that run at the same time', async () => {
    await start();
    await setPassword('manager');
    const tries = await Promise.all(Array.from({ length: 8 }, () => signIn('manager', 'wrong')));
    expect(tries.filter(({ problem }) => problem?.code === 'too-many')).toHaveLength(3);
  });

  it.each([
    { why: 'is not believed without a proxy', hops: 0, last: 'too-many' },
    { why: "counts as a trusted proxy's word", hops: 1, last: 'unauthenticated' },
  ])('[58] a forwarded address $why', async ({ hops, last }) => {
    await start({ site: { trustProxyHops: hops } });
    let code: string | undefined;
    for (let i = 0; i < 6; i += 1) {
      const { problem } = await controller.anonymous.send('signIn', {
        body: { loginName: 'manager', password: 'wrong' },
        headers: { 'x-forwarded-for': `1.1.1.1, 2.2.2.${i}` },
      });
      code = problem?.code;
    }
    expect(code).toBe(last);
  });

  it('[58] limits guesses by address, whatever the name', async () => {
    await start();
    let last = 0;
    for (let i = 0; i < 61 && last !== 429; i += 1) {
      const body = { secret: 'x'.repeat(43), password: PASSWORD };
      last = (await controller.anonymous.send('acceptInvite', { body })).status;
    }
    expect(last).toBe(429);
  });
});

describe('a session', () => {
  it('ends by signing out, at once', async () => {
    await start();
    const client = await controller.as('manager');
    const out = await client.send('signOut');
    expect(out.status).toBe(204);
    expect(cookieOf(out)).toContain('Max-Age=0');
    expect((await client.send('listSlides')).problem?.code).toBe('unauthenticated');
  });

  it('[57] ends everywhere when the password changes, but for the one that changed it', async () => {
    await start();
    await setPassword('manager');
    const here = await controller.as('manager');
    const there = await controller.as('manager');
    const next = 'another long one';
    const wrong = await here.send('changePassword', { body: { current: 'wrong', next } });
    expect(wrong.problem?.fields?.[0]?.path).toBe('current');
    const changed = await here.send('changePassword', { body: { current: PASSWORD, next } });
    expect((await there.send('readSession')).status).toBe(401);
    expect((await here.send('readSession')).status).toBe(401);
    expect((await clientOf(changed).send('readSession')).status).toBe(200);
    expect((await signIn('manager', next)).status).toBe(200);
  });
});
