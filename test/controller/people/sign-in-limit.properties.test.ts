/** Whatever is tried, in whatever order: no more failures than the limits allow, in any 15 minutes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FAILURE_WINDOW_MS,
  MOST_FAILURES,
  MOST_OF_ACCOUNT,
  MOST_OF_ADDRESS,
  signInLimit,
} from '../../../controller/people/sign-in-limit.ts';

const tryOf = fc.record({
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: FAILURE_WINDOW_MS / 6 })),
  loginName: fc.constantFrom('kim', 'lee', 'park'),
  host: fc.integer({ min: 1, max: 12 }),
  isKnownDevice: fc.boolean(),
  outcome: fc.constantFrom<'fail' | 'succeed' | 'takeBack'>(
    ...(['fail', 'fail', 'fail', 'fail', 'succeed', 'takeBack'] as const),
  ),
});

type Try = typeof tryOf extends fc.Arbitrary<infer T> ? T : never;

interface Failed {
  readonly at: number;
  readonly loginName: string;
  readonly address: string;
  readonly isKnownDevice: boolean;
}

function failuresAmong(tries: readonly Try[]): Failed[] {
  let at = 0;
  const limit = signInLimit(() => at);
  const failed: Failed[] = [];
  for (const { waitMs, loginName, host, isKnownDevice, outcome } of tries) {
    at += waitMs;
    const address = `10.0.0.${host}`;
    try {
      const attempt = limit.attempt({ loginName, address, isKnownDevice });
      attempt[outcome]();
      if (outcome === 'fail') failed.push({ at, loginName, address, isKnownDevice });
      else if (outcome === 'succeed') forget(failed, { loginName, address });
    } catch {
      // Refused: it was no try.
    }
  }
  return failed;
}

/** What a success clears of its own account and address counts for these two no more. */
function forget(failed: Failed[], { loginName, address }: Pick<Failed, 'loginName' | 'address'>) {
  for (const [index, one] of failed.entries())
    if (one.loginName === loginName && one.address === address)
      failed[index] = { ...one, address: `${address} (forgiven)` };
}

/** The most of `failed` that stand within one window. */
function most(failed: readonly Failed[]): number {
  const ends = failed.map(({ at: end }) =>
    failed.filter(({ at }) => at <= end && at > end - FAILURE_WINDOW_MS),
  );
  return Math.max(0, ...ends.map((within) => within.length));
}

describe('the sign-in limit, whatever is tried', () => {
  it('[P12] [P13] [P14] is never passed', () => {
    fc.assert(
      fc.property(fc.array(tryOf, { maxLength: 200 }), (tries) => {
        const failed = failuresAmong(tries);
        for (const loginName of ['kim', 'lee', 'park']) {
          const ofAccount = failed.filter((one) => one.loginName === loginName);
          for (const address of new Set(ofAccount.map((one) => one.address))) {
            if (address.endsWith('(forgiven)')) continue;
            const ofPair = ofAccount.filter((one) => one.address === address);
            expect(most(ofPair)).toBeLessThanOrEqual(MOST_FAILURES);
          }
          const strange = ofAccount.filter((one) => !one.isKnownDevice);
          expect(most(strange)).toBeLessThanOrEqual(MOST_OF_ACCOUNT);
        }
        for (const address of new Set(failed.map((one) => one.address.split(' ')[0])))
          expect(
            most(failed.filter((one) => one.address.split(' ')[0] === address)),
          ).toBeLessThanOrEqual(MOST_OF_ADDRESS);
      }),
      { numRuns: 200, seed: 20_261_128 },
    );
  });
});
