/** Whoever asked for a review is mailed at their own address, beside the operators' queue and not in it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailSender } from '../../../controller/watch/mail.ts';
import { webhookSender } from '../../../controller/watch/webhook.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { PersonId } from '../../support/house-fixture.ts';
import {
  startMailServer,
  startWebhookReceiver,
  textOfMail,
  type MailServer,
  type WebhookReceiver,
} from '../../support/mail-server.ts';
import { openReviewedHouse, type ReviewedHouse } from '../../support/reviewed-house.ts';
import { noticeContent } from '../../support/values.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');

let house: ReviewedHouse;
let post: MailServer;
let hook: WebhookReceiver;
let clock = NOON;
beforeAll(async () => {
  [post, hook] = [await startMailServer(), await startWebhookReceiver()];
  const settings = { url: post.url, from: 'board@example.kr', to: ['desk@example.kr'] };
  house = await openReviewedHouse({
    now: () => clock,
    senders: [mailSender(settings), webhookSender(hook.url)],
  });
});
afterAll(async () => {
  await house.controller.stop();
  await post.stop();
  await hook.stop();
});
beforeEach(async () => {
  clock += 60 * MINUTE_MS;
  post.mood = 'well';
  post.unknown.clear();
  await write('baker', { email: 'baker@example.kr', disabled: false });
  await deliver();
  (post.mails as unknown[]).length = 0;
  (hook.posts as unknown[]).length = 0;
});

const deliver = () => house.controller.alerts.deliver();
const write = (id: PersonId, fields: { email?: string | null; disabled?: boolean }) =>
  house.controller.store.transact(async (records) => {
    await records.people.put({ ...(await records.people.get(id))!, ...fields });
  });
const rejected = async (title: string, by: PersonId = 'baker') =>
  house.reject(
    'guild-admin',
    await house.submit(by, await house.draft(by, noticeContent(title))),
    '가격을 적어 주십시오.',
  );
const test = () => house.by('admin').get('sendTestAlert');
const letters = () => post.mails.map((mail) => `${mail.to.join()}: ${textOfMail(mail)}`);

describe('whoever asked for a review', () => {
  it('[V21] is mailed at their own address, and the operators are not; the webhook is told as ever', async () => {
    await rejected('호두과자');
    await deliver();
    expect(letters()).toEqual([expect.stringMatching(/^baker@example\.kr: .*호두과자/)]);
    expect(letters()[0]).toContain('가격을 적어 주십시오.');
    expect(hook.posts.map(({ body }) => body)).toMatchObject([{ alerts: [{ kind: 'review' }] }]);
  });

  it.each([
    { who: 'has no address', fields: { email: null } },
    { who: 'is disabled by then', fields: { disabled: true } },
  ])('[V21] and $who is not mailed, nor is anybody else', async ({ fields }) => {
    await rejected('붕어빵');
    await write('baker', fields);
    await deliver();
    expect(post.mails).toEqual([]);
    expect(hook.posts).toHaveLength(1);
    expect(await house.controller.store.records.alerts.pending()).toEqual([]);
  });

  it('[W9] holds nobody else back by a wrong address, and gets all that waited once it is right', async () => {
    await write('manager', { email: 'manager@example.kr' });
    post.unknown.add('baker@example.kr');
    await rejected('어묵');
    await deliver();
    const nextAt = clock + MINUTE_MS / 2;
    // What comes at one instant has no order.
    clock += 1000;
    await rejected('순대');
    await rejected('상인회', 'manager');
    await test();
    await deliver();
    expect(post.mails.map(({ to }) => to.join()).sort()).toEqual([
      'desk@example.kr',
      'manager@example.kr',
    ]);
    const { alerts } = await house.by('admin').get('listAlerts');
    const stuck = alerts.flatMap(({ deliveries }) => deliveries.filter(({ error }) => error));
    expect(stuck).toMatchObject([
      { channel: 'mail', to: { personId: 'baker' }, attempts: 1, nextAt },
    ]);
    expect(stuck[0]?.error).toContain('550');
    (post.mails as unknown[]).length = 0;
    await write('baker', { email: 'bread@example.kr' });
    clock += MINUTE_MS;
    await deliver();
    expect(letters()).toEqual([expect.stringMatching(/^bread@example\.kr: .*어묵[^]*순대/)]);
    expect(await house.controller.store.records.alerts.pending()).toEqual([]);
  });

  it('[W9] is mailed later where the mail server is down, and what an earlier version stored still goes out', async () => {
    post.mood = 'down';
    const at = clock;
    const delivery = { attempts: 0, nextAt: at, sentAt: null, error: null };
    await house.controller.store.transact((records) =>
      records.alerts.put({
        ...{
          id: 'of-before',
          at,
          kind: 'review',
          subject: '예전 알림',
          text: '예전',
          screenIds: [],
        },
        deliveries: [{ channel: 'mail', ...delivery }],
      }),
    );
    await rejected('군고구마');
    await deliver();
    expect(post.mails).toEqual([]);
    post.mood = 'well';
    clock += MINUTE_MS / 2;
    await deliver();
    expect(post.mails.map(({ to }) => to.join()).sort()).toEqual([
      'baker@example.kr',
      'desk@example.kr',
    ]);
  });
});
