import type { Context } from '../usecases/context.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { Head } from './chain.ts';
import { appendHead, headLine } from './heads.ts';

export interface HeadHouse {
  readonly context: Pick<Context, 'store' | 'now'>;
  readonly alerts: Pick<Alerts, 'write'>;
  readonly dataDir: string;
}

/**
 * [U6] [U15] Adds the head of today to the file of heads, and sends it by the channels of the alerts. Null, and
 * neither, while the audit log is empty.
 */
export async function exportHead({ context, alerts, dataDir }: HeadHouse): Promise<Head | null> {
  const { store, now } = context;
  const head = await store.records.audit.head();
  if (head === undefined) return null;
  const at = now();
  await appendHead(dataDir, head, at);
  const alert = alerts.write({ kind: 'audit-head', ...words(headLine(head, at)), screenIds: [] });
  if (alert.deliveries.length > 0) await store.transact((records) => records.alerts.put(alert));
  return head;
}

function words(line: string) {
  return {
    subject: '[전자게시대] 감사 기록 확인값입니다. 지우지 말고 보관해 주십시오',
    text: [
      '오늘 밤까지 쌓인 감사 기록의 확인값입니다. 따로 하실 일은 없습니다. 이 메시지를 보관해 주십시오.',
      line,
      '기록이 나중에 바뀌거나 잘리지 않았는지 보려면, 위의 한 줄을 파일에 담아 서버에서 확인해 주십시오: npm run audit:verify -- --head 파일',
    ].join('\n\n'),
  };
}
