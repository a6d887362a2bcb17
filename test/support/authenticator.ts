/** A phone's authenticator app, and people who have one. */
import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../../controller/people/password.ts';
import { TestClient, type Received } from './test-client.ts';
import type { TestController } from './test-controller.ts';

export const TEST_PASSWORD = '흐린 날의 붕어빵 셋';

/** The code that an app with `key` shows at `at`, epoch milliseconds. */
export function codeAt(key: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at });
}

let hash: Promise<string> | undefined;

/** Gives the person the tests' password. */
export async function givePassword(controller: TestController, personId: string): Promise<void> {
  hash ??= hashPassword(TEST_PASSWORD);
  const made = await hash;
  await controller.store.transact((records) => records.people.setPasswordHash(personId, made));
}

/** Turns two steps on for the person of `client`: the key, and the recovery codes. */
export async function turnTwoStepOn(
  controller: TestController,
  client: TestClient,
): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
  const { key } = await client.get('startTwoStep');
  const code = codeAt(key, controller.context.now());
  const { codes } = await client.get('finishTwoStep', { body: { code } });
  return { key, codes };
}

/** All cookies that a reply hands out, as a browser sends them back. */
export function cookiesOf({ headers }: Received<unknown>): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The browser that got this reply. */
export function browserAfter(controller: TestController, received: Received<unknown>): TestClient {
  return new TestClient(controller.origin, { cookie: cookiesOf(received) });
}
