import type { Alert } from '../../shared/content/alert.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Alerts } from '../watch/alerts.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { requireRight } from './require-right.ts';

/** Writes an alert that says that it is a test; it goes out with the next round. Throws `conflict` where nothing is set up. */
export async function sendTestAlert(
  context: Context,
  alerts: Alerts,
  person: Person,
): Promise<Alert> {
  requireRight(person, 'screen.write', { organizationId: null });
  if (alerts.senders.length === 0)
    throw new Refusal(
      'conflict',
      '알림을 보낼 곳이 없습니다. 서버의 환경 변수 SMTP_URL과 ALERT_TO, 또는 ALERT_WEBHOOK을 적고 다시 시작해 주십시오.',
    );
  const alert = alerts.write({
    kind: 'test',
    subject: '[전자게시대] 시험 알림입니다',
    text: `${person.displayName} 님이 콘솔에서 보낸 시험 알림입니다. 이 글이 보이면 알림이 잘 옵니다.`,
    screenIds: [],
  });
  await change(context, { person }, async (records, noted) => {
    await records.alerts.put(alert);
    noted.touch('watch');
    noted.record({ action: 'alert.test', subjectId: alert.id, before: null, after: null });
  });
  return alert;
}
