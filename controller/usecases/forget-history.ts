import { zoneOf } from '../../shared/content/screen.ts';
import { DAY_MS } from '../../shared/time.ts';
import { dateInZone } from '../manifest/offsets.ts';
import type { Context } from './context.ts';

/** How long the plan of record of a day can be read: a year, and time to compare it with the next. */
export const KEPT_DAYS = 400;

/** Removes the history of manifests from which no day of the last `KEPT_DAYS` is made, and the scans before them. */
export async function forgetHistory({ store, now }: Context): Promise<object | null> {
  const at = now() - KEPT_DAYS * DAY_MS;
  const { steps, scans } = await store.transact(async (records) => ({
    steps: await records.history.removeBefore(at),
    scans: await records.scans.removeBefore(dateInZone(zoneOf(await records.screens.all()), at)),
  }));
  return steps + scans === 0 ? null : { steps, scans };
}
