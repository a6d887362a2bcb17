import type { Context } from './context.ts';

/** Removes sessions, one-time secrets and pairing codes that have expired. */
export async function forgetExpired({ store, now }: Context): Promise<object | null> {
  const at = now();
  const removed = await store.transact(async (records) => ({
    sessions: await records.sessions.removeExpired(at),
    secrets: await records.secrets.removeExpired(at),
    pairings: await records.pairings.removeExpired(at),
  }));
  return removed.sessions + removed.secrets + removed.pairings === 0 ? null : removed;
}
