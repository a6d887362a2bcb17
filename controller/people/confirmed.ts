import { Refusal } from '../../shared/problem.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { Session } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';

/** How long a password that was typed stands for its person. */
export const CONFIRMED_MS = 10 * MINUTE_MS;

/** Throws `step-up-needed` unless the session's person proved who they are within the last ten minutes. */
export function requireConfirmed(context: Pick<Context, 'now'>, session: Session): void {
  const { confirmedAt } = session;
  if (confirmedAt !== null && context.now() - confirmedAt < CONFIRMED_MS) return;
  throw new Refusal('step-up-needed', '중요한 작업입니다. 비밀번호를 다시 한 번 적어 주십시오.');
}
