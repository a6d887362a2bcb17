import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { refuseWeakPassword } from '../people/password-rules.ts';
import { hashPassword } from '../people/password.ts';
import { hashSecret } from '../people/secret.ts';
import { openSession } from '../people/session.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

/** Sets the password by an invitation's secret, ends older sessions and signs in. Throws `gone` for a used or old one. */
export async function acceptInvite(
  context: Context,
  invite: { readonly secret: string; readonly password: string },
): Promise<{ readonly person: Person; readonly secret: string }> {
  const hash = hashSecret(invite.secret);
  const found = await context.store.records.secrets.get(hash, 'invite', context.now());
  const person = await context.store.records.people.get(found?.subjectId ?? '');
  if (!person || person.disabled) throw gone();
  await refuseWeakPassword(invite.password, person, 'password');
  const passwordHash = await hashPassword(invite.password);
  const { value } = await change(context, { person }, async (records, noted) => {
    const now = context.now();
    if (!(await records.secrets.take(hash, 'invite', now))) throw gone();
    await records.people.setPasswordHash(person.id, passwordHash);
    await records.sessions.removeOfPerson(person.id);
    noted.record({
      action: 'person.accept-invite',
      subjectId: person.id,
      before: null,
      after: null,
    });
    return openSession(records, { personId: person.id }, now);
  });
  context.consoles.disconnectPerson(person.id);
  return { person, secret: value.secret };
}

function gone(): Refusal {
  return new Refusal(
    'gone',
    '초대 링크를 이미 썼거나 기한이 지났습니다. 관리자에게 새 링크를 요청해 주십시오.',
  );
}
