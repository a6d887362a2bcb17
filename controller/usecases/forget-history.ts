import { DAY_MS } from '../../shared/time.ts';
import type { Context } from './context.ts';

/** How long the plan of record of a day can be read: a year, and time to compare it with the next. */
export const KEPT_DAYS = 400;

/** Removes the history of manifests from which no day of the last `KEPT_DAYS` is made. */
export async function forgetHistory({ store, now }: Context): Promise<object | null> {
  const steps = await store.transact((records) =>
    records.history.removeBefore(now() - KEPT_DAYS * DAY_MS),
  );
  return steps === 0 ? null : { steps };
}
