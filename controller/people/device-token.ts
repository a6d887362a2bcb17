import type { DeviceRecord, Records } from '../store/store.ts';
import { hashSecret } from './secret.ts';

/** The device that holds `token`; undefined for none, an unknown or a revoked one. */
export async function deviceOfToken(
  records: Records,
  token: string | undefined,
): Promise<DeviceRecord | undefined> {
  if (token === undefined || token.length > 200) return undefined;
  const device = await records.devices.byTokenHash(hashSecret(token));
  return device?.revokedAt === null ? device : undefined;
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^Bearer ([\w-]{20,100})$/i.exec(header)?.[1];
}
