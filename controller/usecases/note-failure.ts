import type { Person } from '../../shared/content/person.ts';
import { Refusal } from '../../shared/problem.ts';
import type { Attempt } from '../people/sign-in-limit.ts';
import type { Context } from './context.ts';

/** What a second step that was refused counts for: none given is no failure, a wrong one is. */
export function noteSecondStep(
  context: Context,
  attempt: Attempt,
  { person, error }: { readonly person: Person; readonly error: unknown },
): void {
  if (error instanceof Refusal && error.code === 'invalid') noteFailure(context, attempt, person);
  else attempt.takeBack();
}

/**
 * Counts a failed proof; the one that locks an account leaves a row in the audit log. Not waited for: the answer
 * takes as long for an account that does not exist.
 */
export function noteFailure(context: Context, attempt: Attempt, person: Person | undefined): void {
  if (!attempt.fail() || !person) return;
  const entry = {
    ...{ at: context.now(), personId: null, actor: '시스템(로그인)', action: 'person.lock' },
    ...{ subjectId: person.id, before: null, after: { displayName: person.displayName } },
  };
  context.store
    .transact((records) => records.audit.add(entry))
    .catch((bug: unknown) => {
      context.log.error({ err: bug }, 'a lock was not noted');
    });
}
