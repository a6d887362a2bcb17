import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { openEntry, type Browser, type Entry } from '../people/entry.ts';
import { refuseWeakPassword } from '../people/password-rules.ts';
import { hashPassword } from '../people/password.ts';
import { hashSecret } from '../people/secret.ts';
import { activeTwoStep } from '../people/second-step.ts';
import type { Records } from '../store/store.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

/** The links that set a password, and what of each stands in the audit log. */
const ACTIONS = {
  invite: 'person.accept-invite',
  reset: 'person.reset-password',
  'let-in': 'person.use-let-in',
} as const satisfies Partial<Record<Parameters<Records['secrets']['get']>[1], string>>;
type Purpose = keyof typeof ACTIONS;
const PURPOSES = Object.keys(ACTIONS) as Purpose[];

/**
 * Sets the password by the secret of a link: an invitation's, one by mail, one from the server's shell (which also
 * turns the second step off). Ends all sessions and signs in; a person with a second step is not signed in, and
 * `entry` is null. Throws `gone` for a used or old link, `invalid` for a weak password.
 */
export async function acceptInvite(
  context: Context,
  invite: { readonly secret: string; readonly password: string; readonly browser: Browser },
): Promise<{ readonly person: Person; readonly entry: Entry | null }> {
  const hash = hashSecret(invite.secret);
  const found = await findLink(context.store.records, hash, context.now());
  const person = await context.store.records.people.get(found?.subjectId ?? '');
  if (!found || !person || person.disabled) throw gone();
  await refuseWeakPassword(invite.password, person, 'password');
  const passwordHash = await hashPassword(invite.password);
  const { value } = await change(context, { person }, async (records, noted) => {
    const now = context.now();
    const { purpose } = found;
    const isStill = (await records.people.get(person.id))?.disabled === false;
    if (!isStill || !(await records.secrets.take(hash, purpose, now))) throw gone();
    await setPassword(records, { personId: person.id, passwordHash, purpose });
    noted.record({
      ...{ action: ACTIONS[purpose], subjectId: person.id },
      ...{ before: null, after: null },
    });
    if (await activeTwoStep(records, person.id)) return null;
    return openEntry(records, { personId: person.id, browser: invite.browser }, now);
  });
  context.consoles.disconnectPerson(person.id);
  return { person, entry: value };
}

async function findLink(records: Records, hash: string, now: number) {
  for (const purpose of PURPOSES) {
    const found = await records.secrets.get(hash, purpose, now);
    if (found) return { ...found, purpose };
  }
  return undefined;
}

/** Whoever knew the old one is out, and other links that could set another stop working. */
async function setPassword(
  records: Records,
  {
    personId,
    passwordHash,
    purpose,
  }: { readonly personId: string; readonly passwordHash: string; readonly purpose: Purpose },
): Promise<void> {
  await records.people.setPasswordHash(personId, passwordHash);
  await records.sessions.removeOfPerson(personId);
  await records.knownDevices.removeOfPerson(personId);
  for (const other of PURPOSES) await records.secrets.removeOf(other, personId);
  if (purpose === 'let-in') await records.twoSteps.remove(personId);
}

function gone(): Refusal {
  return new Refusal(
    'gone',
    '링크를 이미 썼거나 기한이 지났습니다. 새 링크를 받아 다시 시도해 주십시오.',
  );
}
