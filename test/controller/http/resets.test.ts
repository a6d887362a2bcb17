import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postLinks } from '../../../controller/people/reset-mail.ts';
import { letIn } from '../../../controller/usecases/let-in.ts';
import {
  browserAfter,
  codeAt,
  givePassword,
  TEST_PASSWORD,
  turnTwoStepOn,
} from '../../support/authenticator.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import { startTestController } from '../../support/test-controller.ts';
import type { TestController } from '../../support/test-controller.ts';

const NEXT = 'another long one';
const ORIGIN = 'https://board.example.kr';

let mailServer: MailServer;
let controller: TestController;
let at: number;
beforeEach(async () => {
  at = 1_800_000_000_000;
  mailServer = await startMailServer();
  const settings = { url: mailServer.url, from: 'board@example.kr', to: ['watch@example.kr'] };
  controller = await startTestController({
    now: () => at,
    postLink: postLinks(settings, () => ORIGIN),
  });
  await controller.store.transact(async (records) => {
    const manager = (await records.people.get('manager'))!;
    await records.people.put({ ...manager, email: 'manager@example.kr' });
  });
  await givePassword(controller, 'manager');
});
afterEach(async () => {
  await controller.stop();
  await mailServer.stop();
});

const ask = (loginName: string) => controller.anonymous.send('askReset', { body: { loginName } });
/** Waits for the mail number `count`, and takes the secret out of it. */
const mailed = async (count: number) => {
  await expect.poll(() => mailServer.mails.length).toBe(count);
  return secretIn(mailServer.mails.at(-1)!.data);
};
const accept = (secret: string) =>
  controller.anonymous.send('acceptInvite', { body: { secret, password: NEXT } });
const signIn = (password: string, code?: string) =>
  controller.anonymous.send('signIn', {
    body: { loginName: 'manager', password, ...(code === undefined ? {} : { code }) },
  });

function secretIn(data: string): string {
  const [, base64 = ''] = data.split('\r\n\r\n');
  const isBase64 = /^content-transfer-encoding: base64/im.test(data);
  const text = isBase64
    ? Buffer.from(base64, 'base64').toString('utf8')
    : data.replace(/=\r\n/g, '');
  const link = /(\S+)\/console#\/reset\/([\w-]{43})/.exec(text);
  expect(link?.[1]).toBe(ORIGIN);
  return link?.[2] ?? '';
}

describe('a mailed link', () => {
  it('[P11] [63] sets a new password once, ends what was open, and signs in', async () => {
    expect(await controller.anonymous.get('readResets')).toEqual({ byMail: true });
    const open = await controller.as('manager');
    expect((await ask(' Manager ')).status).toBe(204);
    const secret = await mailed(1);
    expect(mailServer.mails[0]?.to).toEqual(['manager@example.kr']);
    const entered = await accept(secret);
    expect(entered.value?.session?.person.id).toBe('manager');
    expect((await browserAfter(controller, entered).send('readSession')).status).toBe(200);
    expect((await open.send('readSession')).status).toBe(401);
    expect((await accept(secret)).problem?.code).toBe('gone');
    expect((await signIn(TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(NEXT)).status).toBe(200);
  });

  it('[P11] works for 30 minutes, and only the newest', async () => {
    await ask('manager');
    const first = await mailed(1);
    await ask('manager');
    const second = await mailed(2);
    expect((await accept(first)).problem?.code).toBe('gone');
    at += 30 * 60_000;
    expect((await accept(second)).problem?.code).toBe('gone');
  });

  it('[P11] does not go around the second step', async () => {
    const { key } = await turnTwoStepOn(controller, await controller.as('manager'));
    await ask('manager');
    const accepted = await accept(await mailed(1));
    expect(accepted.value).toEqual({ session: null });
    expect(accepted.headers.getSetCookie()).toEqual([]);
    expect((await signIn(NEXT)).problem?.code).toBe('code-needed');
    at += 30_000;
    expect((await signIn(NEXT, codeAt(key, at))).status).toBe(200);
  });

  it('[P11] refuses a weak password, and is not used up by it', async () => {
    await ask('manager');
    const secret = await mailed(1);
    const body = { secret, password: 'password1' };
    const weak = await controller.anonymous.send('acceptInvite', { body });
    expect(weak.problem?.fields?.[0]?.path).toBe('password');
    expect((await accept(secret)).status).toBe(200);
  });

  it('[P15] [59] is asked for by any name with the same reply, and goes to nobody else', async () => {
    await controller.store.transact(async (records) => {
      const baker = (await records.people.get('baker'))!;
      await records.people.put({ ...baker, email: 'baker@example.kr', disabled: true });
    });
    const names = ['nobody', 'officer', 'baker', '', "' or 1=1 --", 'manager'];
    const replies = [];
    for (const name of names) replies.push(await ask(name));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]));
    await mailed(1);
    expect(mailServer.mails.flatMap(({ to }) => to)).toEqual(['manager@example.kr']);
  });

  it('[P15] is answered before anything is looked up, also while the mail server is silent', async () => {
    mailServer.mood = 'silent';
    const before = controller.fingerprint();
    expect((await ask('nobody')).status).toBe(204);
    expect((await ask('manager')).status).toBe(204);
    expect(mailServer.mails).toEqual([]);
    await expect.poll(() => controller.fingerprint()).not.toBe(before);
  });

  it('[P16] comes three times an hour at most', async () => {
    for (let i = 1; i <= 3; i += 1) {
      await ask('manager');
      await mailed(i);
    }
    await ask('manager');
    at += 3_600_000;
    await ask('manager');
    await mailed(4);
  });

  it('[P16] [63] names the own address, whatever host the request asked', async () => {
    const { port } = new URL(controller.origin);
    const body = JSON.stringify({ loginName: 'manager' });
    await new Promise<void>((resolve, reject) => {
      const asked = request({
        ...{ host: '127.0.0.1', port, path: '/api/resets', method: 'POST' },
        headers: {
          ...{ host: 'evil.example', 'x-forwarded-host': 'evil.example' },
          ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
      });
      asked.on('response', (response) => response.resume().on('end', resolve)).on('error', reject);
      asked.end(body);
    });
    await mailed(1);
    expect(mailServer.mails[0]?.data).not.toContain('evil');
  });

  it('is not offered where no mail is set up', async () => {
    const bare = await startTestController();
    expect(await bare.anonymous.get('readResets')).toEqual({ byMail: false });
    expect((await bare.anonymous.send('askReset', { body: { loginName: 'admin' } })).status).toBe(
      204,
    );
    await bare.stop();
  });
});

describe("a link from the server's shell", () => {
  it('[P11] sets a new password and turns two steps off, and is in the audit log', async () => {
    await turnTwoStepOn(controller, await controller.as('manager'));
    const { secret } = await letIn(controller.store, 'Manager', at);
    const entered = await accept(secret);
    expect(entered.value?.session?.person.id).toBe('manager');
    expect((await signIn(NEXT)).status).toBe(200);
    expect((await accept(secret)).problem?.code).toBe('gone');
    const rows = await controller.store.records.audit.page(null, 10);
    expect(rows.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'manager person.use-let-in',
      '시스템(let-in) person.let-in',
      'manager person.two-step-on',
    ]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('[P11] works for an hour', async () => {
    const { secret } = await letIn(controller.store, 'manager', at);
    at += 3_600_000;
    expect((await accept(secret)).problem?.code).toBe('gone');
  });

  it('[P11] is not made for who is not there', async () => {
    await expect(letIn(controller.store, 'nobody', at)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
