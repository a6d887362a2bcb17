/** Ending sessions: the next request is refused, and what is connected is cut at once. */
import { Refusal } from '../../shared/problem.ts';
import { requireConfirmed } from '../people/confirmed.ts';
import { refuseForeignGrants } from '../people/grant-rules.ts';
import type { SignedIn } from '../people/session.ts';
import type { Session } from '../store/store.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { isManagedBy, unknownPerson } from './invite-person.ts';

/** Ends one of the own sessions. Throws `not-found` for an unknown one and for those of others. */
export async function endSession(
  context: Context,
  caller: SignedIn,
  sessionId: string,
): Promise<void> {
  const ended = await end(context, caller, {
    personId: caller.person.id,
    isMeant: ({ id }) => id === sessionId,
  });
  if (ended === 0)
    throw new Refusal('not-found', '이미 끝난 로그인입니다. 목록을 새로 고쳐 주십시오.');
}

/** Ends all of the own sessions but the one that asks. */
export async function endOtherSessions(context: Context, caller: SignedIn): Promise<void> {
  const { person, session } = caller;
  await end(context, caller, { personId: person.id, isMeant: ({ id }) => id !== session.id });
}

/** Ends all sessions of a person whom `caller` manages. Throws `not-found`, `forbidden`, `step-up-needed`. */
export async function endSessionsOf(
  context: Context,
  caller: SignedIn,
  personId: string,
): Promise<void> {
  const person = await context.store.records.people.get(personId);
  if (!person || !isManagedBy(person, caller.person)) throw unknownPerson();
  refuseForeignGrants(caller.person, person.grants);
  requireConfirmed(context, caller.session);
  await end(context, caller, { personId, isMeant: () => true });
}

interface Ending {
  readonly personId: string;
  readonly isMeant: (session: Session) => boolean;
}

/** How many were ended; none leaves no row in the audit log. */
async function end(
  context: Context,
  { person }: SignedIn,
  { personId, isMeant }: Ending,
): Promise<number> {
  const { value: ended } = await change(context, { person }, async (records, noted) => {
    const sessions = await records.sessions.ofPerson(personId, context.now());
    const meant = sessions.filter(isMeant);
    for (const { id } of meant) await records.sessions.remove(id);
    if (meant.length > 0)
      noted.record({
        action: 'person.end-sessions',
        subjectId: personId,
        before: { sessions: meant.map(({ device }) => device) },
        after: null,
      });
    return meant;
  });
  for (const { id } of ended) context.consoles.disconnectSession(id);
  return ended.length;
}
