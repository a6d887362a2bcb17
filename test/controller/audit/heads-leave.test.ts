/** The head of the night by mail and webhook, and what it is good for on another machine. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { exportHead } from '../../../controller/audit/export-head.ts';
import { readHeads } from '../../../controller/audit/heads.ts';
import { verifyChain } from '../../../controller/audit/verify-chain.ts';
import { readAuditRows } from '../../../controller/store/audit-file.ts';
import { mailSender } from '../../../controller/watch/mail.ts';
import { webhookSender } from '../../../controller/watch/webhook.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { startMailServer, startWebhookReceiver, textOfMail } from '../../support/mail-server.ts';
import { startTestController } from '../../support/test-controller.ts';

it('[U15] leaves the machine each night, is tried again, and tells of rows that were cut off', async () => {
  const [post, hook] = [await startMailServer(), await startWebhookReceiver()];
  const settings = { url: post.url, from: 'board@example.kr', to: ['desk@example.kr'] };
  let clock = Date.parse('2026-11-23T03:20:00+09:00');
  const controller = await startTestController({
    now: () => clock,
    senders: [mailSender(settings), webhookSender(hook.url)],
  });
  const admin = await controller.as('admin');
  await admin.get('sendTestAlert');
  await admin.get('sendTestAlert');
  await controller.alerts.deliver();
  post.mood = 'down';
  expect(await exportHead(controller)).toMatchObject({ lastId: 2 });
  await controller.alerts.deliver();
  post.mood = 'well';
  clock += HOUR_MS;
  await controller.alerts.deliver();

  const { text } = hook.posts.at(-1)?.body as { text: string };
  const lines = [textOfMail(post.mails.at(-1)!), text].map((one) => /^\{.*\}$/m.exec(one)?.[0]);
  expect(lines[0]).toMatch(
    /^\{"date":"2026-11-22T18:20:00.000Z","lastId":2,"hash":"[0-9a-f]{64}"\}$/,
  );
  expect(lines[1]).toBe(lines[0]);
  const [path, elsewhere] = ['plaza.db', 'elsewhere.jsonl'].map((name) =>
    join(controller.dataDir, name),
  ) as [string, string];
  writeFileSync(elsewhere, lines[0]!);
  const heads = await readHeads(elsewhere);
  expect(verifyChain(readAuditRows(path), heads).bad).toBeNull();
  const database = new DatabaseSync(path);
  database.exec('drop trigger "audit_never_removed"; delete from "audit" where "id" = 2');
  database.close();
  expect(verifyChain(readAuditRows(path)).bad).toBeNull();
  expect(verifyChain(readAuditRows(path), heads).bad).toEqual({ id: 2, fault: 'missing' });
  await controller.stop();
  await post.stop();
  await hook.stop();
});
