import type { SignedIn } from '../people/session.ts';
import type { Context } from './context.ts';

/** Ends the session, and the live connections that its person has open. */
export async function signOut(context: Context, { person, session }: SignedIn): Promise<void> {
  await context.store.transact((records) => records.sessions.remove(session.id));
  context.consoles.disconnectPerson(person.id);
}
