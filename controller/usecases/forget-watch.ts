import { DAY_MS } from '../../shared/time.ts';
import type { Context } from './context.ts';
import { KEPT_DAYS } from './forget-history.ts';

/** [W41] */
const REPORT_DAYS = 60;
const ALERT_DAYS = 60;

/** Removes pictures, problems, alerts and words to submitters of long ago, and outages of which no report is made any more. */
export async function forgetWatch({ store, now }: Context): Promise<object | null> {
  const at = now();
  const removed = await store.transact(async (records) => ({
    reports: await records.boardReports.removeBefore(at - REPORT_DAYS * DAY_MS),
    problems: await records.boardProblems.removeBefore(at - REPORT_DAYS * DAY_MS),
    alerts: await records.alerts.removeBefore(at - ALERT_DAYS * DAY_MS),
    reviewNotes: await records.reviewNotes.removeBefore(at - ALERT_DAYS * DAY_MS),
    troubles: await records.troubles.removeBefore(at - KEPT_DAYS * DAY_MS),
  }));
  return Object.values(removed).every((count) => count === 0) ? null : removed;
}
