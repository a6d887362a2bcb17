/** Coming in: a new session, and a browser that is known from then on. */
import type { EpochMs } from '../../shared/time.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { Records } from '../store/store.ts';
import { hashSecret, newSecret } from './secret.ts';
import { openSession } from './session.ts';

/** How long a browser is known after the last sign-in in it. */
export const DEVICE_LIFE_MS = 180 * 24 * HOUR_MS;

/** Where a person comes in from. */
export interface Browser {
  /** Such as `Windows · Chrome`; may be empty. */
  readonly words: string;
  /** The secret by which it is known, as it claims. */
  readonly known: string | undefined;
}

/** The secrets of two cookies, which nothing stores. */
export interface Entry {
  readonly secret: string;
  readonly deviceSecret: string;
}

/** Opens a session for a person who proved who they are. */
export async function openEntry(
  records: Records,
  { personId, browser }: { readonly personId: string; readonly browser: Browser },
  now: EpochMs,
): Promise<Entry> {
  const { secret } = await openSession(records, { personId, device: browser.words }, now);
  // Only a secret of ours is kept on: a page that plants one learns nothing by it.
  const isOurs = (await peopleOf(records, browser, now)).length > 0;
  const deviceSecret = isOurs && browser.known !== undefined ? browser.known : newSecret();
  const hash = hashSecret(deviceSecret);
  await records.knownDevices.put({ hash, personId, expiresAt: now + DEVICE_LIFE_MS });
  return { secret, deviceSecret };
}

/** Whether the person signed in by this browser before. */
export async function isKnownTo(
  records: Records,
  { personId, browser }: { readonly personId: string | undefined; readonly browser: Browser },
  now: EpochMs,
): Promise<boolean> {
  const people = await peopleOf(records, browser, now);
  return personId !== undefined && people.includes(personId);
}

async function peopleOf(
  records: Records,
  { known }: Browser,
  now: EpochMs,
): Promise<readonly string[]> {
  return known === undefined ? [] : records.knownDevices.people(hashSecret(known), now);
}
