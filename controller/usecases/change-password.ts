import { Refusal } from '../../shared/problem.ts';
import { refuseWeakPassword } from '../people/password-rules.ts';
import { hashPassword, passwordFits } from '../people/password.ts';
import { openSession, type SignedIn } from '../people/session.ts';
import type { SignInLimit } from '../people/sign-in-limit.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { noteFailure } from './note-failure.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
  /** What the browser is, in words. */
  readonly device: string;
}

/**
 * Sets a new password, ends every session of the person and opens a new one, whose secret it returns.
 * Throws `invalid` for a wrong current password or a weak new one, `too-many` like a sign-in.
 */
export async function changePassword(
  context: Context,
  limit: SignInLimit,
  { person, current, next, address, device }: PasswordChange & SignedIn,
): Promise<string> {
  const { loginName } = person;
  const counted = limit.attempt({ loginName, address, isKnownDevice: true });
  const stored = await context.store.records.people.passwordHash(person.id);
  if (!(await passwordFits(current, stored))) {
    noteFailure(context, counted, person);
    throw new Refusal('invalid', '지금 비밀번호가 맞지 않습니다.', [
      { path: 'current', message: '지금 쓰는 비밀번호를 다시 적어 주십시오.' },
    ]);
  }
  counted.succeed();
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
    return openSession(records, { personId: person.id, device }, context.now());
  });
  context.consoles.disconnectPerson(person.id);
  return value.secret;
}
