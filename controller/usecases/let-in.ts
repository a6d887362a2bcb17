import { Refusal } from '../../shared/problem.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { EpochMs } from '../../shared/time.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import type { Store } from '../store/store.ts';

const LET_IN_MS = HOUR_MS;

/**
 * A one-time link's secret for someone who is locked out, made by who has the server itself: it sets a new password
 * and turns the second step off. Throws `not-found` for an unknown or disabled account.
 */
export async function letIn(
  store: Store,
  loginName: string,
  now: EpochMs,
): Promise<{ readonly secret: string; readonly expiresAt: EpochMs }> {
  const secret = newSecret();
  const expiresAt = now + LET_IN_MS;
  await store.transact(async (records) => {
    const person = await records.people.byLoginName(loginName.trim().toLowerCase());
    if (!person || person.disabled)
      throw new Refusal('not-found', '그런 아이디로 쓰고 있는 사람이 없습니다.');
    const { id: subjectId, displayName } = person;
    await records.secrets.removeOf('let-in', subjectId);
    await records.secrets.put({
      hash: hashSecret(secret),
      purpose: 'let-in',
      subjectId,
      expiresAt,
    });
    await records.audit.add({
      ...{ at: now, personId: null, actor: '시스템(let-in)', action: 'person.let-in', subjectId },
      ...{ before: null, after: { displayName } },
    });
  });
  return { secret, expiresAt };
}
