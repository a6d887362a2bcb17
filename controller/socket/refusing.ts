import { answer } from '../answer.ts';
import type { Log } from '../usecases/context.ts';

/** Runs a check before a socket is let in; what it refuses reaches the client as `connect_error` with `data.code`. */
export function refusing(
  log: Log,
  next: (error?: Error) => void,
  check: () => Promise<void>,
): void {
  void answer(check, (bug) => {
    log.error({ err: bug }, 'a socket could not be let in');
  }).then((outcome) => {
    if (outcome.ok) next();
    else next(Object.assign(new Error(outcome.message), { data: { code: outcome.code } }));
  });
}
