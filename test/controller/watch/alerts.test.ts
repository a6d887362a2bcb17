/** A silent board, over real sockets, to a real mail server and a real webhook. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BoardWatch } from '../../../controller/watch/board-watch.ts';
import { mailSender } from '../../../controller/watch/mail.ts';
import { webhookSender } from '../../../controller/watch/webhook.ts';
import type { AlertSender } from '../../../controller/watch/alert-channel.ts';
import { seedHouse } from '../../support/house-fixture.ts';
import {
  startMailServer,
  startWebhookReceiver,
  textOfMail,
  type MailServer,
  type WebhookReceiver,
} from '../../support/mail-server.ts';
import { ReportingBoard } from '../../support/reporting-board.ts';
import { startTestController, type TestController } from '../../support/test-controller.ts';
import { aScreen } from '../../support/values.ts';

const NOON = Date.parse('2026-11-23T12:00:00+09:00');
const MIN = 60_000;
/** The mail server is waited for ten seconds: whoever waits that long was not let go. */
const LESS_THAN_PATIENCE_MS = 9000;

let post: MailServer;
let hook: WebhookReceiver;
let controller: TestController;
let watch: BoardWatch;
let clock: number;
const boards: ReportingBoard[] = [];

beforeAll(async () => {
  post = await startMailServer();
  hook = await startWebhookReceiver();
});
afterAll(async () => {
  await post.stop();
  await hook.stop();
});
beforeEach(async () => {
  clock = NOON;
  post.mood = 'well';
  hook.status = 200;
  (post.mails as unknown[]).length = 0;
  (hook.posts as unknown[]).length = 0;
  await open();
});
afterEach(async () => {
  for (const board of boards.splice(0)) board.close();
  await controller.stop();
});

const senders = (): AlertSender[] => [
  mailSender({
    url: post.url,
    from: 'board@example.kr',
    to: ['desk@example.kr', 'night@example.kr'],
  }),
  webhookSender(hook.url),
];

async function open(options: { dataDir?: string } = {}): Promise<void> {
  controller = await startTestController({
    now: () => clock,
    senders: senders(),
    seed: async (records) => {
      await seedHouse(records);
      await records.screens.put(aScreen({ id: 'second', name: '2번 출구' }));
    },
    ...options,
  });
  watch = new BoardWatch({ ...controller, origin: 'https://board.example.kr' });
}

async function connect(screenId: string): Promise<ReportingBoard> {
  const board = await ReportingBoard.open(controller, screenId);
  boards.push(board);
  return board;
}

/** Passes `ms` in looks of five seconds; `said` beat every fifteen. */
async function pass(ms: number, said: readonly ReportingBoard[] = []): Promise<void> {
  for (const end = clock + ms; clock < end;) {
    clock += 5000;
    if (clock % 15_000 === 0) for (const board of said) await board.beat();
    await watch.look();
    await controller.alerts.deliver();
  }
}

describe('alerts', () => {
  it('[W1] [53] a board that falls silent makes one mail and one post, and one of each when it is back', async () => {
    const board = await connect('board');
    await pass(MIN, [board]);
    await pass(1.5 * MIN);
    expect([post.mails.length, hook.posts.length]).toEqual([1, 1]);
    await pass(3.5 * MIN);
    expect(post.mails).toHaveLength(1);
    expect(post.mails[0]).toMatchObject({
      from: 'board@example.kr',
      to: ['desk@example.kr', 'night@example.kr'],
    });
    const text = textOfMail(post.mails[0]!);
    for (const part of ['낮 12:01', '연결이 끊겼습니다', '전원과 인터넷', '/console#/screens'])
      expect(text).toContain(part);
    expect(hook.posts[0]?.body).toMatchObject({
      text: expect.stringContaining('연결이 끊겼습니다') as string,
      alerts: [{ kind: 'trouble', screenIds: ['board'] }],
    });
    await pass(3 * MIN, [board]);
    expect(post.mails).toHaveLength(2);
    expect(textOfMail(post.mails[1]!)).toContain('지금은 정상입니다');
    expect(hook.posts.map(({ body }) => body)).toMatchObject([
      { alerts: [{ kind: 'trouble' }] },
      { alerts: [{ kind: 'recovery' }] },
    ]);
  });

  it('[W5] [53] two boards at once make one message that names both', async () => {
    const both = [await connect('board'), await connect('second')];
    await pass(MIN, both);
    await pass(5 * MIN);
    expect(post.mails).toHaveLength(1);
    expect(hook.posts[0]?.body).toMatchObject({ alerts: [{ screenIds: ['second', 'board'] }] });
    expect(textOfMail(post.mails[0]!)).toContain('2번 출구');
  });

  it('[W7] [53] what could not be sent is tried again, ever less often, and comes as one message', async () => {
    post.mood = 'down';
    const board = await connect('board');
    await pass(MIN, [board]);
    await pass(10 * MIN);
    await pass(2 * MIN, [board]);
    const waiting = await controller.store.records.alerts.pending();
    expect(waiting.map(({ kind }) => kind)).toEqual(['trouble', 'recovery']);
    const delivery = waiting[0]?.deliveries.find(({ channel }) => channel === 'mail');
    expect(delivery).toMatchObject({
      sentAt: null,
      error: expect.stringContaining('421') as string,
    });
    // At 0, 0.5, 1.5, 3.5 and 7.5 minutes. What the console is told of it:
    const { alerts } = await (await controller.as('admin')).get('listAlerts');
    expect(alerts.map(({ kind }) => kind)).toEqual(['recovery', 'trouble']);
    expect(alerts[1]?.deliveries[0]).toEqual(delivery);
    expect(delivery?.attempts).toBe(5);
    expect(hook.posts).toHaveLength(2);
    post.mood = 'well';
    await pass(30 * MIN, [board]);
    expect(post.mails).toHaveLength(1);
    const text = textOfMail(post.mails[0]!);
    expect(text).toContain('전원과 인터넷');
    expect(text).toContain('지금은 정상입니다');
    expect(await controller.store.records.alerts.pending()).toEqual([]);
  });

  it('[W4] [53] a board that comes and goes for half an hour makes one message, and one when it stays', async () => {
    const board = await connect('board');
    await pass(MIN, [board]);
    for (let times = 0; times < 10; times += 1) {
      await pass(2 * MIN);
      await pass(MIN / 2, [board]);
    }
    expect([post.mails.length, hook.posts.length]).toEqual([1, 1]);
    await pass(30 * MIN, [board]);
    expect([post.mails.length, hook.posts.length]).toEqual([2, 2]);
  });

  it('[W7] waits over a restart of the controller, and a start makes no alarm of its own', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'plaza-watch-'));
    post.mood = 'down';
    const board = await connect('board');
    await pass(MIN, [board]);
    await pass(2 * MIN);
    board.close();
    await controller.store.copyTo(join(dataDir, 'plaza.db'));
    await controller.stop();
    post.mood = 'well';
    await open({ dataDir });
    const again = await connect('board');
    await pass(20 * MIN, [again]);
    expect(post.mails.map((mail) => textOfMail(mail).includes('지금은 정상입니다'))).toEqual([
      false,
      true,
    ]);
    again.close();
    await controller.stop();
    await rm(dataDir, { recursive: true });
    await open();
  });

  it('[W7] a redirect or an error of the webhook is a failure, and mail goes all the same', async () => {
    hook.status = 302;
    const admin = await controller.as('admin');
    await admin.get('sendTestAlert');
    await controller.alerts.deliver();
    const { alerts, channels } = await admin.get('listAlerts');
    expect(channels).toEqual([
      { channel: 'mail', to: 'desk@example.kr, night@example.kr' },
      { channel: 'webhook', to: new URL(hook.url).host },
    ]);
    expect(alerts[0]?.deliveries).toMatchObject([
      { channel: 'mail', sentAt: clock, error: null },
      { channel: 'webhook', sentAt: null, error: 'the webhook answered 302' },
    ]);
    expect(post.mails).toHaveLength(1);
    const [row] = await controller.store.records.audit.page(null, 1);
    expect(row).toMatchObject({ action: 'alert.test', personId: 'admin' });
  });

  it(
    '[W7] a mail server that says nothing is let go of when the controller stops',
    async () => {
      post.mood = 'silent';
      const admin = await controller.as('admin');
      await admin.get('sendTestAlert');
      const delivering = controller.alerts.deliver();
      await new Promise((resolve) => setTimeout(resolve, 100));
      controller.alerts.stop();
      await delivering;
      const [alert] = await controller.store.records.alerts.pending();
      expect(alert?.deliveries[0]).toMatchObject({ attempts: 0, nextAt: clock });
    },
    LESS_THAN_PATIENCE_MS,
  );

  it('[W6] a board that holds an old revision for five minutes is told of', async () => {
    const board = await connect('board');
    const manager = await controller.as('manager');
    await manager.get('withdrawSlide', { params: { slideId: 'bread' }, body: { version: 1 } });
    board.manifest = { ...board.manifest, revision: 0 };
    await pass(7 * MIN, [board]);
    const troubles = await (await controller.as('viewer')).get('listTroubles');
    expect(troubles).toMatchObject([{ screenId: 'board', kind: 'behind', endedAt: null }]);
  });

  it('[W1] the trouble of a PC that was taken away ends, and nobody is told', async () => {
    const board = await connect('board');
    await pass(MIN, [board]);
    await pass(2 * MIN);
    const admin = await controller.as('admin');
    await admin.get('revokeDevice', { params: { screenId: 'board' } });
    await pass(10 * MIN);
    expect(post.mails).toHaveLength(1);
    expect(await admin.get('listTroubles')).toMatchObject([
      { endedAt: expect.any(Number) as number },
    ]);
  });
});

describe('without a way out', () => {
  it('[W8] a test says what to set up, and trouble is kept all the same', async () => {
    const quiet = await startTestController();
    const admin = await quiet.as('admin');
    const { problem } = await admin.send('sendTestAlert');
    expect(problem).toMatchObject({ code: 'conflict' });
    expect(problem?.title).toContain('SMTP_URL');
    expect(await admin.get('listAlerts')).toEqual({ channels: [], alerts: [] });
    await quiet.stop();
  });
});
