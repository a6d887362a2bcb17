import type { PersonSessions, SessionView } from '../../shared/content/session-view.ts';
import { refuseForeignGrants } from '../people/grant-rules.ts';
import { activeTwoStep } from '../people/second-step.ts';
import type { SignedIn } from '../people/session.ts';
import type { Session } from '../store/store.ts';
import type { Context } from './context.ts';
import { isManagedBy, unknownPerson } from './invite-person.ts';

/** The own sessions, the one seen last first. */
export async function listSessions(
  { store, now }: Context,
  { person, session }: SignedIn,
): Promise<SessionView[]> {
  const sessions = await store.records.sessions.ofPerson(person.id, now());
  return sessions.map((one) => viewOf(one, session.id));
}

/** How a person that `caller` manages signs in, and where they are. Throws `not-found`, `forbidden`. */
export async function listSessionsOf(
  { store, now }: Context,
  caller: SignedIn,
  personId: string,
): Promise<PersonSessions> {
  const { records } = store;
  const person = await records.people.get(personId);
  if (!person || !isManagedBy(person, caller.person)) throw unknownPerson();
  refuseForeignGrants(caller.person, person.grants);
  const sessions = await records.sessions.ofPerson(personId, now());
  return {
    hasTwoStep: (await activeTwoStep(records, personId)) !== undefined,
    sessions: sessions.map((one) => viewOf(one, caller.session.id)),
  };
}

function viewOf({ id, device, createdAt, seenAt }: Session, thisId: string): SessionView {
  return { id, device, createdAt, seenAt, isThis: id === thisId };
}
