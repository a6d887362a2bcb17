import { Refusal } from '../../shared/problem.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { EpochMs } from '../../shared/time.ts';
import { Failures } from './failures.ts';
import { networkOf } from './network-of.ts';

/** Failures of an account from one address (P12). */
export const MOST_FAILURES = 5;
/** Failures from one address, whatever the account (P13). */
export const MOST_OF_ADDRESS = 50;
/** Failures of an account from all addresses; then only a known browser may try (P14). */
export const MOST_OF_ACCOUNT = 20;
export const FAILURE_WINDOW_MS = 15 * MINUTE_MS;

export interface Try {
  readonly loginName: string;
  readonly address: string;
  /** The browser carries the cookie of an earlier sign-in of this account. */
  readonly isKnownDevice: boolean;
}

/** A try that counts as failed until it says otherwise. */
export interface Attempt {
  /** It was wrong. Answers whether that locked the account, for the first time within the window. */
  fail(): boolean;
  /** It was neither wrong nor the whole proof: as if it had not been. */
  takeBack(): void;
  /** It was right: also what failed before from this address is forgotten. */
  succeed(): void;
}

/** Counts failed proofs of who somebody is. Whoever guesses locks out themselves, not the owner at a known browser. */
export interface SignInLimit {
  /** Throws `Refusal('too-many')` at a limit, in the same words for each. */
  attempt(tried: Try): Attempt;
}

/** A limit in memory; `now` is epoch milliseconds. */
export function signInLimit(now: () => EpochMs): SignInLimit {
  const ofPair = new Failures(FAILURE_WINDOW_MS);
  const ofAddress = new Failures(FAILURE_WINDOW_MS);
  const ofAccount = new Failures(FAILURE_WINDOW_MS);
  const locked = new Failures(FAILURE_WINDOW_MS);
  return {
    attempt: ({ loginName, address, isKnownDevice }) => {
      const at = now();
      const network = networkOf(address);
      const pair = `${network} ${loginName}`;
      const isLocked = !isKnownDevice && ofAccount.count(loginName, at) >= MOST_OF_ACCOUNT;
      const isOver = ofAddress.count(network, at) >= MOST_OF_ADDRESS;
      if (isLocked || isOver || ofPair.count(pair, at) >= MOST_FAILURES) throw tooMany();
      ofPair.add(pair, at);
      ofAddress.add(network, at);
      ofAccount.add(loginName, at);
      const takeBack = () => {
        ofPair.takeBack(pair, at);
        ofAddress.takeBack(network, at);
        ofAccount.takeBack(loginName, at);
      };
      return {
        fail: () => {
          const isFull =
            ofPair.count(pair, at) >= MOST_FAILURES ||
            ofAccount.count(loginName, at) >= MOST_OF_ACCOUNT;
          if (!isFull || locked.count(loginName, at) > 0) return false;
          locked.add(loginName, at);
          return true;
        },
        takeBack,
        succeed: () => {
          takeBack();
          ofPair.clear(pair);
        },
      };
    },
  };
}

function tooMany(): Refusal {
  return new Refusal('too-many', '로그인에 여러 번 실패했습니다. 15분 뒤에 다시 시도해 주십시오.');
}
