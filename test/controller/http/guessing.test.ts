import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  MOST_FAILURES,
  MOST_OF_ACCOUNT,
  MOST_OF_ADDRESS,
} from '../../../controller/people/sign-in-limit.ts';
import { cookiesOf, givePassword, TEST_PASSWORD } from '../../support/authenticator.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

let controller: TestController;
let at: number;
beforeEach(async () => {
  at = 1_800_000_000_000;
  controller = await startTestController({ now: () => at, site: { trustProxyHops: 1 } });
  await givePassword(controller, 'manager');
});
afterEach(() => controller.stop());

const from = (
  address: string,
  { loginName = 'manager', password = 'wrong password', cookie = '' } = {},
) =>
  controller.anonymous.send('signIn', {
    body: { loginName, password },
    headers: { 'x-forwarded-for': `203.0.113.9, ${address}`, ...(cookie ? { cookie } : {}) },
  });
const right = { password: TEST_PASSWORD };

describe('[58] guessing', () => {
  it('[P14] from many addresses closes the account, but not to a browser that is known', async () => {
    const cookie = cookiesOf(await from('10.9.9.9', right));
    for (let i = 0; i < MOST_OF_ACCOUNT; i += 1) await from(`10.0.0.${i}`);
    expect((await from('10.1.1.1', right)).problem?.code).toBe('too-many');
    const device = cookie.split('; ').find((pair) => pair.startsWith('plaza-device='))!;
    expect((await from('10.1.1.1', { ...right, cookie: device })).status).toBe(200);
    const forged = { ...right, cookie: `plaza-device=${'x'.repeat(43)}` };
    expect((await from('10.1.1.2', forged)).problem?.code).toBe('too-many');
    at += 15 * 60_000;
    expect((await from('10.1.1.1', right)).status).toBe(200);
  });

  it("[P14] is not helped by a browser that knows somebody else's account", async () => {
    await givePassword(controller, 'baker');
    const cookie = cookiesOf(await from('10.9.9.9', { ...right, loginName: 'baker' }));
    for (let i = 0; i < MOST_OF_ACCOUNT; i += 1) await from(`10.0.0.${i}`);
    expect((await from('10.9.9.9', { ...right, cookie })).problem?.code).toBe('too-many');
  });

  it('[P14] leaves one row in the audit log when the account is first closed', async () => {
    const locks = async () =>
      (await controller.store.records.audit.page(null, 100)).filter(
        ({ action }) => action === 'person.lock',
      );
    for (let i = 0; i < MOST_FAILURES + 2; i += 1) await from('10.0.0.1');
    for (let i = 0; i < MOST_FAILURES + 2; i += 1) await from('10.0.0.2');
    await expect.poll(locks).toHaveLength(1);
    expect((await locks())[0]).toMatchObject({ subjectId: 'manager', personId: null });
    for (let i = 0; i < MOST_FAILURES + 2; i += 1) await from('10.0.0.3', { loginName: 'nobody' });
    expect(await locks()).toHaveLength(1);
  });

  it('[P13] walks an IPv6 network of 64 bits in vain', async () => {
    for (let i = 0; i < MOST_FAILURES; i += 1) await from(`2001:db8:7:7::${i + 1}`);
    expect((await from('2001:db8:7:7:ffff::1', right)).problem?.code).toBe('too-many');
    expect((await from('2001:db8:7:8::1', right)).status).toBe(200);
  });

  it('[P13] of one address at many accounts closes all of them to it', async () => {
    for (let i = 0; i < MOST_OF_ADDRESS; i += 1) await from('10.0.0.1', { loginName: `name-${i}` });
    expect((await from('10.0.0.1', right)).problem?.code).toBe('too-many');
    expect((await from('10.0.0.2', right)).status).toBe(200);
  }, 60_000);

  it('[P12] is not helped by forged forwarded addresses before the proxy', async () => {
    const codes = [];
    for (let i = 0; i < 6; i += 1) {
      const { problem } = await controller.anonymous.send('signIn', {
        body: { loginName: 'manager', password: 'wrong password' },
        headers: { 'x-forwarded-for': `198.51.100.${i}, 10.0.0.1` },
      });
      codes.push(problem?.code);
    }
    expect(codes.at(-1)).toBe('too-many');
  });

  it('[59] [P15] closes unknown names in the same way and words', async () => {
    const replies = async (loginName: string, network: string) => {
      const told = [];
      for (let i = 0; i < MOST_FAILURES + 1; i += 1)
        told.push((await from(`${network}.1`, { loginName })).problem);
      for (let i = 0; i < MOST_OF_ACCOUNT; i += 1)
        told.push((await from(`${network}.${10 + i}`, { loginName })).problem);
      return told;
    };
    expect(await replies('nobody', '10.5.5')).toEqual(await replies('manager', '10.6.6'));
  }, 60_000);
});
