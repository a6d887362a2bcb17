import type { Context } from './context.ts';

/** Removes sessions, one-time secrets, known browsers and pairing codes that have expired. */
export async function forgetExpired({ store, now }: Context): Promise<object | null> {
  const at = now();
  const removed = await store.transact(async (records) => ({
    sessions: await records.sessions.removeExpired(at),
    secrets: await records.secrets.removeExpired(at),
    devices: await records.knownDevices.removeExpired(at),
    pairings: await records.pairings.removeExpired(at),
  }));
  return Object.values(removed).every((count) => count === 0) ? null : removed;
}
