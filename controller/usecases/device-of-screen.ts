/** The PC of a screen: at most one that is not revoked. */
import { newSecret, hashSecret } from '../people/secret.ts';
import type { DeviceRecord, Records } from '../store/store.ts';
import type { Context } from './context.ts';

/** Ends the token of the screen's PC. Returns it, to be cut after the commit; undefined when there was none. */
export async function revokeLive(
  records: Records,
  screenId: string,
  revokedAt: number,
): Promise<DeviceRecord | undefined> {
  const device = await records.devices.liveOfScreen(screenId);
  if (device) await records.devices.put({ ...device, revokedAt });
  return device;
}

/** A new PC for the screen and its token, which nothing stores. The one before must be revoked already. */
export async function addDevice(
  { now, newId }: Context,
  records: Records,
  screenId: string,
): Promise<{ readonly device: DeviceRecord; readonly token: string }> {
  const token = newSecret();
  const device: DeviceRecord = {
    id: newId(),
    screenId,
    pairedAt: now(),
    lastSeenAt: null,
    revokedAt: null,
    tokenHash: hashSecret(token),
  };
  await records.devices.put(device);
  return { device, token };
}
