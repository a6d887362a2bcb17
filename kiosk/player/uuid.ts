import type { EpochMs } from '../../shared/time.ts';

/** A random UUID (version 4). `crypto.randomUUID` is missing where the page came over plain HTTP. */
export function newUuid(): string {
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/** A UUID that begins with the instant `at` (version 7, RFC 9562): in the order of ids the older come first. */
export function newTimedUuid(at: EpochMs): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(at / 256 ** (5 - i)) % 256;
  return uuidOf(bytes, 7);
}

function uuidOf(bytes: Uint8Array, version: 4 | 7): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
