/** How a board without a token gets one: by the secret of its link, or by a code that a person types. */
import { claimBoardLink, pollPairing, startPairing } from '../../shared/protocol/http/screens.ts';
import type { EpochMs } from '../../shared/time.ts';
import { call, CallFailed, type CallContext } from './call.ts';

export interface Device {
  readonly token: string;
  readonly screenId: string;
}

export interface PairingOptions {
  readonly context: CallContext;
  /** From the address `#pair=…`; null where there is none. Used once. */
  readonly secret: string | null;
  readonly viewportWidthPx: number;
  readonly viewportHeightPx: number;
  readonly now: () => EpochMs;
  readonly sleep: (ms: number) => Promise<void>;
  /** The code to show, 8 characters; null while there is none (the controller cannot be reached). */
  readonly onCode: (code: string | null) => void;
}

const POLL_MS = 2_000;
const RETRY_MS = 4_000;

/** Asks until the board is paired; only ends with a device. */
export async function pair(options: PairingOptions): Promise<Device> {
  const claimed = await claim(options);
  if (claimed) return claimed;
  for (;;) {
    try {
      const paired = await pairByCode(options);
      if (paired) return paired;
    } catch {
      // Unreachable or refused: the card says so, and the next round asks anew.
      options.onCode(null);
      await options.sleep(RETRY_MS);
    }
  }
}

async function claim(options: PairingOptions): Promise<Device | null> {
  const { secret } = options;
  while (secret) {
    try {
      return await call(options.context, claimBoardLink, { secret });
    } catch (error) {
      // A used or mistyped link is no dead end: the code follows.
      if (isRefusal(error)) return null;
      await options.sleep(RETRY_MS);
    }
  }
  return null;
}

async function pairByCode(options: PairingOptions): Promise<Device | null> {
  const { context, viewportWidthPx, viewportHeightPx } = options;
  const pairing = await call(context, startPairing, { viewportWidthPx, viewportHeightPx });
  options.onCode(pairing.code);
  const { pairingId, secret } = pairing;
  while (options.now() < pairing.expiresAt) {
    await options.sleep(POLL_MS);
    try {
      const { paired } = await call(context, pollPairing, { pairingId, secret });
      if (paired) return paired;
    } catch (error) {
      // A lost answer is no reason to show another code.
      if (isRefusal(error)) return null;
    }
  }
  return null;
}

/** Whether the controller itself said no, so that asking the same again is useless. */
function isRefusal(error: unknown): boolean {
  return error instanceof CallFailed && error.code !== null && error.code !== 'too-many';
}
