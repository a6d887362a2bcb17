import { Refusal } from '../../shared/problem.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { Session } from '../store/store.ts';
import type { Context } from '../usecases/context.ts';

const CONFIRMED_MS = 10 * MINUTE_MS;

/** Throws `step-up-needed` unless the person of the session has signed in within the last ten minutes. */
export function requireConfirmed(context: Pick<Context, 'now'>, session: Session): void {
  if (context.now() - session.createdAt < CONFIRMED_MS) return;
  throw new Refusal(
    'step-up-needed',
    '본인인지 다시 확인해야 합니다. 로그아웃한 뒤 다시 로그인해 주십시오.',
  );
}
