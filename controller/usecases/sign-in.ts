import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { passwordFits } from '../people/password.ts';
import { hashSecret } from '../people/secret.ts';
import { openSession } from '../people/session.ts';
import type { SignInLimit } from '../people/sign-in-limit.ts';
import type { Context } from './context.ts';

export interface SignInAttempt {
  readonly loginName: string;
  readonly password: string;
  /** The peer's address, behind trusted proxies the forwarded one. */
  readonly address: string;
  /** The secret of a session that the browser still holds: it ends with the new one. */
  readonly held: string | undefined;
}

/**
 * Opens a session. Unknown names, wrong passwords and disabled people get the same `unauthenticated`
 * after the same work; `too-many` after five failures of an account from one address in 15 minutes.
 */
export async function signIn(
  context: Context,
  limit: SignInLimit,
  attempt: SignInAttempt,
): Promise<{ readonly person: Person; readonly secret: string }> {
  const loginName = attempt.loginName.trim().toLowerCase();
  limit.attempt(loginName, attempt.address);
  const { people } = context.store.records;
  const person = await people.byLoginName(loginName);
  const stored = await people.passwordHash(person?.id ?? '');
  const fits = await passwordFits(attempt.password, stored);
  if (!fits || !person || person.disabled) {
    context.log.warn({ loginName, address: attempt.address }, 'sign-in refused');
    throw new Refusal(
      'unauthenticated',
      '아이디나 비밀번호가 맞지 않습니다. 다시 확인해 주십시오.',
    );
  }
  limit.clear(loginName, attempt.address);
  const { secret } = await context.store.transact(async (records) => {
    if (attempt.held !== undefined) await records.sessions.remove(hashSecret(attempt.held));
    return openSession(records, { personId: person.id }, context.now());
  });
  return { person, secret };
}
