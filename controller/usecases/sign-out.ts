import type { SignedIn } from '../people/session.ts';
import type { Context } from './context.ts';

/** Ends the session, and the live connections that were opened by it. */
export async function signOut(context: Context, { session }: SignedIn): Promise<void> {
  await context.store.transact((records) => records.sessions.remove(session.id));
  context.consoles.disconnectSession(session.id);
}
