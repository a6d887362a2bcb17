import { claimBoardLink } from '../usecases/board-link.ts';
import { confirmPairing, type WrongCodes } from '../usecases/confirm-pairing.ts';
import type { Context } from '../usecases/context.ts';
import { pollPairing } from '../usecases/poll-pairing.ts';
import { revokeDevice } from '../usecases/revoke-device.ts';
import { startPairing } from '../usecases/start-pairing.ts';
import type { Handlers } from './handler.ts';
import { signedIn } from './signed-in.ts';

/** How a PC becomes a board, and stops being one. */
export function pairingHandlers(
  context: Context,
): Handlers<'startPairing' | 'pollPairing' | 'claimBoardLink' | 'confirmPairing' | 'revokeDevice'> {
  const wrongCodes: WrongCodes = new Map();
  return {
    startPairing: () => startPairing(context),
    pollPairing: ({ body }) => pollPairing(context, body),
    claimBoardLink: ({ body }) => claimBoardLink(context, body.secret),
    confirmPairing: (call) =>
      confirmPairing(context, signedIn(call).person, {
        ...call.params,
        ...call.body,
        wrongCodes,
      }),
    revokeDevice: (call) => revokeDevice(context, signedIn(call).person, call.params.screenId),
  };
}
