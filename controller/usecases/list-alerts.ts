import type { Alert } from '../../shared/content/alert.ts';
import type { Person } from '../../shared/content/person.ts';
import type { Alerts } from '../watch/alerts.ts';
import type { Context } from './context.ts';
import { requireRight } from './require-right.ts';

const MOST = 50;

interface AlertsView {
  readonly channels: Pick<Alerts['senders'][number], 'channel' | 'to'>[];
  readonly alerts: Alert[];
}

/** Where alerts go, and the newest of them. */
export async function listAlerts(
  context: Context,
  alerts: Alerts,
  person: Person,
): Promise<AlertsView> {
  requireRight(person, 'screen.write', { organizationId: null });
  return {
    channels: alerts.senders.map(({ channel, to }) => ({ channel, to })),
    alerts: [...(await context.store.records.alerts.recent(MOST))],
  };
}
