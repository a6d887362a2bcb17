import { PAIRING_CODE_LENGTH, PAIRING_MINUTES } from '../../shared/protocol/http/screens.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { readableCode } from '../people/readable-code.ts';
import { hashSecret, newSecret } from '../people/secret.ts';
import type { Context } from './context.ts';

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
    const newCode = () => readableCode(PAIRING_CODE_LENGTH);
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
