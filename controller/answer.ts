/** The one place where whatever a use case throws becomes a reply, for HTTP and for sockets. */
import { Refusal } from '../shared/problem.ts';
import type { FieldProblem, ProblemCode } from '../shared/problem.ts';

/** A `Reply` that also names the refused fields; sockets send it as it is, HTTP as a problem. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly message: string;
      readonly fields: readonly FieldProblem[];
    };

const INTERNAL =
  '서버에 문제가 생겼습니다. 잠시 뒤 다시 시도하고, 계속되면 관리자에게 알려 주십시오.';

/** Runs `work` and folds its outcome; a bug is handed to `log` once and leaves as `internal`. Never rejects. */
export async function answer<T>(
  work: () => Promise<T>,
  log: (bug: unknown) => void,
): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, code: error.code, message: error.message, fields: error.fields };
    }
    log(error);
    return { ok: false, code: 'internal', message: INTERNAL, fields: [] };
  }
}
