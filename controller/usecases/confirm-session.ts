import { Refusal } from '../../shared/problem.ts';
import { passwordFits } from '../people/password.ts';
import { takeSecondStep } from '../people/second-step.ts';
import type { SignedIn } from '../people/session.ts';
import type { SignInLimit } from '../people/sign-in-limit.ts';
import type { Context } from './context.ts';
import { noteFailure, noteSecondStep } from './note-failure.ts';

export interface Proof {
  readonly password: string;
  /** Of the second step; null before it is asked for. */
  readonly code: string | null;
  readonly address: string;
}

/**
 * Step-up: the person of a session proves once more who they are, and what needs it is open for ten minutes. Throws
 * `invalid` for a wrong password or code, `code-needed` without one, `too-many` like a sign-in.
 */
export async function confirmSession(
  context: Context,
  limit: SignInLimit,
  { person, session, password, code, address }: Proof & SignedIn,
): Promise<void> {
  const { loginName } = person;
  const counted = limit.attempt({ loginName, address, isKnownDevice: true });
  const stored = await context.store.records.people.passwordHash(person.id);
  if (!(await passwordFits(password, stored))) {
    noteFailure(context, counted, person);
    throw new Refusal('invalid', '비밀번호가 맞지 않습니다.', [
      { path: 'password', message: '로그인할 때 쓰는 비밀번호를 다시 적어 주십시오.' },
    ]);
  }
  const now = context.now();
  try {
    await context.store.transact(async (records) => {
      const newest = await records.sessions.get(session.id);
      if (!newest) throw new Refusal('unauthenticated', '먼저 로그인해 주십시오.');
      await takeSecondStep(records, { personId: person.id, code }, now);
      await records.sessions.put({ ...newest, confirmedAt: now });
    });
    counted.succeed();
  } catch (error) {
    noteSecondStep(context, counted, { person, error });
    throw error;
  }
}
