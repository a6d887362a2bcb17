import { mayDo } from '../../shared/content/person.ts';
import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { EpochMs } from '../../shared/time.ts';
import { requireConfirmed } from '../people/confirmed.ts';
import { refuseBadGrants, refuseForeignGrants } from '../people/grant-rules.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import type { SignedIn } from '../people/session.ts';
import type { Records } from '../store/store.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

const INVITE_MS = 7 * 24 * HOUR_MS;

export interface Invitation {
  readonly inviteSecret: string;
  /** Exclusive. */
  readonly expiresAt: EpochMs;
}

/** Makes a person without a password, and the one-time secret by which they set it. Throws `step-up-needed`. */
export async function invitePerson(
  context: Context,
  { person: actor, session }: SignedIn,
  fields: Pick<Person, 'loginName' | 'displayName' | 'email' | 'grants'>,
): Promise<Invitation & { readonly person: Person }> {
  refuseForeignGrants(actor, fields.grants);
  requireConfirmed(context, session);
  const { value } = await change(context, { person: actor }, async (records, noted) => {
    await refuseBadGrants(records, fields.grants);
    if (await records.people.byLoginName(fields.loginName)) {
      throw new Refusal('conflict', '이미 있는 아이디입니다. 다른 아이디를 적어 주십시오.', [
        { path: 'loginName', message: '이미 있는 아이디입니다.' },
      ]);
    }
    const now = context.now();
    const id = context.newId();
    const person: Person = { id, ...fields, disabled: false, createdAt: now, version: 1 };
    await records.people.put(person);
    noted.touch('people');
    noted.record({ action: 'person.invite', subjectId: id, before: null, after: person });
    return { person, ...(await writeInvitation(records, id, now)) };
  });
  return value;
}

/** A new secret for someone who lost theirs or their password; the earlier one stops working. */
export async function reinvitePerson(
  context: Context,
  { person: actor, session }: SignedIn,
  personId: string,
): Promise<Invitation> {
  const { value } = await change(context, { person: actor }, async (records, noted) => {
    const person = await records.people.get(personId);
    if (!person || !isManagedBy(person, actor)) throw unknownPerson();
    refuseForeignGrants(actor, person.grants);
    requireConfirmed(context, session);
    noted.record({ action: 'person.reinvite', subjectId: personId, before: null, after: null });
    return writeInvitation(records, personId, context.now());
  });
  return value;
}

/** Whether `actor` may see `person` among the people that they manage. */
export function isManagedBy(person: Person, actor: Person): boolean {
  return person.grants.some(({ organizationId }) =>
    mayDo(actor, 'person.write', { organizationId }),
  );
}

/** The same for people that do not exist and for people of others. */
export function unknownPerson(): Refusal {
  return new Refusal('not-found', '그 사람을 찾을 수 없습니다. 목록을 새로 고쳐 주십시오.');
}

async function writeInvitation(
  records: Records,
  personId: string,
  now: EpochMs,
): Promise<Invitation> {
  await records.secrets.removeOf('invite', personId);
  const inviteSecret = newSecret();
  const expiresAt = now + INVITE_MS;
  await records.secrets.put({
    hash: hashSecret(inviteSecret),
    purpose: 'invite',
    subjectId: personId,
    expiresAt,
  });
  return { inviteSecret, expiresAt };
}
