import { randomInt } from 'node:crypto';
import { PAIRING_CODE_LENGTH, PAIRING_MINUTES } from '../../shared/protocol/http/screens.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import type { Context } from './context.ts';

/** Crockford's: nothing in it is taken for something else when it is read from a board. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface StartedPairing {
  readonly pairingId: string;
  /** Only the board that asked has it; with it the token is fetched. */
  readonly secret: string;
  /** 40 bits, shown on the board, good for ten minutes. */
  readonly code: string;
  /** Exclusive. */
  readonly expiresAt: number;
}

/** A code for a board to show. Nothing is trusted yet. */
export async function startPairing({ store, now, newId }: Context): Promise<StartedPairing> {
  const secret = newSecret();
  const pairingId = newId();
  const expiresAt = now() + PAIRING_MINUTES * MINUTE_MS;
  const code = await store.transact(async (records) => {
    await records.pairings.removeExpired(now());
    let candidate = newCode();
    while (await records.pairings.byCode(candidate, now())) candidate = newCode();
    const secretHash = hashSecret(secret);
    await records.pairings.put({
      ...{ id: pairingId, secretHash, code: candidate, expiresAt, screenId: null },
    });
    return candidate;
  });
  return { pairingId, secret, code, expiresAt };
}

function newCode(): string {
  return Array.from(
    { length: PAIRING_CODE_LENGTH },
    () => ALPHABET[randomInt(ALPHABET.length)] ?? '',
  ).join('');
}
