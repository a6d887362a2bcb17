/** Setting the own second step up: a key for the phone's app, then a code of it as proof. */
import { Refusal } from '../../shared/problem.ts';
import { requireConfirmed } from '../people/confirmed.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../people/recovery-code.ts';
import { activeTwoStep, takeTotp, wrongCode } from '../people/second-step.ts';
import type { SignedIn } from '../people/session.ts';
import type { SignInLimit } from '../people/sign-in-limit.ts';
import { newTotpKey, totpAddress } from '../people/totp.ts';
import type { Records } from '../store/store.ts';
import { change } from './change.ts';
import type { Context } from './context.ts';
import { noteSecondStep } from './note-failure.ts';

/** What an app needs: the key as text, and as the address in a QR code. Shown to its person only, once. */
export interface TwoStepKey {
  readonly key: string;
  readonly address: string;
}

/** A new key, in the place of one that was not proven. Throws `step-up-needed`, `conflict` where it is on. */
export async function startTwoStep(
  context: Context,
  { person, session }: SignedIn,
): Promise<TwoStepKey> {
  requireConfirmed(context, session);
  const key = newTotpKey();
  await context.store.transact(async (records) => {
    if (await activeTwoStep(records, person.id)) throw isOn();
    await records.twoSteps.put({ personId: person.id, key, onSince: null, lastStep: 0 });
  });
  return { key, address: totpAddress(key, person.loginName) };
}

export interface TwoStepProof {
  readonly code: string;
  readonly address: string;
}

/**
 * Turns the second step on by a code of the app, ends the person's other sessions, and returns the recovery codes,
 * which nothing stores. Throws `invalid` for a wrong code, `gone` where nothing was started, `conflict` where it is on.
 */
export async function finishTwoStep(
  context: Context,
  limit: SignInLimit,
  { person, session, code, address }: TwoStepProof & SignedIn,
): Promise<string[]> {
  const { loginName } = person;
  const counted = limit.attempt({ loginName, address, isKnownDevice: true });
  try {
    const { others, codes } = await turnOn(context, { person, session, code });
    counted.succeed();
    for (const id of others) context.consoles.disconnectSession(id);
    return codes;
  } catch (error) {
    noteSecondStep(context, counted, { person, error });
    throw error;
  }
}

async function turnOn(
  context: Context,
  { person, session, code }: SignedIn & { readonly code: string },
): Promise<{ readonly others: readonly string[]; readonly codes: string[] }> {
  const { value } = await change(context, { person }, async (records, noted) => {
    const now = context.now();
    const twoStep = await records.twoSteps.get(person.id);
    if (!twoStep)
      throw new Refusal('gone', '설정이 끊겼습니다. 두 단계 로그인을 처음부터 다시 켜 주십시오.');
    if (twoStep.onSince !== null) throw isOn();
    if (!(await takeTotp(records, twoStep, { code, now }))) throw wrongCode();
    const proven = await records.twoSteps.get(person.id);
    await records.twoSteps.put({ ...twoStep, ...proven, onSince: now });
    const others = await otherSessions(records, { person, session }, now);
    for (const id of others) await records.sessions.remove(id);
    noted.record(entryOf('person.two-step-on', person.id));
    return { others, codes: await writeRecoveryCodes(records, person.id) };
  });
  return value;
}

/** Ten new recovery codes in the place of the old ones. Throws `step-up-needed`, `conflict` where it is off. */
export async function renewRecoveryCodes(
  context: Context,
  { person, session }: SignedIn,
): Promise<string[]> {
  requireConfirmed(context, session);
  const { value } = await change(context, { person }, async (records, noted) => {
    if (!(await activeTwoStep(records, person.id)))
      throw new Refusal('conflict', '두 단계 로그인이 꺼져 있습니다. 먼저 켜 주십시오.');
    noted.record(entryOf('person.renew-codes', person.id));
    return writeRecoveryCodes(records, person.id);
  });
  return value;
}

async function writeRecoveryCodes(records: Records, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashRecoveryCode(personId, code));
  await records.twoSteps.setCodes(personId, hashes);
  return codes;
}

async function otherSessions(
  records: Records,
  { person, session }: SignedIn,
  now: number,
): Promise<string[]> {
  const sessions = await records.sessions.ofPerson(person.id, now);
  return sessions.map(({ id }) => id).filter((id) => id !== session.id);
}

/** Nothing of a second step is ever in the audit log but that it was. */
function entryOf(action: string, subjectId: string) {
  return { action, subjectId, before: null, after: null };
}

function isOn(): Refusal {
  return new Refusal('conflict', '두 단계 로그인이 이미 켜져 있습니다. 화면을 새로 고쳐 주십시오.');
}
