import { describe, expect, it } from 'vitest';
import {
  readSessionCookie,
  writeSessionCookie,
} from '../../../controller/people/session-cookie.ts';

describe('the session cookie', () => {
  it('carries the prefix and Secure over TLS', () => {
    expect(writeSessionCookie('abc', true)).toBe(
      '__Host-plaza-session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800; Secure',
    );
    expect(writeSessionCookie('abc', false)).toBe(
      'plaza-session=abc; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800',
    );
    expect(writeSessionCookie(null, false)).toContain('plaza-session=; ');
    expect(writeSessionCookie(null, false)).toContain('Max-Age=0');
  });

  it.each([
    { why: 'alone', header: 'plaza-session=abc', secret: 'abc' },
    { why: 'among others', header: 'a=1; plaza-session=abc; b=2', secret: 'abc' },
    { why: 'the first of two', header: 'plaza-session=abc; plaza-session=def', secret: 'abc' },
    { why: 'not by the end of a name', header: 'x-plaza-session=abc', secret: undefined },
    { why: 'not with the prefix', header: '__Host-plaza-session=abc', secret: undefined },
    {
      why: 'not when absurdly long',
      header: `plaza-session=${'a'.repeat(300)}`,
      secret: undefined,
    },
    { why: 'without a header', header: undefined, secret: undefined },
  ])('is read $why', ({ header, secret }) => {
    expect(readSessionCookie(header, false)).toBe(secret);
  });

  it('over TLS is taken with the prefix only', () => {
    expect(readSessionCookie('plaza-session=abc', true)).toBeUndefined();
    expect(readSessionCookie('__Host-plaza-session=abc', true)).toBe('abc');
  });
});
