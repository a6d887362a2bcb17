import { Refusal } from '../../shared/problem.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { EpochMs } from '../../shared/time.ts';

export const MOST_FAILURES = 5;
export const FAILURE_WINDOW_MS = 15 * MINUTE_MS;
const MOST_KEYS = 50_000;

/** Counts failed sign-ins by account and address: whoever guesses locks out only their own address. */
export interface SignInLimit {
  /** Counts an attempt as failed until `clear` says otherwise. Throws `Refusal('too-many')` at the limit. */
  attempt(loginName: string, address: string): void;
  clear(loginName: string, address: string): void;
}

/** A limit in memory; `now` is epoch milliseconds. */
export function signInLimit(now: () => EpochMs): SignInLimit {
  const failuresByKey = new Map<string, readonly EpochMs[]>();
  return {
    attempt: (loginName, address) => {
      const at = now();
      const key = keyOf(loginName, address);
      const recent = (failuresByKey.get(key) ?? []).filter((then) => then > at - FAILURE_WINDOW_MS);
      if (recent.length >= MOST_FAILURES) throw tooMany();
      failuresByKey.delete(key);
      failuresByKey.set(key, [...recent, at]);
      if (failuresByKey.size > MOST_KEYS) dropOldest(failuresByKey);
    },
    clear: (loginName, address) => {
      failuresByKey.delete(keyOf(loginName, address));
    },
  };
}

/** IPv6 users own a /64 at least, so its lower half says nothing. */
function keyOf(loginName: string, address: string): string {
  const isIPv6 = address.includes(':') && !address.includes('.');
  return `${isIPv6 ? network64(address) : address} ${loginName}`;
}

function network64(address: string): string {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? 8 - first.length - last.length : 0;
  const groups = [...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  return groups.slice(0, 4).join(':');
}

/** Keys are in the order of their latest failure. */
function dropOldest(failuresByKey: Map<string, readonly EpochMs[]>): void {
  const oldest = failuresByKey.keys().next().value;
  if (oldest !== undefined) failuresByKey.delete(oldest);
}

function tooMany(): Refusal {
  return new Refusal('too-many', '로그인에 여러 번 실패했습니다. 15분 뒤에 다시 시도해 주십시오.');
}
