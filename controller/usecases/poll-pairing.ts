import { Refusal } from '../../shared/problem.ts';
import { hashSecret } from '../people/secret.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { addDevice, revokeLive } from './device-of-screen.ts';

interface Paired {
  readonly token: string;
  readonly screenId: string;
}

/**
 * Whether a console confirmed the code; then the token, once. Throws `gone` for a pairing that is
 * unknown, used or expired, or whose secret is wrong.
 */
export async function pollPairing(
  context: Context,
  asked: { readonly pairingId: string; readonly secret: string },
): Promise<{ paired: Paired | null }> {
  const isOwn = (pairing: { secretHash: string; expiresAt: number } | undefined) =>
    pairing?.secretHash === hashSecret(asked.secret) && pairing.expiresAt > context.now();
  const waiting = await context.store.records.pairings.get(asked.pairingId);
  if (!isOwn(waiting)) throw over();
  if (waiting?.screenId === null) return { paired: null };
  const { value } = await change(context, { job: '화면 연결' }, async (records, noted) => {
    const pairing = await records.pairings.get(asked.pairingId);
    const screenId = pairing?.screenId;
    if (!isOwn(pairing) || screenId == null) throw over();
    await records.pairings.remove(asked.pairingId);
    const before = await revokeLive(records, screenId, context.now());
    const { device, token } = await addDevice(context, records, screenId);
    noted.record({
      action: 'device.pair',
      subjectId: screenId,
      before: before?.id ?? null,
      after: device.id,
    });
    return { before, token, screenId };
  });
  if (value.before) context.boards.disconnectDevice(value.before.id);
  context.consoles.contentChanged(['screens']);
  return { paired: { token: value.token, screenId: value.screenId } };
}

function over(): Refusal {
  return new Refusal('gone', '연결 코드의 시간이 지났습니다. 화면에 새로 나온 코드를 쓰십시오.');
}
