/** A network that answers in the controller's place, such as the login page of a public Wi-Fi. */
import type { EpochMs } from '../../shared/time.ts';
import type { Reporter } from './reporter.ts';

export class Intercepted extends Error {
  override readonly name = 'Intercepted';
}

/** Network authentication required (RFC 6585): by it a login page names itself. */
const LOGIN_REQUIRED = 511;

/**
 * Throws `Intercepted`, and tells it, for a redirect (the controller sends none), a demand to log in, and a
 * good answer of another type than `type`. A refusal or an error page passes: proxies write them too.
 */
export function refuseForeign(
  response: Response,
  type: RegExp,
  { onIntercepted }: { readonly onIntercepted?: (interception: Intercepted) => void },
): void {
  const isRedirect = response.type === 'opaqueredirect' || isBetween(response.status, 300, 399);
  const found = response.headers.get('content-type') ?? 'no type';
  const isForeign = isBetween(response.status, 200, 299) && !type.test(found);
  if (!isRedirect && !isForeign && response.status !== LOGIN_REQUIRED) return;
  const answer = isRedirect ? 'a redirect' : `${String(response.status)} ${found}`;
  const interception = new Intercepted(`${answer} came in the controller's place`);
  onIntercepted?.(interception);
  throw interception;
}

/** Gathers interceptions, of which nobody can be told while they last, and tells of them afterwards. */
export class Interceptions {
  readonly #reporter: Pick<Reporter, 'report'>;
  readonly #now: () => EpochMs;
  #seen: { readonly fromMs: EpochMs; toMs: EpochMs; count: number; last: string } | null = null;

  constructor(reporter: Pick<Reporter, 'report'>, now: () => EpochMs) {
    this.#reporter = reporter;
    this.#now = now;
  }

  readonly note = ({ message }: Intercepted): void => {
    const toMs = this.#now();
    this.#seen ??= { fromMs: toMs, toMs, count: 0, last: message };
    this.#seen.toMs = toMs;
    this.#seen.count += 1;
    this.#seen.last = message;
  };

  /** To be called when the controller was heard. */
  tell(): void {
    const seen = this.#seen;
    if (!seen) return;
    this.#seen = null;
    const [from, to] = [seen.fromMs, seen.toMs].map((at) => new Date(at).toISOString());
    this.#reporter.report('intercepted', `${seen.count}× from ${from} to ${to}: ${seen.last}`);
  }
}

function isBetween(status: number, least: number, most: number): boolean {
  return status >= least && status <= most;
}
