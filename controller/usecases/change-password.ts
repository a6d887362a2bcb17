import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { refuseWeakPassword } from '../people/password-rules.ts';
import { hashPassword, passwordFits } from '../people/password.ts';
import { openSession } from '../people/session.ts';
import type { SignInLimit } from '../people/sign-in-limit.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
}

/**
 * Sets a new password, ends every session of the person and opens a new one, whose secret it returns.
 * Throws `invalid` for a wrong current password or a weak new one, `too-many` like a sign-in.
 */
export async function changePassword(
  context: Context,
  limit: SignInLimit,
  { person, current, next, address }: PasswordChange & { readonly person: Person },
): Promise<string> {
  limit.attempt(person.loginName, address);
  const stored = await context.store.records.people.passwordHash(person.id);
  if (!(await passwordFits(current, stored))) {
    throw new Refusal('invalid', '지금 비밀번호가 맞지 않습니다.', [
      { path: 'current', message: '지금 쓰는 비밀번호를 다시 적어 주십시오.' },
    ]);
  }
  limit.clear(person.loginName, address);
  await refuseWeakPassword(next, person, 'next');
  const passwordHash = await hashPassword(next);
  const { value } = await change(context, { person }, async (records, noted) => {
    await records.people.setPasswordHash(person.id, passwordHash);
    await records.sessions.removeOfPerson(person.id);
    noted.record({
      action: 'person.change-password',
      subjectId: person.id,
      before: null,
      after: null,
    });
    return openSession(records, { personId: person.id }, context.now());
  });
  context.consoles.disconnectPerson(person.id);
  return value.secret;
}
