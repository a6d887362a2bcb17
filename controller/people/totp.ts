/** Codes by time (RFC 6238): six digits, a new one every 30 seconds, as every authenticator app makes them. */
import { Secret, TOTP } from 'otpauth';
import type { EpochMs } from '../../shared/time.ts';

const ISSUER = '창동역 전자게시대';
const STEP_MS = 30_000;
/** Steps by which a phone's clock may be off. */
const DRIFT_STEPS = 1;

/** A new key of 160 bits, base32. */
export function newTotpKey(): string {
  return new Secret({ size: 20 }).base32;
}

/** The `otpauth://` address that an app reads from a QR code. */
export function totpAddress(key: string, loginName: string): string {
  return totpOf(key, loginName).toString();
}

/** The time step whose code this is, at most one from that of `now`; undefined for a wrong code. */
export function totpStep(key: string, code: string, now: EpochMs): number | undefined {
  const window = DRIFT_STEPS;
  const delta = totpOf(key).validate({ token: code, timestamp: now, window });
  return delta === null ? undefined : Math.floor(now / STEP_MS) + delta;
}

function totpOf(key: string, label = ''): TOTP {
  return new TOTP({
    ...{ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: STEP_MS / 1000 },
    // Said once: Hangul makes nine characters of each syllable, and the QR code should stay coarse.
    issuerInLabel: false,
    secret: Secret.fromBase32(key),
  });
}
