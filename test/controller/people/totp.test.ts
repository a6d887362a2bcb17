import { describe, expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes } from '../../../controller/people/recovery-code.ts';
import { newTotpKey, totpAddress, totpStep } from '../../../controller/people/totp.ts';

/** The secret and the times of RFC 6238, appendix B, cut to six digits. */
const RFC_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes by time', () => {
  it.each([
    { at: 59, code: '287082' },
    { at: 1_111_111_109, code: '081804' },
    { at: 1_234_567_890, code: '005924' },
    { at: 20_000_000_000, code: '353130' },
  ])('[P4] are those of RFC 6238 at $at s', ({ at, code }) => {
    expect(totpStep(RFC_KEY, code, at * 1000)).toBe(Math.floor(at / 30));
  });

  it.each([
    { why: 'one step late', offMs: 30_000, isTaken: true },
    { why: 'one step early', offMs: -30_000, isTaken: true },
    { why: 'two steps late', offMs: 60_000, isTaken: false },
    { why: 'two steps early', offMs: -60_000, isTaken: false },
  ])('[P4] from a clock that is $why are taken: $isTaken', ({ offMs, isTaken }) => {
    const at = 1_234_567_890_000;
    expect(totpStep(RFC_KEY, '005924', at + offMs)).toBe(
      isTaken ? Math.floor(at / 30_000) : undefined,
    );
  });

  it('[P7] come of a key of 160 bits, which an app reads from an address', () => {
    const key = newTotpKey();
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpKey()).not.toBe(key);
    const address = new URL(totpAddress(key, 'kim'));
    expect(address.protocol).toBe('otpauth:');
    expect(address.pathname).toMatch(/\/kim$/);
    expect(address.searchParams.get('issuer')).toBe('창동역 전자게시대');
    expect(address.searchParams.get('secret')).toBe(key);
  });
});

describe('recovery codes', () => {
  it('[P4] are ten, all different, and read however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `;
      expect(hashRecoveryCode('kim', typed)).toBe(hashRecoveryCode('kim', code));
      expect(hashRecoveryCode('lee', code)).not.toBe(hashRecoveryCode('kim', code));
    }
  });
});
