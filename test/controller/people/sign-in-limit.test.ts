import { describe, expect, it } from 'vitest';
import {
  FAILURE_WINDOW_MS,
  MOST_FAILURES,
  signInLimit,
} from '../../../controller/people/sign-in-limit.ts';

describe('the sign-in limit', () => {
  const start = () => {
    let at = 0;
    const limit = signInLimit(() => at);
    return { limit, wait: (ms: number) => (at += ms) };
  };
  const fail = (limit: ReturnType<typeof signInLimit>, times: number, address = '1.2.3.4') => {
    for (let i = 0; i < times; i += 1) limit.attempt('kim', address);
  };

  it('[G4] lets five failures in 15 minutes, not six', () => {
    const { limit, wait } = start();
    fail(limit, MOST_FAILURES);
    expect(() => limit.attempt('kim', '1.2.3.4')).toThrow('15분');
    wait(FAILURE_WINDOW_MS - 1);
    expect(() => limit.attempt('kim', '1.2.3.4')).toThrow('15분');
    wait(1);
    expect(() => limit.attempt('kim', '1.2.3.4')).not.toThrow();
  });

  it('[G4] does not lock the owner out who comes from elsewhere', () => {
    const { limit } = start();
    fail(limit, MOST_FAILURES);
    expect(() => limit.attempt('kim', '4.3.2.1')).not.toThrow();
    expect(() => limit.attempt('lee', '1.2.3.4')).not.toThrow();
  });

  it('forgets after a success', () => {
    const { limit } = start();
    fail(limit, MOST_FAILURES - 1);
    limit.clear('kim', '1.2.3.4');
    expect(() => fail(limit, MOST_FAILURES)).not.toThrow();
  });

  it('counts an IPv6 network of 64 bits as one address', () => {
    const { limit } = start();
    fail(limit, MOST_FAILURES, '2001:db8:0:1::1');
    expect(() => limit.attempt('kim', '2001:db8:0:1:ffff::2')).toThrow();
    expect(() => limit.attempt('kim', '2001:db8:0:2::1')).not.toThrow();
    expect(() => limit.attempt('kim', '::ffff:1.2.3.4')).not.toThrow();
  });
});
