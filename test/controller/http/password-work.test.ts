/** How often a password is hashed for whom: time would tell strangers which accounts there are. */
import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../controller/people/password.ts';
import { hashSecret } from '../../../controller/people/secret.ts';
import { givePassword } from '../../support/authenticator.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';

const START = 1_800_000_000_000;
const DAY_MS = 86_400_000;
/** What the runtime begins by itself at any moment. */
const ALWAYS = ['PROMISE', 'TickObject', 'Timeout', 'Immediate'];

let controller: TestController;
const posted: string[] = [];
let begun: string[] = [];
const hook = createHook({ init: (_id, type) => void begun.push(type) });

/** Everything asynchronous that `work` begins, by its kind. */
async function begunBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  begun = [];
  hook.enable();
  await work();
  hook.disable();
  return begun;
}

/** How the runtime calls the work of a hash: what one hash, and nothing else, begins. */
let kind: string;
beforeAll(async () => {
  controller = await startTestController({
    now: () => START,
    postLink: ({ displayName }) => {
      posted.push(displayName);
      return Promise.resolve();
    },
  });
  await givePassword(controller, 'manager');
  await givePassword(controller, 'baker');
  await controller.store.transact(async (records) => {
    const baker = (await records.people.get('baker'))!;
    await records.people.put({ ...baker, disabled: true });
    const manager = (await records.people.get('manager'))!;
    await records.people.put({ ...manager, email: 'manager@example.kr' });
  });
  const hashed = await begunBy(async () => {
    for (const word of ['a', 'b', 'c']) await hashPassword(word);
  });
  const kinds = [...new Set(hashed)].filter(
    (one) => !ALWAYS.includes(one) && hashed.filter((other) => other === one).length === 3,
  );
  expect(kinds).toHaveLength(1);
  kind = kinds[0] ?? '';
});
afterAll(() => controller.stop());

async function hashes(work: () => Promise<unknown>): Promise<number> {
  return (await begunBy(work)).filter((one) => one === kind).length;
}

describe('[59] passwords are hashed', () => {
  it.each([
    { who: 'a person, wrongly', loginName: 'manager', password: 'wrong password' },
    { who: 'nobody', loginName: 'nobody', password: 'wrong password' },
    { who: 'a person without a password', loginName: 'officer', password: 'wrong password' },
    { who: 'a disabled person', loginName: 'baker', password: 'wrong password' },
    { who: 'a prototype', loginName: '__proto__', password: 'wrong password' },
  ])('once for the sign-in of $who', async ({ loginName, password }) => {
    const send = () => controller.anonymous.send('signIn', { body: { loginName, password } });
    expect(await hashes(send)).toBe(1);
  });

  it.each(['manager', 'nobody', 'officer', 'baker'])(
    'not at all where a new one is asked for: %s',
    async (loginName) => {
      const before = posted.length;
      const send = () => controller.anonymous.send('askReset', { body: { loginName } });
      const sent = async () => {
        await send();
        if (loginName === 'manager') await expect.poll(() => posted.length).toBe(before + 1);
      };
      expect(await hashes(sent)).toBe(0);
    },
  );

  it.each([
    { what: 'that never was', secret: 'n'.repeat(43) },
    { what: 'that is too old', secret: 'o'.repeat(43) },
    { what: 'of a disabled person', secret: 'd'.repeat(43) },
    { what: 'that is for something else', secret: 's'.repeat(43) },
  ])('not at all for a link $what', async ({ secret }) => {
    const put = (purpose: 'invite' | 'setup', subjectId: string, expiresAt: number) =>
      controller.store.transact((records) =>
        records.secrets.put({ hash: hashSecret(secret), purpose, subjectId, expiresAt }),
      );
    if (secret.startsWith('o')) await put('invite', 'officer', START);
    if (secret.startsWith('d')) await put('invite', 'baker', START + DAY_MS);
    if (secret.startsWith('s')) await put('setup', 'officer', START + DAY_MS);
    const body = { secret, password: 'another long one' };
    const codes: unknown[] = [];
    const send = async () =>
      codes.push((await controller.anonymous.send('acceptInvite', { body })).problem?.code);
    expect(await hashes(send)).toBe(0);
    expect(codes).toEqual(['gone']);
  });
});
