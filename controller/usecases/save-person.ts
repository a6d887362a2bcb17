import type { Grant, Person } from '../../shared/content/person.ts';
import { requireConfirmed } from '../people/confirmed.ts';
import {
  refuseBadGrants,
  refuseForeignGrants,
  refuseNoAdministrator,
} from '../people/grant-rules.ts';
import type { SignedIn } from '../people/session.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { isManagedBy, unknownPerson } from './invite-person.ts';
import { refuseStale } from './refuse-stale.ts';

export interface PersonFields {
  readonly displayName: string;
  readonly email: string | null;
  readonly grants: Grant[];
  readonly disabled: boolean;
  readonly version: number;
}

/** Changes name, address and rights; live connections are cut, and a disabled person's sessions end. */
export async function savePerson(
  context: Context,
  { person: actor, session }: SignedIn,
  { personId, ...fields }: PersonFields & { readonly personId: string },
): Promise<Person> {
  const { value } = await change(context, { person: actor }, async (records, noted) => {
    const before = await records.people.get(personId);
    if (!before || !isManagedBy(before, actor)) throw unknownPerson();
    refuseForeignGrants(actor, [...before.grants, ...fields.grants]);
    requireConfirmed(context, session);
    await refuseBadGrants(records, fields.grants);
    refuseStale(before.version, fields.version);
    const after: Person = { ...before, ...fields, version: before.version + 1 };
    await records.people.put(after);
    await refuseNoAdministrator(records);
    if (after.disabled) {
      await records.sessions.removeOfPerson(personId);
      for (const purpose of ['invite', 'reset', 'let-in'] as const)
        await records.secrets.removeOf(purpose, personId);
    }
    noted.touch('people');
    noted.record({ action: 'person.save', subjectId: personId, before, after });
    return after;
  });
  context.consoles.disconnectPerson(personId);
  return value;
}
