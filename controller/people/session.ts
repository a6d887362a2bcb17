/** Sessions of the console: a secret in a cookie, its hash in the store. */
import type { Person } from '../../shared/content/person.ts';
import type { EpochMs } from '../../shared/time.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { Records, Session } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';
import { hashSecret, newSecret } from './secret.ts';

export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_LIFE_MS = 7 * 24 * HOUR_MS;
/** How often being seen is written down. */
const SEEN_EVERY_MS = 60_000;

/** A person and the session by which they are known. */
export interface SignedIn {
  readonly person: Person;
  readonly session: Session;
}

/** Writes a new session of a person who just proved who they are, and returns its secret, which nothing stores. */
export async function openSession(
  records: Records,
  { personId, device = '' }: { readonly personId: string; readonly device?: string },
  now: EpochMs,
): Promise<{ readonly secret: string; readonly session: Session }> {
  const secret = newSecret();
  const session: Session = {
    id: hashSecret(secret),
    personId,
    createdAt: now,
    seenAt: now,
    expiresAt: now + SESSION_IDLE_MS,
    confirmedAt: now,
    device,
  };
  await records.sessions.put(session);
  return { secret, session };
}

/**
 * Who the secret of a cookie belongs to; undefined for none, an unknown or expired one, or a disabled
 * person. Being seen moves the end of the session on, at most to seven days after its start.
 */
export async function signedInBy(
  context: Pick<Context, 'store' | 'now'>,
  secret: string | undefined,
): Promise<SignedIn | undefined> {
  if (secret === undefined) return undefined;
  const { records } = context.store;
  const session = await records.sessions.get(hashSecret(secret));
  const now = context.now();
  if (!session || session.expiresAt <= now) return undefined;
  const person = await records.people.get(session.personId);
  if (!person || person.disabled) return undefined;
  if (now - session.seenAt < SEEN_EVERY_MS) return { person, session };
  return { person, session: await seen(context, session) };
}

async function seen(context: Pick<Context, 'store' | 'now'>, session: Session): Promise<Session> {
  const now = context.now();
  const expiresAt = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_LIFE_MS);
  return context.store.transact(async (records) => {
    // Signed out in between, it must not come back; confirmed in between, it must stay so.
    const newest = await records.sessions.get(session.id);
    const renewed = { ...(newest ?? session), seenAt: now, expiresAt };
    if (newest) await records.sessions.put(renewed);
    return renewed;
  });
}
