import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../controller/people/network-of.ts';
import {
  FAILURE_WINDOW_MS,
  MOST_FAILURES,
  MOST_OF_ACCOUNT,
  MOST_OF_ADDRESS,
  signInLimit,
} from '../../../controller/people/sign-in-limit.ts';

const HERE = '1.2.3.4';

describe('the sign-in limit', () => {
  const start = () => {
    let at = 0;
    const limit = signInLimit(() => at);
    const attempt = (loginName: string, address = HERE, isKnownDevice = false) =>
      limit.attempt({ loginName, address, isKnownDevice });
    const fail = (times: number, loginName = 'kim', address = HERE) => {
      for (let i = 0; i < times; i += 1) attempt(loginName, address);
    };
    return { attempt, fail, wait: (ms: number) => (at += ms) };
  };

  it('[P12] lets five failures in 15 minutes, not six', () => {
    const { attempt, fail, wait } = start();
    fail(MOST_FAILURES);
    expect(() => attempt('kim')).toThrow('15분');
    wait(FAILURE_WINDOW_MS - 1);
    expect(() => attempt('kim')).toThrow('15분');
    wait(1);
    expect(() => attempt('kim')).not.toThrow();
  });

  it('[P12] does not lock the owner out who comes from elsewhere', () => {
    const { attempt, fail } = start();
    fail(MOST_FAILURES);
    expect(() => attempt('kim', '4.3.2.1')).not.toThrow();
    expect(() => attempt('lee')).not.toThrow();
  });

  it('[P12] forgets after a success', () => {
    const { attempt, fail } = start();
    fail(MOST_FAILURES - 1);
    attempt('kim').succeed();
    expect(() => fail(MOST_FAILURES)).not.toThrow();
  });

  it('[P12] does not count a try that was taken back', () => {
    const { attempt, fail } = start();
    for (let i = 0; i < 2 * MOST_FAILURES; i += 1) attempt('kim').takeBack();
    expect(() => fail(MOST_FAILURES)).not.toThrow();
  });

  it('[P12] counts an IPv6 network of 64 bits as one address', () => {
    const { attempt, fail } = start();
    fail(MOST_FAILURES, 'kim', '2001:db8:0:1::1');
    expect(() => attempt('kim', '2001:db8:0:1:ffff::2')).toThrow();
    expect(() => attempt('kim', '2001:db8:0:2::1')).not.toThrow();
    expect(() => attempt('kim', '::ffff:1.2.3.4')).not.toThrow();
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  });

  it('[P13] closes every account to an address that failed at many', () => {
    const { attempt, fail } = start();
    for (let i = 0; i < MOST_OF_ADDRESS; i += 1) fail(1, `name-${i}`);
    expect(() => attempt('kim', HERE, true)).toThrow();
    expect(() => attempt('kim', '4.3.2.1')).not.toThrow();
  });

  it('[P13] is not reset by a success of an own account', () => {
    const { attempt } = start();
    for (let i = 0; i < MOST_OF_ADDRESS; i += 1) {
      attempt('mine').succeed();
      attempt(`name-${i}`);
    }
    expect(() => attempt('mine')).toThrow();
  });

  it('[P14] closes an account that many addresses tried to all but a known browser', () => {
    const { attempt, fail, wait } = start();
    for (let i = 0; i < MOST_OF_ACCOUNT; i += 1) fail(1, 'kim', `10.0.0.${i}`);
    expect(() => attempt('kim', '4.3.2.1')).toThrow();
    const owner = attempt('kim', '4.3.2.1', true);
    owner.succeed();
    expect(() => attempt('kim', '5.4.3.2')).toThrow();
    wait(FAILURE_WINDOW_MS);
    expect(() => attempt('kim', '5.4.3.2')).not.toThrow();
  });

  it('[P14] tells once when an account is first closed', () => {
    const { attempt, wait } = start();
    const closes = (times: number) =>
      Array.from({ length: times }, (_, i) => attempt('kim', `10.0.0.${i}`).fail());
    expect(closes(MOST_OF_ACCOUNT).map(Number)).toEqual([
      ...Array<number>(MOST_OF_ACCOUNT - 1).fill(0),
      1,
    ]);
    expect(attempt('kim', HERE, true).fail()).toBe(false);
    wait(FAILURE_WINDOW_MS);
    const again = Array.from({ length: MOST_FAILURES }, () => attempt('kim').fail());
    expect(again).toEqual([false, false, false, false, true]);
  });
});
