import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import { isKnownTo, openEntry, type Browser, type Entry } from '../people/entry.ts';
import { passwordFits } from '../people/password.ts';
import { hashSecret } from '../people/secret.ts';
import { takeSecondStep } from '../people/second-step.ts';
import type { Attempt, SignInLimit } from '../people/sign-in-limit.ts';
import type { Context } from './context.ts';
import { noteFailure, noteSecondStep } from './note-failure.ts';

export interface SignInAttempt {
  readonly loginName: string;
  readonly password: string;
  /** Of the second step; null before it is asked for. */
  readonly code: string | null;
  /** The peer's address, behind trusted proxies the forwarded one. */
  readonly address: string;
  readonly browser: Browser;
  /** The secret of a session that the browser still holds: it ends with the new one. */
  readonly held: string | undefined;
}

/**
 * Opens a session. Unknown names, wrong passwords and disabled people get the same `unauthenticated` after the
 * same work; `too-many` after too many failures. With the right password of a person who has a second step:
 * `code-needed` without a code, `invalid` for a wrong one.
 */
export async function signIn(
  context: Context,
  limit: SignInLimit,
  attempt: SignInAttempt,
): Promise<Entry & { readonly person: Person }> {
  const loginName = attempt.loginName.trim().toLowerCase();
  const { address, browser } = attempt;
  const { records } = context.store;
  const person = await records.people.byLoginName(loginName);
  const isKnownDevice = await isKnownTo(records, { personId: person?.id, browser }, context.now());
  const counted = limit.attempt({ loginName, address, isKnownDevice });
  const stored = await records.people.passwordHash(person?.id ?? '');
  const fits = await passwordFits(attempt.password, stored);
  if (!fits || !person || person.disabled) {
    context.log.warn({ loginName, address }, 'sign-in refused');
    noteFailure(context, counted, person);
    throw wrongPassword();
  }
  const entry = await enter(context, counted, { ...attempt, person, stored });
  if (attempt.held !== undefined) context.consoles.disconnectSession(hashSecret(attempt.held));
  return { person, ...entry };
}

async function enter(
  context: Context,
  counted: Attempt,
  {
    person,
    stored,
    code,
    browser,
    held,
  }: SignInAttempt & { readonly person: Person; readonly stored: string | undefined },
): Promise<Entry> {
  const now = context.now();
  const personId = person.id;
  try {
    const entry = await context.store.transact(async (records) => {
      // Changed while it was checked: the old one opens nothing any more.
      if ((await records.people.passwordHash(personId)) !== stored) throw wrongPassword();
      await takeSecondStep(records, { personId, code }, now);
      if (held !== undefined) await records.sessions.remove(hashSecret(held));
      return openEntry(records, { personId, browser }, now);
    });
    counted.succeed();
    return entry;
  } catch (error) {
    noteSecondStep(context, counted, { person, error });
    throw error;
  }
}

function wrongPassword(): Refusal {
  return new Refusal('unauthenticated', '아이디나 비밀번호가 맞지 않습니다. 다시 확인해 주십시오.');
}
